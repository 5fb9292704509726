import { type FidelityCase, inGroup } from '../fidelity-case.ts';

const on = inGroup('states');
const page =
  '<style>button{border:0;background:#ccc;padding:0;width:100px;height:40px;outline:0}#a:hover{background:red}#a:active{background:blue}#b:focus{background:lime}div:focus-within{background:pink}div:has(:hover){border:2px solid}#b:focus-visible{color:red}</style><div><button id=a>a</button></div><div><button id=b>b</button></div>';

export const states: readonly FidelityCase[] = [
  on('hover, with its ancestors and :has', page, undefined, {
    input: async (window) => window.mouse.move(50, 25),
  }),
  on('focus by script', page, () => document.getElementById('b')!.focus()),
  on('focus visible by key', page, undefined, {
    input: async (window, source) => {
      await source.evaluate(() => document.getElementById('a')!.focus());
      await window.keyboard.press('Tab');
    },
  }),
  on('blur', page, () => {
    document.getElementById('b')!.focus();
    document.getElementById('b')!.blur();
  }),
  on('target', '<style>:target{color:red}</style><p id=t>t</p>', () => {
    location.hash = 't';
  }),
  on(
    'hover in adopted sheets of a shadow root',
    '<x-a></x-a>',
    () => {
      const root = document.querySelector('x-a')!.attachShadow({ mode: 'open' });
      root.innerHTML = '<button>x</button>';
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        'button{width:100px;height:50px;border:0}button:hover{background:orange}:host(:hover){opacity:.5}',
      );
      root.adoptedStyleSheets = [sheet];
    },
    { input: async (window) => window.mouse.move(40, 30) },
  ),
];
