import { denied, inside, type Place } from '../place.ts';

/** Attributes that are sent where text shows; each on an element where it means something. */
const onElements: readonly [element: string, names: string][] = [
  [
    'p',
    'title lang dir role tabindex class id align hidden draggable contenteditable spellcheck translate slot part exportparts inert popover is',
  ],
  [
    'p',
    'aria-label aria-description aria-placeholder aria-roledescription aria-labelledby aria-expanded aria-current aria-selected aria-pressed aria-checked aria-sort aria-haspopup aria-madeup',
  ],
  ['p', 'data-name data-amount'],
  ['a', 'rel type shape coords rev charset'],
  ['button', 'type command commandfor popovertarget popovertargetaction'],
  ['table', 'summary border bgcolor frame rules width cellpadding cellspacing'],
  ['ol', 'type start compact'],
  ['img', 'alt usemap width height border hspace'],
  ['font', 'face color size'],
  ['iframe', 'scrolling marginwidth frameborder width'],
  ['marquee', 'loop'],
  ['hr', 'noshade color'],
  ['textarea', 'rows cols wrap'],
  ['label', 'for'],
  ['meter', 'low high optimum value min max'],
  ['details', 'open name'],
  ['map', 'name'],
  ['area', 'alt coords shape'],
];
const onShapes =
  'd points viewBox transform fill stroke values from to by dur begin end keyTimes font-family text-anchor marker-start clip-path result in orient version rotate path xml:lang attributeName repeatCount';
const onMath = 'mathvariant mathcolor linethickness columnalign notation width';

export const attributes: readonly Place[] = [
  ...onElements.flatMap(([element, names]) =>
    names
      .split(' ')
      .map((name) => inside(`${name} of <${element}>`, `<${element} ${name}="¤"></${element}>`)),
  ),
  ...['th scope', 'th abbr', 'td headers', 'td align', 'td valign', 'tr bgcolor', 'col width'].map((pair) => {
    const [tag, name] = pair.split(' ') as [string, string];
    return inside(`${name} of <${tag}>`, '<table></table>', {
      act: (root, secret, page) => {
        const made = page.createElement(tag);
        made.setAttribute(name, secret);
        root.firstElementChild!.append(made);
      },
    });
  }),
  ...onShapes.split(' ').map((name) => inside(`${name} of a shape`, `<svg><path ${name}="¤"/></svg>`)),
  ...onMath.split(' ').map((name) => inside(`${name} of MathML`, `<math><mi ${name}="¤"></mi></math>`)),
  inside('values of an animation', '<svg><animate attributeName="href" values="a;¤" from="¤" to="¤"/></svg>'),
  inside('name of a data attribute', '<p data-¤="x"></p>'),
  inside('name of an aria attribute', '<p aria-¤="x"></p>'),
  inside('class and id among others', '<p class="a ¤ b" id="x-¤"></p>'),
  inside('id of a gradient', '<svg><linearGradient id="¤"/><rect fill="url(#¤)"/><use href="#¤"/></svg>'),
  inside('name of a custom element', '<acct-¤>x</acct-¤>'),
  inside('name of an unknown element', '<¤>x</¤>'),
  inside('name of an unknown shape', '<svg><¤ /></svg>'),
  inside('namespace of an element', '<p></p>', {
    act: (root, secret, page) => root.append(page.createElementNS(`urn:${secret}`, 'x')),
  }),
  inside('attribute in a namespace', '<p></p>', {
    act: (root, secret) => root.firstElementChild!.setAttributeNS(`urn:${secret}`, 'a:lang', secret),
  }),
  inside('custom property of a style', '<p style="--who: ¤; color: red"></p>'),
  inside('string of a style', `<p style="--who: '¤'; quotes: '¤' '¤'; content: '¤'"></p>`),
  inside(
    'names in a style',
    '<p style="animation-name: ¤; grid-area: ¤; view-transition-name: ¤; container-name: ¤"></p>',
  ),
  inside('font in a style', '<p style="font-family: ¤, serif"></p>'),
  inside('address in a style', '<p style="background: url(/a.png?¤)"></p>', {
    never: 'replaced by an asset',
  }),
  inside('nonsense in a style', '<p style="who: ¤; /* ¤ */"></p>'),
  inside('custom property set by script', '<p></p>', {
    act: (root, secret) => root.querySelector('p')!.style.setProperty('--who', secret),
  }),
  inside('name of a custom property', '<p style="--¤: 1"></p>'),
  inside('slot and its name', '<p></p>', {
    act: (root, secret) => {
      root.firstElementChild!.attachShadow({ mode: 'open' }).innerHTML = `<slot name="${secret}"></slot>`;
    },
  }),
  inside('microdata', '<p itemprop="¤" itemid="¤" itemtype="http://x/¤"><meta content="¤"></p>'),
  denied('handler', '<p onclick="¤" onmadeup="¤"></p>'),
  denied('unknown attribute', '<p secret="¤" ¤="1" ng-bind="¤" :x="¤" @y="¤"></p>'),
  denied('access key and download', '<a accesskey="¤" download="¤" hreflang="¤" target="¤"></a>'),
  denied('nonce and integrity', '<p nonce="¤" integrity="¤"></p>', { never: 'dropped as what loads' }),
];
