import { calm, clicking, everyWay, type FidelityCase, inGroup } from '../fidelity-case.ts';

const on = inGroup('Forms');
/** A selection has another colour in a window that is not in front. */
const colours = '<style>::selection{background:lime;color:red}</style>';
const editable = `${calm}<div id=e contenteditable>text</div>`;

export const editing: readonly FidelityCase[] = [
  on('contenteditable by keys', editable, undefined, {
    input: async (window, source) => {
      await clicking('#e')(window, source);
      await window.keyboard.press('End');
      await window.keyboard.type(' typed');
      await window.keyboard.press('Enter');
      await window.keyboard.type('second');
      await window.keyboard.press('Backspace');
    },
  }),
  on(
    'contenteditable by commands',
    editable,
    `
    e.focus(); getSelection().selectAllChildren(e); document.execCommand('bold'); document.execCommand('insertUnorderedList'); document.execCommand('insertText', false, 'new')`,
  ),
  on('contenteditable, undo', editable, undefined, {
    input: async (window, source) => {
      await clicking('#e')(window, source);
      await window.keyboard.press('End');
      await window.keyboard.type(' typed');
      await window.keyboard.press('Control+z');
      await window.keyboard.press('Control+Shift+z');
      await window.keyboard.press('Control+z');
    },
  }),
  on('undo in an input', `${calm}<input id=i value=x>`, undefined, {
    input: async (window, source) => {
      await clicking('#i')(window, source);
      await window.keyboard.type('abc');
      await window.keyboard.press('Control+z');
    },
  }),
  on(
    'selections in inputs',
    `${colours}${calm}<input id=a value="some text">`,
    `a.focus(); a.setSelectionRange(2, 6)`,
    {
      cannot: everyWay(
        'inside a control a selection shows only where the focus is, and a replica must not take that of the console',
      ),
    },
  ),
  on(
    'selections in inputs, direction and select()',
    `${colours}${calm}<textarea id=a>some text</textarea>`,
    `a.focus(); a.select(); await rendered(); a.selectionStart = 3`,
    {
      cannot: everyWay(
        'inside a control a selection shows only where the focus is, and a replica must not take that of the console',
      ),
    },
  ),
  on('selections in inputs by keys', `${colours}${calm}<input id=a value="some text">`, undefined, {
    cannot: everyWay(
      'inside a control a selection shows only where the focus is, and a replica must not take that of the console',
    ),
    input: async (window, source) => {
      await clicking('#a')(window, source);
      await window.keyboard.press('Home');
      for (let i = 0; i < 4; i++) await window.keyboard.press('Shift+ArrowRight');
    },
  }),
  on(
    'selections pushed by what is put in and taken out',
    '<p>one</p><div id=d><b>bold</b><i>italic</i></div><p>two</p>',
    `getSelection().collapse(d, 0); await rendered(); await rendered(); d.replaceWith(...d.childNodes)`,
  ),
  on(
    'selections in the document',
    `${colours}<p id=p>some <b id=b>bold</b> text</p>`,
    `getSelection().setBaseAndExtent(p.firstChild, 2, b.firstChild, 3)`,
  ),
  on(
    'selections in the document, backwards',
    `${colours}<p id=p>some <b id=b>bold</b> text</p>`,
    `getSelection().setBaseAndExtent(b.firstChild, 3, p.firstChild, 1)`,
  ),
  on(
    'selections in the document, of elements',
    `${colours}<p id=p>some</p><p id=q>more</p><p>last</p>`,
    `getSelection().setBaseAndExtent(document.body, 0, document.body, 2)`,
  ),
  on(
    'selections in the colours of a window in front',
    '<p style="margin:0;font:30px sans-serif">some text</p>',
    undefined,
    {
      input: async (window) => {
        await window.mouse.move(2, 20);
        await window.mouse.down();
        await window.mouse.move(400, 22);
        await window.mouse.up();
      },
    },
  ),
  on(
    'selections in the document by the mouse',
    `${colours}<p id=p style="margin:0;font:20px monospace">some bold text</p>`,
    undefined,
    {
      input: async (window) => {
        await window.mouse.move(5, 10);
        await window.mouse.down();
        await window.mouse.move(100, 12);
        await window.mouse.up();
      },
    },
  ),
  on(
    'selections that follow a change of the text',
    `${colours}<p id=p>some text</p>`,
    `getSelection().setBaseAndExtent(p.firstChild, 2, p.firstChild, 6); await rendered(); p.firstChild.insertData(0, 'and ')`,
  ),
  on(
    'selections in shadow',
    '<x-a></x-a>',
    `
    const p = shadow($('x-a'), '<p>inside text</p>').querySelector('p'); getSelection().setBaseAndExtent(p.firstChild, 2, p.firstChild, 7)`,
  ),
  on(
    'selections in an iframe',
    '<iframe id=f></iframe>',
    `
    f.contentDocument.body.innerHTML = '<p>inside text</p>'; const p = $('p', f.contentDocument); f.contentDocument.getSelection().setBaseAndExtent(p.firstChild, 2, p.firstChild, 7)`,
  ),
  on(
    'selections cleared',
    '<p id=p>some text</p>',
    `getSelection().selectAllChildren(p); await rendered(); getSelection().removeAllRanges()`,
  ),
  on(
    'selections of what goes',
    '<p id=p>some text</p><p>x</p>',
    `getSelection().selectAllChildren(p); await rendered(); p.remove()`,
  ),
  on(
    'selections around what goes',
    '<style>*{caret-color:transparent;outline:0}</style><p id=p>some <b>text</b> here</p><input id=i>',
    `getSelection().selectAllChildren(p); i.focus(); p.firstChild.remove()`,
  ),
  on(
    'selections while all is said again',
    '<p id=p>some text</p>',
    `await rendered(); getSelection().setBaseAndExtent(p.firstChild, 1, p.firstChild, 4); keyframe()`,
  ),
  on(
    'selections in a text that grows',
    '<p id=p>some text</p>',
    `getSelection().setBaseAndExtent(p.firstChild, 1, p.firstChild, 4); await rendered(); p.firstChild.appendData(' and more'); await rendered(); p.firstChild.appendData('')`,
  ),
];
