import { calm, clicking, type FidelityCase, inGroup } from '../fidelity-case.ts';

const on = inGroup('Forms');
const radios = (name: string) =>
  `<input type=radio name="${name}" id=a checked><input type=radio name="${name}" id=b><input type=radio name=other id=c checked>`;
const select = '<select id=a><option>1<option>2<option>3</select>';
const multiple = '<select id=a multiple><option selected>1<option>2<option>3</select>';
const form =
  '<form id=f><input id=a value=x><input type=checkbox id=b checked><select id=s><option>1<option selected>2</select><textarea id=t>t</textarea><input type=radio name=r id=r checked><input type=radio name=r id=q></form>';
const changeForm = `a.value = 'y'; b.checked = false; b.indeterminate = true; s.selectedIndex = 0; t.value = 'u'; q.checked = true`;

export const forms: readonly FidelityCase[] = [
  on('typing', `${calm}<input id=i><textarea id=t>start</textarea>`, undefined, {
    input: async (window, source) => {
      await clicking('#i')(window, source);
      await window.keyboard.type('hello');
      await clicking('#t')(window, source);
      await window.keyboard.press('End');
      await window.keyboard.type(' more');
    },
  }),
  on(
    'typing into a search, an e-mail and a number',
    `${calm}<style>::-webkit-inner-spin-button{display:none}</style><input type=search id=a><input type=email id=b><input type=number id=c>`,
    undefined,
    {
      input: async (window, source) => {
        for (const [id, text] of [
          ['a', 'find'],
          ['b', 'x@y'],
          ['c', '12'],
        ] as const) {
          await clicking(`#${id}`)(window, source);
          await window.keyboard.type(text);
        }
      },
    },
  ),
  on('value', '<input id=a value=x><textarea id=b>y</textarea>', `a.value = 'set'; b.value = 'set too'`),
  on(
    'value, several times in a task',
    '<input id=a value=x>',
    `for (let i = 0; i < 9; i++) a.value = 'v' + i; a.value = 'x'`,
  ),
  on(
    'setRangeText',
    '<input id=a value=abc><textarea id=b>xyz</textarea>',
    `a.setRangeText('range', 1, 2); b.setRangeText('r', 0, 1, 'select')`,
  ),
  on(
    'stepUp',
    '<input id=a type=number value=1><input id=b type=range max=10 value=5>',
    `a.stepUp(4); b.stepDown()`,
  ),
  on(
    'valueAsNumber',
    '<input id=a type=number><input id=b type=range max=10>',
    `a.valueAsNumber = 42; b.valueAsNumber = 7`,
  ),
  on(
    'valueAsDate',
    '<input id=a type=date><input id=b type=month value=2020-01><input id=c type=time>',
    `a.valueAsDate = new Date(0); b.valueAsDate = new Date(0); c.valueAsDate = new Date(3600000)`,
  ),
  on('reset', form, `${changeForm}; await rendered(); f.reset()`),
  on('reset in the same task', form, `${changeForm}; f.reset()`),
  on(
    'reset by a button',
    `${form.replace('</form>', '<button type=reset id=z>reset</button></form>')}`,
    changeForm,
    {
      input: clicking('#z'),
    },
  ),
  on(
    'unchecked',
    '<input id=a type=checkbox checked><input id=b type=radio checked>',
    `a.checked = false; b.checked = false`,
  ),
  on('cleared', '<input id=a value=x><textarea id=b>x</textarea>', `a.value = ''; b.value = ''`),
  on('none selected', '<select id=a><option>1<option selected>2</select>', `a.selectedIndex = -1`),
  on(
    'dirty value, then the attribute changes',
    '<input id=a value=x><textarea id=t>x</textarea>',
    `
    a.value = 'dirty'; t.value = 'dirty'; await rendered(); a.setAttribute('value', 'attribute'); t.textContent = 'children'`,
  ),
  on(
    'dirty value equal to the attribute, then the attribute changes',
    '<input id=a value=x>',
    `a.value = 'x'; await rendered(); a.setAttribute('value', 'attribute')`,
  ),
  on(
    'dirty checkedness, then the attribute changes',
    '<input id=a type=checkbox><input id=b type=checkbox checked>',
    `
    a.checked = false; b.checked = true; await rendered(); a.setAttribute('checked', ''); b.removeAttribute('checked')`,
  ),
  on(
    'clean value and checkedness, then the attribute changes',
    '<input id=a value=x><input id=b type=checkbox>',
    `a.setAttribute('value', 'y'); b.setAttribute('checked', '')`,
  ),
  on(
    'indeterminate',
    '<input type=checkbox id=a><input type=checkbox id=b checked>',
    `a.indeterminate = true; b.indeterminate = true`,
  ),
  on('indeterminate ended by a click', '<input type=checkbox id=a>', `a.indeterminate = true`, {
    input: clicking('#a'),
  }),
  on('checkbox and radio clicked', `<input type=checkbox id=x>${radios('r')}`, undefined, {
    input: clicking('#x', '#b'),
  }),
  on('radio groups', radios('r'), `b.checked = true`),
  on('radio groups, names with quotes', radios("a'b&quot;]\\"), `b.checked = true`),
  on(
    'radio groups, in different forms',
    `<form>${radios('r')}</form><form><input type=radio name=r id=d checked></form>`,
    `b.checked = true`,
  ),
  on(
    'radio groups, of which a copy comes first',
    `<p id=p><input type=radio name=r id=a checked></p>`,
    `p.before(p.cloneNode(true))`,
  ),
  on('radio checked by its attribute, which goes', radios('r'), `a.defaultChecked = false`),
  on('radio checked by its attribute, which comes', radios('r'), `b.defaultChecked = true`),
  on('radio that joins a group', `${radios('r')}`, `c.name = 'r'`),
  on('select single', select, `a.selectedIndex = 1`),
  on('select single by keys', calm + select, undefined, {
    input: async (window, source) => {
      await source.evaluate(() => document.getElementById('a')!.focus());
      await window.keyboard.press('ArrowDown');
      await window.keyboard.press('ArrowDown');
    },
  }),
  on(
    'select single by value and by option',
    `${select}<select id=b><option>x<option id=y>y</select>`,
    `a.value = '3'; y.selected = true`,
  ),
  on(
    'select multiple',
    multiple,
    `a.options[0].selected = false; a.options[2].selected = true; a.options[1].selected = true`,
  ),
  on('select multiple, none', multiple, `a.selectedIndex = -1`),
  on(
    'select with duplicate values',
    '<select id=a><option value=x>1<option value=x>2<option value=x>3</select>',
    `a.selectedIndex = 2`,
  ),
  on(
    'select with groups and a disabled first',
    '<select id=a><option disabled>0<optgroup label=g><option>1<option>2</optgroup></select>',
    `a.selectedIndex = 2`,
  ),
  on(
    'select that shows a copy of what is chosen',
    '<style>select,::picker(select){appearance:base-select}</style><select id=s><button><selectedcontent></selectedcontent></button><option>1<option><b>2</b> two</select>',
    `s.selectedIndex = 1`,
  ),
  on('select with a size', '<select id=a size=4><option>1<option>2<option>3</select>', `a.selectedIndex = 1`),
  on(
    'options added',
    '<select id=a><option>1<option selected>2<option>3</select>',
    `a.selectedIndex = 2; a.add(new Option('4', '4', false, true)); a.add(new Option('5'), 0)`,
  ),
  on(
    'options removed',
    '<select id=a><option>1<option selected>2<option>3</select>',
    `a.selectedIndex = 2; await rendered(); a.options[0].remove(); await rendered(); a.options[1].remove()`,
  ),
  on(
    'options replaced',
    select,
    `a.selectedIndex = 2; await rendered(); a.innerHTML = '<option>x<option>y<option>z'; a.selectedIndex = 1`,
  ),
  on(
    'moved inputs keep value and checkedness',
    '<div id=x><input id=a><input type=checkbox id=b><textarea id=c></textarea></div><div id=y></div>',
    `
    a.value = 'kept'; b.checked = true; c.value = 'text'; await rendered(); y.append(a, b, c)`,
  ),
  on(
    'moved selects keep their choice',
    `<div id=x>${select}</div><div id=y></div>`,
    `a.selectedIndex = 2; await rendered(); y.append(a)`,
  ),
  on(
    'inputs removed and put back keep their state',
    '<div id=x><input id=a><input type=checkbox id=b></div>',
    `
    a.value = 'kept'; b.checked = true; b.indeterminate = true; await rendered(); a.remove(); b.remove(); await rendered(); x.append(a, b)`,
  ),
  on(
    'type switched',
    '<input id=a value=5><input id=b type=password value=secret>',
    `a.type = 'range'; b.type = 'text'`,
  ),
  on(
    'type switched after the value was set',
    '<input id=a type=checkbox><input id=b><input id=c type=text>',
    `
    b.value = 'typed'; c.value = '2020-02-03'; await rendered(); a.type = 'text'; a.value = 'now text'; b.type = 'search'; c.type = 'date'`,
  ),
  on('colour', '<input id=a type=color>', `a.value = '#ff0000'`),
  on('range', '<input id=a type=range max=10>', `a.value = '8'; a.max = '20'`),
  on('progress', '<progress id=g></progress><progress id=h value=.2></progress>', `g.value = 0.4; h.max = 2`),
  on('meter', '<meter id=h></meter>', `h.value = 0.7; h.high = 0.5`),
  on('output', '<output id=i></output>', `i.value = 'out'; i.defaultValue = 'other'`),
  on(
    'file names',
    '<input type=file id=a multiple>',
    `
    const transfer = new DataTransfer(); transfer.items.add(new File(['x'], 'one.txt')); transfer.items.add(new File(['y'], 'two.pdf')); a.files = transfer.files`,
  ),
  on('file names chosen by the customer', '<input type=file id=a>', undefined, {
    input: async (_, source) =>
      source
        .locator('#a')
        .setInputFiles({ name: 'letter.txt', mimeType: 'text/plain', buffer: Buffer.from('x') }),
  }),
  on(
    'options added as chosen',
    '<select id=a><option>1<option>2</select><select id=b multiple><option>1<option>2</select>',
    `a.add(new Option('new', '0', false, true), 0); b.add(new Option('new', '0', false, true), 1); await rendered(); a.add(new Option('newer', '1', false, true), 1)`,
  ),
  on(
    'options moved, then reset',
    '<form id=f><select id=a><option>1<option>2<option disabled>3</select></form>',
    `a.append(a.options[0]); await rendered(); f.reset()`,
  ),
  on(
    'disabled, read-only and fieldsets',
    '<fieldset id=f><legend>l</legend><input id=a><button>b</button></fieldset><input id=r>',
    `f.disabled = true; r.readOnly = true; r.placeholder = 'hint'`,
  ),
  on(
    'select that showed nothing, then an option',
    '<select id=s><option>a</option><option selected>b</option></select><script>s.selectedIndex = -1</script>',
    `s.options[1].selected = true`,
  ),
  on(
    'select with an option that came, went and came back',
    '<select id=s><option>a</option><option selected>b</option></select>',
    `const o = new Option('n'); s.append(o); o.selected = true; await rendered(); o.remove(); await rendered(); s.prepend(o)`,
  ),
  on(
    'buttons of a field that has the focus',
    `${calm}<input type=search id=a value=x><input type=number id=b value=1>`,
    `a.focus(); await rendered(); b.focus()`,
  ),
  on(
    'buttons of a field under the pointer',
    `${calm}<input type=search id=a value=x style="border:1px solid">`,
    '',
    {
      input: async (window) => window.mouse.move(50, 20),
    },
  ),
  on(
    'datalist',
    '<input id=a list=l><datalist id=l><option value=x></datalist>',
    `l.append(new Option('y')); a.value = 'y'`,
  ),
];
