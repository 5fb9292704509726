const documentNames =
  'body head documentElement createElementNS createElement createTextNode createComment importNode adoptNode implementation ' +
  'defaultView adoptedStyleSheets styleSheets fonts getSelection elementFromPoint querySelectorAll getElementById open write ' +
  'close getAnimations scrollingElement activeElement compatMode cookie location currentScript childNodes firstChild nodeType';
const formNames =
  'parentNode childNodes firstChild nextSibling previousSibling nodeType nodeName localName namespaceURI ownerDocument ' +
  'attributes setAttribute removeAttribute getAttribute setAttributeNS removeAttributeNS getAttributeNames insertBefore ' +
  'appendChild removeChild getRootNode isConnected contains matches closest children style sheet submit reset elements ' +
  'action method target addEventListener attachShadow animate getAnimations scrollTo shadowRoot textContent innerHTML replaceData';

/** Names that hide what a script would read off a document, window or form; the link behind leaks where it works. */
const bait =
  '<a href=FOREIGN/clobbered.html onclick=SCRIPT>x</a><img src=FOREIGN/clobbered.png onerror=SCRIPT>';

export const clobbers: readonly string[] = [
  ...documentNames.split(' ').map((name) => `<img name=${name}><form name=${name}></form>${bait}`),
  ...formNames
    .split(' ')
    .reduce<string[][]>((groups, name, index) => {
      if (index % 3 === 0) groups.push([]);
      groups.at(-1)!.push(`<input name=${name}>`);
      return groups;
    }, [])
    .map((inputs) => `<form>${inputs.join('')}${bait}</form>`),
  `<a id=CSSStyleSheet></a><a id=CSSStyleSheet name=prototype></a>${bait}`,
  `<iframe name=CSSStyleSheet></iframe><iframe name=DataTransfer></iframe><iframe name=File></iframe>${bait}`,
  `<form id=self><input id=constructor name=prototype></form>${bait}`,
  `<form id=x><output id=x name=y>cid:x</output></form>${bait}`,
  `<iframe name=top></iframe><iframe name=parent></iframe><iframe name=frameElement></iframe>${bait}`,
  `<iframe name=x srcdoc="<a id=y href=javascript:SCRIPT></a>"></iframe>${bait}`,
  `<input id=__proto__><p id=constructor name=__proto__></p><img name=toString><img name=valueOf>${bait}`,
  `<object id=document name=forms></object><embed id=window name=self>${bait}`,
  `<select id=options name=length><option id=0></select>${bait}`,
  `<form><form><input name=form><button form=x name=control></form></form><label for=x><input id=x name=control></label>${bait}`,
  `<p hasOwnProperty=x __proto__=y constructor=z prototype=w>x</p>${bait}`,
  `<p data-cobrowse-hover data-cobrowse-state=x data-cobrowse-fullscreen data-cobrowse-bitmap=1 data-cobrowse-box=x>x</p>${bait}`,
  `<cobrowse-script>SCRIPT</cobrowse-script><cobrowse-element onclick=SCRIPT></cobrowse-element><cobrowse-portal src=FOREIGN/p.html></cobrowse-portal>${bait}`,
];
