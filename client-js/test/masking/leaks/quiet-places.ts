/** A place that must not tell of its secret by what it is, or how long, or when it came: two pages are compared. */
export interface QuietPlace {
  readonly name: string;
  readonly html: string;
  /** Enters the secret, as keys come; `step` lets capture look. */
  readonly enter: (root: HTMLElement, secret: string, step: () => Promise<void>) => unknown;
  /** Two that differ in all that may not show. */
  readonly secrets?: readonly [string, string];
}

type Field = HTMLInputElement & HTMLTextAreaElement & HTMLSelectElement;
const field = (root: HTMLElement) => root.querySelector('input,textarea,select,div,p,canvas') as Field;
const tell = (element: Element, ...types: string[]) => {
  for (const type of types) element.dispatchEvent(new Event(type, { bubbles: true }));
};
const set = (root: HTMLElement, secret: string) => {
  field(root).value = secret;
  tell(field(root), 'input', 'change');
};
/** Key by key, and capture looks after each second one of the longer secret: other lengths, other times. */
const type = async (root: HTMLElement, secret: string, step: () => Promise<void>) => {
  for (const [at, letter] of [...secret].entries()) {
    field(root).dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, key: letter }));
    field(root).value += letter;
    field(root).setSelectionRange(at + 1, at + 1);
    tell(field(root), 'input', 'selectionchange');
    if (at % 2 === 1) await step();
  }
  tell(field(root), 'change', 'blur');
};
const typeText = async (root: HTMLElement, secret: string, step: () => Promise<void>) => {
  for (const [at, letter] of [...secret].entries()) {
    field(root).append(at === 3 ? '\n' : '', letter);
    field(root).scrollTop = 1e6;
    if (at % 2 === 1) await step();
  }
};
const typeData = async (root: HTMLElement, secret: string, step: () => Promise<void>) => {
  const text = field(root).firstChild as Text;
  for (const [at] of [...secret].entries()) {
    text.data = secret.slice(0, at + 1);
    if (at % 2 === 1) await step();
  }
};
const point = (root: HTMLElement, secret: string) => {
  for (const digit of secret) {
    const at = { bubbles: true, clientX: Number(digit) * 9 + 5, clientY: 5 };
    const key = root.querySelectorAll('b')[Number(digit)] ?? field(root);
    for (const name of ['pointermove', 'pointerover', 'pointerdown', 'pointerup'])
      key.dispatchEvent(new PointerEvent(name, at));
    key.dispatchEvent(new MouseEvent('click', at));
  }
};
const keys = Array.from({ length: 10 }, (_, digit) => `<b>${digit}</b>`).join('');
const choices = '<option>a</option><option>bb bb</option><option>c</option>';
const states = ['', '1'] as const;
const styled = 'style="width:60px;height:20px;overflow:auto"';

