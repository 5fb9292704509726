import { type FidelityCase, inGroup } from '../fidelity-case.ts';

const on = inGroup('forms');

export const forms: readonly FidelityCase[] = [
  on(
    'typing',
    '<style>*{caret-color:transparent;outline:0!important;border:1px solid}</style><input id=i><textarea id=t>start</textarea>',
    undefined,
    {
      input: async (window, source) => {
        await source.locator('#i').click();
        await window.keyboard.type('hello');
        await source.locator('#t').click();
        await window.keyboard.press('End');
        await window.keyboard.type(' more');
      },
    },
  ),
  on(
    'values set by script',
    '<input id=a value=x><input id=b type=number value=1><input id=c type=range max=10><input id=d type=color><input id=e type=date><textarea id=f>x</textarea><progress id=g></progress><meter id=h></meter><output id=i></output>',
    () => {
      const input = (id: string) => document.getElementById(id) as HTMLInputElement;
      input('a').value = 'set';
      input('b').stepUp(4);
      input('c').valueAsNumber = 7;
      input('d').value = '#ff0000';
      input('e').valueAsDate = new Date(0);
      input('f').setRangeText('range', 0, 1);
      (document.getElementById('g') as HTMLProgressElement).value = 0.4;
      (document.getElementById('h') as HTMLMeterElement).value = 0.7;
      (document.getElementById('i') as HTMLOutputElement).value = 'out';
    },
  ),
  on(
    'cleared, unchecked, none selected',
    '<input id=a value=x><input id=b type=checkbox checked><select id=c><option>1<option selected>2</select>',
    () => {
      (document.getElementById('a') as HTMLInputElement).value = '';
      (document.getElementById('b') as HTMLInputElement).checked = false;
      (document.getElementById('c') as HTMLSelectElement).selectedIndex = -1;
    },
  ),
  on(
    'dirty value or checkedness, then the attribute',
    '<input id=a value=x><input id=b type=checkbox>',
    () => {
      const [a, b] = [
        document.getElementById('a') as HTMLInputElement,
        document.getElementById('b') as HTMLInputElement,
      ];
      a.value = 'dirty';
      a.setAttribute('value', 'attribute');
      b.checked = false;
      b.setAttribute('checked', '');
    },
  ),
  on(
    'checks, radios and indeterminate',
    '<input type=checkbox id=a><input type=checkbox id=b><input type=radio name="a\'b" id=c checked><input type=radio name="a\'b" id=d>',
    () => {
      (document.getElementById('a') as HTMLInputElement).checked = true;
      (document.getElementById('b') as HTMLInputElement).indeterminate = true;
      (document.getElementById('d') as HTMLInputElement).checked = true;
    },
  ),
  on(
    'selects',
    '<select id=a><option>1<option>2</select><select id=b multiple><option selected>1<option>2<option>3</select><select id=c><option value=x>1<option value=x>2</select>',
    () => {
      (document.getElementById('a') as HTMLSelectElement).selectedIndex = 1;
      const { options } = document.getElementById('b') as HTMLSelectElement;
      options[0]!.selected = false;
      options[2]!.selected = true;
      (document.getElementById('c') as HTMLSelectElement).selectedIndex = 1;
    },
  ),
  on('options added and removed', '<select id=a><option>1<option selected>2<option>3</select>', () => {
    const select = document.getElementById('a') as HTMLSelectElement;
    select.selectedIndex = 2;
    select.options[0]!.remove();
    select.add(new Option('4', '4', false, true));
    select.add(new Option('5'), 0);
  }),
  on(
    'form reset',
    '<form id=f><input id=a value=x><input type=checkbox id=b checked><select id=s><option>1<option selected>2</select><textarea id=t>t</textarea></form>',
    () => {
      (document.getElementById('a') as HTMLInputElement).value = 'y';
      (document.getElementById('b') as HTMLInputElement).checked = false;
      (document.getElementById('s') as HTMLSelectElement).selectedIndex = 0;
      (document.getElementById('t') as HTMLTextAreaElement).value = 'u';
      (document.getElementById('f') as HTMLFormElement).reset();
    },
  ),
  on(
    'moved inputs keep their state',
    '<div id=x><input id=a><input type=checkbox id=b></div><div id=y></div>',
    () => {
      (document.getElementById('a') as HTMLInputElement).value = 'kept';
      (document.getElementById('b') as HTMLInputElement).checked = true;
      document.getElementById('y')!.append(document.getElementById('a')!, document.getElementById('b')!);
    },
  ),
  on('type switched', '<input id=a value=5><input id=b type=password value=secret>', () => {
    (document.getElementById('a') as HTMLInputElement).type = 'range';
    (document.getElementById('b') as HTMLInputElement).type = 'text';
  }),
  on('custom validity', '<style>:invalid{border:4px solid red}</style><input id=a><input required>', () => {
    (document.getElementById('a') as HTMLInputElement).setCustomValidity('no');
  }),
  on(
    'contenteditable',
    '<style>*{caret-color:transparent;outline:0!important}</style><div id=e contenteditable>text</div>',
    undefined,
    {
      input: async (window, source) => {
        await source.locator('#e').click();
        await window.keyboard.press('End');
        await window.keyboard.type(' typed');
        await window.keyboard.press('Enter');
        await window.keyboard.type('second');
      },
    },
  ),
  on(
    'disabled, read-only and fieldsets',
    '<fieldset id=f><legend>l</legend><input id=a><button>b</button></fieldset><input id=r>',
    () => {
      (document.getElementById('f') as HTMLFieldSetElement).disabled = true;
      (document.getElementById('r') as HTMLInputElement).readOnly = true;
      (document.getElementById('r') as HTMLInputElement).placeholder = 'hint';
    },
  ),
];
