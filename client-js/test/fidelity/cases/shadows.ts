import { clicking, everyWay, type FidelityCase, inGroup } from '../fidelity-case.ts';

const on = inGroup('Shadow');
const styledBox = '<style>:host{display:block;border:2px solid}p{color:red}</style><p>one</p>';

export const shadows: readonly FidelityCase[] = [
  on('open', '<x-a>light</x-a>', `shadow($('x-a'), '<style>p{color:red}</style><p>shadow</p><slot></slot>')`),
  on(
    'open, on elements of HTML',
    '<div id=d>light</div><section></section>',
    `shadow(d, '<b>shadow</b>'); shadow($('section'), '<slot></slot>!')`,
  ),
  on('open, focus delegated', '<x-a></x-a>', `shadow($('x-a'), '<input>', { delegatesFocus: true })`),
  on(
    'closed',
    '<x-a></x-a>',
    `shadow($('x-a'), '<p style="color:red;font-size:40px">closed</p>', { mode: 'closed' })`,
    {
      cannot: { before: 'a closed root that was attached before capture began is out of reach' },
    },
  ),
  on(
    'closed, changed later',
    '<x-a></x-a>',
    `
    const root = shadow($('x-a'), '<p>closed</p>', { mode: 'closed' }); await rendered(); root.append(make('i', 'later')); root.querySelector('p').style.color = 'red'`,
    {
      cannot: { before: 'a closed root that was attached before capture began is out of reach' },
    },
  ),
  on(
    'closed, of a custom element that keeps it',
    '<x-c></x-c>',
    `
    customElements.define('x-c', class extends HTMLElement { root = this.attachShadow({ mode: 'closed' }); connectedCallback() { this.root.innerHTML = '<p style="color:red">kept</p>'; } })`,
    {
      cannot: { before: 'a closed root that was attached before capture began is out of reach' },
    },
  ),
  on(
    'declarative',
    '<x-a><template shadowrootmode=open><style>p{color:red}</style><p>declared <slot></slot></p></template>light</x-a>',
    `
    $('x-a').shadowRoot.querySelector('p').append('!')`,
  ),
  on(
    'declarative and closed',
    '<x-a><template shadowrootmode=closed><p>declared <slot></slot></p></template>light</x-a>',
    undefined,
    {
      cannot: everyWay('the parser attached a closed root before capture began'),
    },
  ),
  on(
    'declarative, by setHTMLUnsafe',
    '<div id=d></div>',
    `d.setHTMLUnsafe('<x-a><template shadowrootmode=open><p>declared</p></template></x-a>')`,
  ),
  on('attached later', '<x-a>light</x-a>', `await rendered(); shadow($('x-a'), '<b>later</b><slot></slot>')`),
  on(
    'attached on detached hosts',
    '<div id=d></div>',
    `const host = make('x-a'); shadow(host, '<h3>later</h3>'); d.append(host)`,
  ),
  on(
    'attached to a host in a fragment',
    '<div id=d></div>',
    `const box = make('div', '<p><x-a></x-a></p>'); shadow($('x-a', box), '<h3>deep</h3>'); await rendered(); d.append(box)`,
  ),
  on(
    'an empty root hides light children',
    '<x-a>hidden</x-a><p>shown</p>',
    `$('x-a').attachShadow({ mode: 'open' })`,
  ),
  on(
    'nested',
    '<x-a>light</x-a>',
    `
    const root = shadow($('x-a'), '<style>:host{display:block;border:2px solid}</style><x-b></x-b><slot></slot>'); const inner = shadow($('x-b', root), '<i>inner</i><x-c></x-c>'); await rendered(); shadow($('x-c', inner), '<u>deepest</u>')`,
  ),
  on(
    'styles of hosts and slotted',
    '<x-a class=k>light<b slot=s>slotted</b></x-a>',
    `
    shadow($('x-a'), '<style>:host(.k){display:block;border:2px solid}::slotted(b){color:red}:host-context(body) i{color:lime}::part(p){color:blue}</style><slot name=s></slot><i>i</i><slot></slot>')`,
  ),
  on(
    'parts',
    '<style>x-a::part(p){color:red;font-size:30px}</style><x-a></x-a>',
    `shadow($('x-a'), '<p part=p>part</p><p id=q>q</p>'); await rendered(); $('#q', $('x-a').shadowRoot).part.add('p')`,
  ),
  on(
    'adopted sheets',
    '<x-a></x-a><x-b></x-b>',
    `
    const sheet = sheetOf('p{color:red}'); for (const name of ['x-a', 'x-b']) shadow($(name), '<p>p</p>').adoptedStyleSheets = [sheet]`,
  ),
  on(
    'adopted sheets pushed later',
    '<x-a></x-a><x-b></x-b>',
    `
    const sheet = sheetOf('p{color:red}'); const roots = ['x-a', 'x-b'].map((name) => shadow($(name), '<p>p</p>')); await rendered();
    for (const root of roots) root.adoptedStyleSheets.push(sheet); await rendered(); sheet.insertRule('p{font-size:40px}', 1)`,
  ),
  on(
    'style text and rules inside',
    '<x-a></x-a>',
    `
    const root = shadow($('x-a'), '${styledBox}'); await rendered(); root.querySelector('style').sheet.insertRule('p{font-size:30px}', 2); root.append(make('style', 'p{margin:20px}'))`,
  ),
  on(
    'linked sheet inside',
    '<x-a></x-a>',
    `
    const root = shadow($('x-a'), '<link rel=stylesheet href=/a.css><p>p</p>'); await event(root.querySelector('link'), 'load')`,
    { files: { '/a.css': 'p{color:red;font-size:30px}' } },
  ),
  on(
    'slots reassigned',
    '<x-a><b id=b>b</b><i id=i slot=one>i</i></x-a>',
    `
    shadow($('x-a'), '<u>1<slot name=one></slot></u><s>2<slot name=two>none</slot></s>'); await rendered(); b.slot = 'two'; i.slot = 'two'`,
  ),
  on(
    'slots renamed and removed',
    '<x-a><b id=b slot=one>b</b></x-a>',
    `
    const root = shadow($('x-a'), '<u>1<slot name=one>none</slot></u><s>2<slot name=two>none</slot></s>'); await rendered(); root.querySelector('slot').name = 'two'; root.querySelectorAll('slot')[1].remove()`,
  ),
  on(
    'slots manual',
    '<x-m><i id=i>i</i><b id=b>b</b></x-m>',
    `
    const root = shadow($('x-m'), '[<slot></slot>][<slot></slot>]', { slotAssignment: 'manual' }); const [one, two] = root.querySelectorAll('slot'); one.assign(i)`,
  ),
  on(
    'slots manual, assigned anew',
    '<x-m><i id=i>i</i><b id=b>b</b></x-m>',
    `
    const root = shadow($('x-m'), '[<slot></slot>][<slot></slot>]', { slotAssignment: 'manual' }); const [one, two] = root.querySelectorAll('slot'); one.assign(i, b); await rendered(); two.assign(i); await rendered(); one.assign()`,
  ),
  on(
    'inputs inside',
    '<x-a></x-a>',
    `
    const root = shadow($('x-a'), '<input><input type=checkbox><select><option>1<option>2</select>'); const [text, check] = root.querySelectorAll('input'); text.value = 'inside'; check.checked = true; root.querySelector('select').selectedIndex = 1`,
  ),
  on(
    'typing inside',
    '<style>*{caret-color:transparent}</style><x-a></x-a>',
    `shadow($('x-a'), '<style>input{caret-color:transparent;outline:0}</style><input>')`,
    {
      cannot: everyWay(
        'how a browser tells of a caret inside a control of a shadow root, no script can select',
      ),
      input: async (window, source) => {
        await clicking('input')(window, source);
        await window.keyboard.type('inside');
      },
    },
  ),
  on(
    'scroll inside',
    '<x-a></x-a>',
    `
    const root = shadow($('x-a'), '<div style="height:50px;overflow:auto"><p style="height:500px;background:linear-gradient(red,blue)">x</p></div>'); await rendered(); await rendered(); root.querySelector('div').scrollTop = 120`,
  ),
  on(
    'scroll inside, in the task that attached the root',
    '<x-a></x-a>',
    `
    const root = shadow($('x-a'), '<div style="height:50px;overflow:auto"><p style="height:500px;background:linear-gradient(red,blue)">x</p></div>'); root.querySelector('div').scrollTop = 120`,
  ),
  on(
    'focus inside',
    '<x-a></x-a>',
    `
    shadow($('x-a'), '<style>button{outline:0}button:focus{background:lime}:host(:focus-within){border:3px solid;display:block}</style><button>x</button>').querySelector('button').focus()`,
  ),
  on(
    'nodes moving in and out',
    '<x-a></x-a><p id=p>p</p><div id=d></div>',
    `
    const root = shadow($('x-a'), '<b>b</b><i>i</i>'); await rendered(); root.prepend(p); d.append(root.querySelector('b')); await rendered(); root.append(d)`,
  ),
  on(
    'nodes moving with their host',
    '<x-a></x-a><div id=d></div>',
    `
    const root = shadow($('x-a'), '<input><p>p</p>'); root.querySelector('input').value = 'typed'; await rendered(); d.append($('x-a')); await rendered(); root.append('later')`,
  ),
  on(
    'nodes moving between roots',
    '<x-a></x-a><x-b></x-b>',
    `
    const one = shadow($('x-a'), '<style>p{color:red}</style><p>p</p>'), two = shadow($('x-b'), '<style>p{color:blue}</style>'); await rendered(); two.append(one.querySelector('p'))`,
  ),
  on(
    'host removed, mutated, put back',
    '<x-a></x-a><div id=d></div>',
    `
    const host = $('x-a'), root = shadow(host, '<p>one</p>'); await rendered(); host.remove(); await rendered(); root.append('two'); root.querySelector('p').textContent = 'changed'; await rendered(); d.append(host); await rendered(); root.append(make('b', 'three'))`,
  ),
  on(
    'host removed, mutated, put back in a task',
    '<x-a></x-a><div id=d></div>',
    `
    const host = $('x-a'), root = shadow(host, '<p>one</p>'); host.remove(); root.append('two'); d.append(host); root.append(d.cloneNode())`,
  ),
  on(
    'a host cloned',
    '<div id=d></div>',
    `
    const host = make('x-a'); shadow(host, '<p>cloned</p>', { clonable: true }); d.append(host.cloneNode(true), host)`,
  ),
  on(
    'attached while all is said again',
    `${'<p>x</p>'.repeat(40)}<x-a>light</x-a>`,
    `keyframe(); await turn(); shadow($('x-a'), '<p>shadow</p><slot></slot>')`,
  ),
];