export const quietPlaces: readonly QuietPlace[] = [
  ...['text', 'password', 'search', 'tel', 'url'].map((kind) => ({
    name: `keys into ${kind}`,
    html: `<input type="${kind}" required>`,
    enter: type,
  })),
  { name: 'keys into a textarea', html: `<textarea required ${styled}></textarea>`, enter: type },
  {
    name: 'lines of a textarea',
    html: `<textarea ${styled}></textarea>`,
    enter: (root, secret) => {
      set(root, secret.replaceAll(' ', '\n'));
      field(root).scrollTop = 1e6;
    },
  },
  {
    name: 'scrolled field',
    html: '<input style="width:30px">',
    enter: (root, secret) => {
      set(root, secret);
      field(root).scrollLeft = 1e6;
    },
  },
  { name: 'keys into what one edits', html: `<div contenteditable ${styled}></div>`, enter: typeText },
  { name: 'keys into a textbox by role', html: `<div role="textbox" ${styled}></div>`, enter: typeText },
  { name: 'growing text under a mask', html: '<p data-cobrowse-mask>x</p>', enter: typeData },
  {
    name: 'length of a text under a mask',
    html: '<p data-cobrowse-mask></p>',
    enter: (root, secret) => field(root).append(secret),
  },
  {
    name: 'length of a title under a mask',
    html: '<p data-cobrowse-mask title="x"></p>',
    enter: async (root, secret, step) => {
      for (const letter of secret) {
        field(root).title += letter;
        await step();
      }
    },
  },
  {
    name: 'value kept in an attribute, as React does',
    html: '<input>',
    enter: async (root, secret, step) => {
      for (const letter of secret) {
        field(root).value += letter;
        field(root).setAttribute('value', field(root).value);
        field(root).dataset['length'] = `${field(root).value.length}`;
        await step();
      }
    },
  },
  { name: 'filled or empty', html: '<input>', enter: set, secrets: ['', 'x'] },
  {
    name: 'filled or empty, at the start',
    html: '',
    enter: (root, secret) => {
      root.innerHTML = `<input value="${secret}" required>`;
    },
    secrets: ['', 'x'],
  },
  {
    name: 'valid or invalid',
    html: '<input type="email" required>',
    enter: (root, secret) => {
      set(root, secret);
      field(root).checkValidity();
    },
    secrets: ['a@example.com', 'no'],
  },
  {
    name: 'a validity of its own',
    html: '<input>',
    enter: (root, secret) => field(root).setCustomValidity(secret),
    secrets: ['', 'wrong'],
  },
  {
    name: 'checked or not',
    html: '<input type="checkbox">',
    enter: (root, secret) => {
      field(root).checked = secret !== '';
      field(root).indeterminate = secret === '';
      tell(field(root), 'input', 'change');
    },
    secrets: states,
  },
  {
    name: 'the chosen of a group',
    html: '<input type="radio" name="r"><input type="radio" name="r">',
    enter: (root, secret) => {
      root.querySelectorAll('input')[Number(secret)]!.checked = true;
      tell(field(root), 'input', 'change');
    },
    secrets: ['0', '1'],
  },
  {
    name: 'checked in markup',
    html: '',
    enter: (root, secret) => {
      root.innerHTML = `<input type="checkbox" ${secret && 'checked'}>`;
    },
    secrets: states,
  },
  {
    name: 'selected option',
    html: `<select>${choices}</select>`,
    enter: (root, secret) => {
      field(root).selectedIndex = Number(secret);
      tell(field(root), 'input', 'change');
    },
    secrets: ['0', '1'],
  },
  {
    name: 'selected in markup',
    html: `<select>${choices}</select>`,
    enter: (root, secret) => field(root).options[Number(secret)]!.setAttribute('selected', ''),
    secrets: ['0', '1'],
  },
  {
    name: 'how many options',
    html: '<select></select>',
    enter: (root, secret) => {
      for (const letter of secret) field(root).add(new Option(letter));
    },
  },
  {
    name: 'chosen of a list',
    html: `<select multiple size="3">${choices}</select>`,
    enter: (root, secret) => {
      field(root).options[Number(secret)]!.selected = true;
      field(root).scrollTop = Number(secret) * 20;
      tell(field(root), 'change');
    },
    secrets: ['0', '2'],
  },
  {
    name: 'thumb of a range',
    html: '<input type="range">',
    enter: async (root, secret, step) => {
      set(root, secret);
      await step();
      point(root, secret);
    },
    secrets: ['3', '9'],
  },
  ...['color', 'date', 'time', 'month', 'week', 'number'].map((kind, at) => ({
    name: `picked ${kind}`,
    html: `<input type="${kind}">`,
    enter: set,
    secrets: [
      ['#000000', '#ff00ff'],
      ['2026-01-01', ''],
      ['10:10', ''],
      ['2026-01', ''],
      ['2026-W01', ''],
      ['1', '123456789'],
    ][at] as [string, string],
  })),
  {
    name: 'chosen file',
    html: '<input type="file">',
    enter: (root, secret) => {
      const files = new DataTransfer();
      for (const letter of secret) files.items.add(new File([letter], letter));
      field(root).files = files.files;
      tell(field(root), 'change');
    },
  },
  {
    name: 'keys of a keyboard on the page',
    html: `<div data-cobrowse-block>${keys}</div>`,
    enter: point,
    secrets: ['1234', '987650'],
  },
  {
    name: 'size of what is blocked',
    html: '<span data-cobrowse-block>x</span>',
    enter: (root, secret) => {
      root.innerHTML = `<span data-cobrowse-block>${secret}</span><p data-cobrowse-block>${secret}</p>`;
    },
    secrets: ['Bo', 'Maximiliane'],
  },
  {
    name: 'inside of what is blocked',
    html: '<div data-cobrowse-block></div>',
    enter: async (root, secret, step) => {
      for (const letter of secret) {
        field(root).append(letter);
        await step();
      }
    },
  },
  {
    name: 'selection in a field',
    html: '<input value="a text that is long">',
    enter: (root, secret) => {
      field(root).setSelectionRange(0, secret.length);
      tell(field(root), 'select', 'selectionchange');
    },
  },
  {
    name: 'selection in a masked text',
    html: '<p data-cobrowse-mask>a text that is long</p>',
    enter: (root, secret) =>
      root.ownerDocument
        .getSelection()!
        .setBaseAndExtent(field(root).firstChild!, 0, field(root).firstChild!, secret.length),
  },
  {
    name: 'caret in what one edits',
    html: '<div contenteditable>a text that is long</div>',
    enter: (root, secret) =>
      root.ownerDocument.getSelection()!.collapse(field(root).firstChild, secret.length),
  },
  {
    name: 'canvas under a mask',
    html: '<p data-cobrowse-mask><canvas width="50" height="20"></canvas></p>',
    enter: (root, secret) => root.querySelector('canvas')!.getContext('2d')!.fillText(secret, 0, 15),
  },
  {
    name: 'value of a meter under a mask',
    html: '<p data-cobrowse-mask><meter></meter><progress></progress></p>',
    enter: (root, secret) => {
      for (const each of root.querySelectorAll('meter,progress')) each.setAttribute('value', `0.${secret}`);
    },
    secrets: ['1', '95'],
  },
  {
    name: 'state of a switch by role under a mask',
    html: '<p data-cobrowse-mask role="switch"></p>',
    enter: (root, secret) => field(root).setAttribute('aria-checked', secret ? 'true' : 'false'),
    secrets: states,
  },
  {
    name: 'amount',
    html: '<p data-cobrowse-mask></p>',
    enter: (root, secret) => field(root).append(secret),
    secrets: ['1.00', '1,234,567,890.12'],
  },
  {
    name: 'composed text',
    html: '<input>',
    enter: (root, secret) => {
      for (const data of secret)
        for (const name of ['compositionstart', 'compositionupdate', 'compositionend'])
          field(root).dispatchEvent(new CompositionEvent(name, { bubbles: true, data }));
    },
  },
];
