import { denied, inside, never, type Place } from '../place.ts';

const field = <E extends Element = HTMLInputElement>(root: HTMLElement) => root.firstElementChild as E;
const typed = (root: HTMLElement, secret: string) => {
  field(root).value = secret;
  field(root).dispatchEvent(new InputEvent('input', { bubbles: true, data: secret }));
};
const kinds = ['text', 'search', 'email', 'tel', 'url'];
const cards = ['cc-number', 'one-time-code', 'new-password'];

export const fields: readonly Place[] = [
  denied('value attribute', '<input value="¤">'),
  ...kinds.map((type) => denied(`typed into ${type}`, `<input type="${type}">`, { act: typed })),
  ...cards.map((name) => denied(`typed into ${name}`, `<input autocomplete="${name}">`, { act: typed })),
  denied('default value', '<input>', {
    act: (root, secret) => {
      field(root).defaultValue = secret;
    },
  }),
  denied('hidden input', '<input type="hidden" value="¤">'),
  denied('password', '<input type="password">', { act: typed, ...never('a password') }),
  denied('password that shows itself', '<input type="password">', {
    act: typed,
    later: (root) => {
      field(root).type = 'text';
    },
  }),
  denied('password shown, and hidden again', '<input>', {
    act: typed,
    later: (root) => {
      field(root).type = 'password';
    },
  }),
  denied('textarea text', '<textarea>¤</textarea>'),
  denied('typed into textarea', '<textarea></textarea>', { act: typed }),
  denied('option text', '<select><option>¤</option></select>'),
  denied('option value', '<select><option value="¤">x</option></select>'),
  denied('option label', '<select><option label="¤">x</option></select>'),
  denied('optgroup label', '<select><optgroup label="¤"><option>x</option></optgroup></select>'),
  denied('option added by script', '<select></select>', {
    act: (root, secret) => field<HTMLSelectElement>(root).add(new Option(secret, secret)),
  }),
  denied('selected content', '<select size="3" multiple><option selected>¤</option></select>'),
  denied('datalist option', '<datalist><option value="¤">¤</option></datalist>'),
  denied('datalist words', '<datalist>¤</datalist>'),
  denied('checkbox value', '<input type="checkbox" value="¤">'),
  denied('radio value', '<input type="radio" value="¤" name="¤">'),
  denied('name of a field', '<input name="¤">'),
  denied('name of a form', '<form name="¤"></form>'),
  denied('pattern', '<input pattern="¤">'),
  denied('list reference', '<input list="¤">'),
  denied('form reference', '<input form="¤">'),
  denied('autocomplete', '<input autocomplete="section-¤ name">'),
  denied('accept', '<input type="file" accept=".¤">'),
  denied('file name', '<input type="file">', {
    act: (root, secret) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(['x'], `${secret}.pdf`));
      field(root).files = transfer.files;
      field(root).dispatchEvent(new Event('change', { bubbles: true }));
    },
  }),
  denied('validation message', '<input>', {
    act: (root, secret) => {
      field(root).setCustomValidity(secret);
      field(root).reportValidity();
    },
  }),
  denied('piece written into a field', '<input value="x">', {
    act: (root, secret) => field(root).setRangeText(secret),
  }),
  denied('clone of a field', '<input>', {
    act: typed,
    later: (root) => root.append(field(root).cloneNode(true)),
  }),
  denied('field moved into another form', '<input><form></form>', {
    act: typed,
    later: (root) => root.lastElementChild!.append(field(root)),
  }),
  denied('field written anew', '<p></p>', {
    act: (root, secret) => {
      root.firstElementChild!.innerHTML = `<input value="${secret}">`;
    },
  }),
  denied('field in a shadow root', '<p></p>', {
    act: (root, secret) => {
      root.firstElementChild!.attachShadow({ mode: 'open' }).innerHTML = `<input value="${secret}">`;
    },
  }),
  denied('contenteditable', '<div contenteditable>¤</div>'),
  denied('contenteditable, plain text', '<div contenteditable="plaintext-only"><p>a</p>¤</div>'),
  denied('typed into contenteditable', '<div contenteditable></div>', {
    act: (root) => field<HTMLElement>(root).append(''),
    later: (root, secret) => {
      for (const letter of secret) (field(root).firstChild as Text).appendData(letter);
    },
  }),
  denied('attributes inside what one edits', '<div contenteditable><b title="¤" data-a="¤">x</b></div>'),
  denied('textbox by role', '<div role="textbox">¤</div>'),
  denied('searchbox by role', '<div role="searchbox">¤</div>'),
  denied('input event', '<input>', {
    act: (root, secret) => {
      for (const type of ['beforeinput', 'input'])
        field(root).dispatchEvent(new InputEvent(type, { bubbles: true, data: secret }));
    },
    ...never('events carry nothing'),
  }),
  denied('composition', '<input>', {
    act: (root, secret) =>
      field(root).dispatchEvent(new CompositionEvent('compositionupdate', { bubbles: true, data: secret })),
    ...never('events carry nothing'),
  }),
  denied('key', '<input>', {
    act: (root, secret) =>
      field(root).dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, key: secret })),
    ...never('events carry nothing'),
  }),
  denied('clipboard', '<input>', {
    act: (root, secret) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', secret);
      for (const type of ['copy', 'paste'])
        field(root).dispatchEvent(new ClipboardEvent(type, { bubbles: true, clipboardData }));
    },
    ...never('events carry nothing'),
  }),
  denied('drag', '<p draggable="true">x</p>', {
    act: (root, secret) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.setData('text/plain', secret);
      for (const type of ['dragstart', 'drop'])
        field(root).dispatchEvent(new DragEvent(type, { bubbles: true, dataTransfer }));
    },
    ...never('events carry nothing'),
  }),
  denied('select name', '<select name="¤"></select>'),
  denied('dirname', '<input dirname="¤">'),
  denied('data attribute of a field', '<input data-value="¤">'),
  denied('class of a field', '<input class="¤">', { under: ['strict', 'masked'] }),
  inside('placeholder', '<input placeholder="¤">'),
  inside('placeholder of a textarea', '<textarea placeholder="¤"></textarea>'),
  inside('title of a field', '<input title="¤">'),
  inside('name of a field for assistive technology', '<input aria-label="¤">'),
  inside('button value', '<input type="submit" value="¤">'),
  inside('button text', '<button value="¤">¤</button>'),
  inside('label', '<label for="x">¤</label>'),
  inside('legend', '<fieldset><legend>¤</legend></fieldset>'),
  inside('output', '<output>¤</output>'),
  inside('output set by script', '<output></output>', {
    act: (root, secret) => {
      field<HTMLOutputElement>(root).value = secret;
    },
  }),
  inside('fallback of a progress', '<progress value="1">¤</progress>'),
  inside('fallback of a meter', '<meter value="1">¤</meter>'),
  inside('state of a slider by role', '<div role="slider" aria-valuetext="¤" aria-valuenow="¤"></div>'),
];
