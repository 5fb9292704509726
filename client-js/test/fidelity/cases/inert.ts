import { everyWay, type FidelityCase, inGroup } from '../fidelity-case.ts';

const on = inGroup('Inert');
/** The source may run it; a replica must not. */
const reported = 'parent.report(window)';
const press = (replica: Document) => {
  for (const element of replica.querySelectorAll<HTMLElement>('a,area,button,input,summary,[onclick],form')) {
    const view = replica.defaultView!;
    element.dispatchEvent(new view.MouseEvent('click', { bubbles: true, cancelable: true }));
    element.click();
    if (element.localName === 'form') (element as HTMLFormElement).requestSubmit();
  }
  return new Promise((resolve) => setTimeout(resolve, 50));
};

export const inert: readonly FidelityCase[] = [
  on(
    'scripts',
    `<p id=p>x</p><script>${reported}</script>`,
    `const script = make('script'); script.textContent = '${reported}'; p.append(script); document.head.append(make('script', '', { src: '/x.js' }))`,
    {
      files: { '/x.js': reported },
      poke: press,
    },
  ),
  on(
    'scripts of modules and import maps',
    `<script type=importmap>{"imports":{"x":"/x.js"}}</script><script type=module>import 'x'</script><p>x</p>`,
    undefined,
    {
      files: { '/x.js': reported },
      poke: press,
    },
  ),
  on(
    'scripts in SVG and templates',
    `<svg width=9 height=9><script>${reported}</script></svg><template id=t><script>${reported}</script></template>`,
    undefined,
    { cannot: everyWay('a script of a drawing is built under a name of no meaning'), poke: press },
  ),
  on(
    'handlers',
    `<p onclick="${reported}">x</p><img src=/none.png onerror="${reported}"><body onload="${reported}">`,
    `$('p').setAttribute('onmouseover', '${reported}'); document.body.append(make('div', '<svg width=9 height=9 onload="${reported}"></svg>'))`,
    { poke: press },
  ),
  on(
    'javascript: addresses',
    `<a href="javascript:${reported}">x</a><iframe src="javascript:${reported}"></iframe><form action="javascript:${reported}"><button>b</button></form>`,
    undefined,
    { poke: press },
  ),
  on(
    'refresh',
    '<!doctype html><html><head><meta http-equiv=refresh content="600;url=/forbidden"></head><body>x</body></html>',
    undefined,
    { poke: press },
  ),
  on(
    'forms',
    '<form action=/forbidden><input name=a value=x><button>send</button></form><form id=g></form><button form=g formaction=/forbidden-too>b</button>',
    undefined,
    { poke: press },
  ),
  on(
    'links',
    '<a href=/forbidden>a</a><a href=/forbidden target=_blank>b</a><a href=/forbidden download>c</a><map name=m><area href=/forbidden shape=default></map><img usemap=#m width=30 height=30>',
    undefined,
    { poke: press },
  ),
  on(
    'prefetching and other links',
    '<!doctype html><html><head><link rel=icon href=/x.ico></head><body>x</body></html>',
    `const link = make('link'); link.rel = 'x-none'; link.href = '/forbidden'; document.head.append(link)`,
    { poke: press },
  ),
  on('plug-ins', '<object type="application/x-none" width=60 height=30><b>fallback</b></object>', undefined, {
    poke: press,
  }),
  on(
    'custom elements',
    '<x-a>x</x-a>',
    `customElements.define('x-a', class extends HTMLElement { connectedCallback() { parent.report(window); } })`,
    { poke: press },
  ),
  on(
    'autofocus',
    '<style>input:focus{background:lime;outline:0;caret-color:transparent}</style><input autofocus><p>x</p>',
    `await rendered(); document.activeElement.blur()`,
    { poke: press },
  ),
];
