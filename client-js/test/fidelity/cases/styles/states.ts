import { clicking, type FidelityCase, inGroup } from '../../fidelity-case.ts';

const on = inGroup('Styles');
const page =
  '<style>button{border:0;background:#ccc;padding:0;width:100px;height:40px;outline:0}#a:hover{background:red}#a:active{background:blue}#b:focus{background:lime}.w:focus-within{background:pink}.h:has(:hover){border:2px solid}#b:focus-visible{color:red}.w:hover{padding:9px}</style><div class="w h"><button id=a>a</button></div><div class=w><button id=b>b</button></div>';

export const states: readonly FidelityCase[] = [
  on(':target', '<style>:target{color:red}</style><p id=t>t</p>', `location.hash = 't'`),
  on(
    ':target changed and gone',
    '<style>:target{color:red}</style><p id=t>t</p><p id=u>u</p>',
    `location.hash = 't'; await rendered(); location.hash = 'u'; await event(window, 'hashchange'); location.hash = ''`,
  ),
  on(':hover', page, undefined, { input: async (window) => window.mouse.move(50, 25) }),
  on(':hover on ancestors', page.replace('#a:hover{background:red}', ''), undefined, {
    input: async (window) => window.mouse.move(300, 25),
  }),
  on(':hover in quirks mode', '<html><style>p:hover{color:red}</style><p id=p>x', undefined, {
    input: (window) => window.mouse.move(12, 25),
  }),
  on(':hover left again', page, undefined, {
    input: async (window) => {
      await window.mouse.move(50, 25);
      await window.mouse.move(300, 300);
    },
  }),
  on(
    ':hover with :has',
    '<style>body:has(#a:hover) #b{color:red}#a{background:#ccc;margin:0}</style><p id=a>a</p><p id=b>b</p>',
    undefined,
    {
      input: async (window) => window.mouse.move(50, 15),
    },
  ),
  on(
    ':hover in adopted sheets',
    '<p id=a style="margin:0;background:#ccc">a</p>',
    `document.adoptedStyleSheets = [sheetOf('#a:hover{color:red;font-size:40px}')]`,
    {
      input: async (window) => window.mouse.move(50, 15),
    },
  ),
  on(
    ':hover in adopted sheets of a shadow root',
    '<x-a></x-a>',
    `
    shadow($('x-a'), '<button>x</button>').adoptedStyleSheets = [sheetOf('button{width:100px;height:50px;border:0}button:hover{background:orange}:host(:hover){opacity:.5}')]`,
    {
      input: async (window) => window.mouse.move(40, 30),
    },
  ),
  on(':hover in a rule inserted', page, `document.styleSheets[0].insertRule('#a:hover{font-size:30px}', 0)`, {
    input: async (window) => window.mouse.move(50, 25),
  }),
  on(
    ':hover on a label',
    '<style>input:hover{outline:5px solid red}label{display:block;background:#ccc}</style><label for=i>label</label><input id=i>',
    undefined,
    {
      input: async (window) => window.mouse.move(50, 15),
    },
  ),
  on(':hover while the element under the pointer changes', page, `await rendered()`, {
    input: async (window, source) => {
      await window.mouse.move(50, 25);
      await source.evaluate(() => document.getElementById('a')!.remove());
      await window.mouse.move(52, 25);
    },
  }),
  on(':hover of what comes under a pointer at rest', page, undefined, {
    input: async (window, source) => {
      await window.mouse.move(50, 25);
      await source.evaluate(() => document.body.prepend(document.createElement('button')));
    },
    until: () => document.querySelector('#a:hover') === null,
  }),
  on(
    ':hover of what scrolls under a pointer at rest',
    '<style>body{margin:0}p{margin:0;height:60px}p:hover{background:orange}</style>' +
      '<div id=d style="height:300px;overflow:auto">'.concat('<p>row</p>'.repeat(30), '</div>'),
    undefined,
    {
      input: async (window, source) => {
        await window.mouse.move(50, 25);
        await source.evaluate(() => document.getElementById('d')!.scrollTo(0, 600));
      },
      until: () => document.querySelectorAll('p')[10]!.matches(':hover'),
    },
  ),
  on(':active', page, undefined, {
    input: async (window) => {
      await window.mouse.move(50, 25);
      await window.mouse.down();
    },
  }),
  on(':active ended', page, undefined, {
    input: async (window) => {
      await window.mouse.move(50, 25);
      await window.mouse.down();
      await window.mouse.up();
    },
  }),
  on(':focus', page, `b.focus()`),
  on(
    ':focus of an input',
    '<style>input:focus{background:lime;outline:0;caret-color:transparent}</style><input id=i value=x>',
    undefined,
    {
      input: clicking('#i'),
    },
  ),
  on(':focus-visible', page, undefined, {
    input: async (window, source) => {
      await source.evaluate(() => document.getElementById('a')!.focus());
      await window.keyboard.press('Tab');
    },
  }),
  on(':focus-visible, the usual ring', '<button id=a>a</button><button id=b>b</button>', undefined, {
    input: async (window, source) => {
      await source.evaluate(() => document.getElementById('a')!.focus());
      await window.keyboard.press('Tab');
    },
  }),
  on(
    ':focus-within',
    '<style>form:focus-within{background:pink}input{outline:0;caret-color:transparent}</style><form><input id=i></form>',
    `i.focus()`,
  ),
  on('blur', page, `b.focus(); await rendered(); b.blur()`),
  on('focus of an element that goes', page, `b.focus(); await rendered(); b.remove()`),
];
