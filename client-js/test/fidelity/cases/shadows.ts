import { type FidelityCase, inGroup } from '../fidelity-case.ts';

const on = inGroup('shadow');

export const shadows: readonly FidelityCase[] = [
  on('open and nested', '<x-a>light<b slot=s>slotted</b></x-a>', () => {
    const root = document.querySelector('x-a')!.attachShadow({ mode: 'open' });
    root.innerHTML =
      '<style>:host{display:block;border:2px solid}::slotted(b){color:red}</style><slot name=s></slot><x-b></x-b><slot></slot>';
    root.querySelector('x-b')!.attachShadow({ mode: 'open' }).innerHTML = '<i>inner</i>';
  }),
  on(
    'closed',
    '<x-a></x-a>',
    () => {
      const root = document.querySelector('x-a')!.attachShadow({ mode: 'closed' });
      root.innerHTML = '<p style="color:red;font-size:40px">closed</p>';
    },
    { cannot: { before: 'a closed root that was attached before capture began is out of reach' } },
  ),
  on(
    'declarative',
    '<x-a><template shadowrootmode=open><style>p{color:red}</style><p>declared <slot></slot></p></template>light</x-a>',
    () => {
      document.querySelector('x-a')!.shadowRoot!.querySelector('p')!.append('!');
    },
  ),
  on('attached later to a detached host', '<div id=d></div>', () => {
    const host = document.createElement('x-a');
    host.attachShadow({ mode: 'open' }).innerHTML = '<h3>later</h3>';
    document.getElementById('d')!.append(host);
  }),
  on('an empty root hides light children', '<x-a>hidden</x-a><p>shown</p>', () => {
    document.querySelector('x-a')!.attachShadow({ mode: 'open' });
  }),
  on('adopted sheets', '<x-a></x-a><x-b></x-b>', () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('p{color:red}');
    for (const name of ['x-a', 'x-b']) {
      const root = document.querySelector(name)!.attachShadow({ mode: 'open' });
      root.innerHTML = '<p>p</p>';
      root.adoptedStyleSheets.push(sheet);
    }
    sheet.insertRule('p{font-size:40px}', 1);
  }),
  on('slots reassigned and manual', '<x-a><b id=b>b</b></x-a><x-m><i id=i>i</i></x-m>', () => {
    document.querySelector('x-a')!.attachShadow({ mode: 'open' }).innerHTML =
      '<u>1<slot name=one></slot></u><s>2<slot name=two></slot></s>';
    document.getElementById('b')!.slot = 'two';
    const root = document.querySelector('x-m')!.attachShadow({ mode: 'open', slotAssignment: 'manual' });
    root.innerHTML = '[<slot></slot>]';
    root.querySelector('slot')!.assign(document.getElementById('i')!);
  }),
  on(
    'inputs and scroll inside',
    '<x-a></x-a>',
    () => {
      const root = document.querySelector('x-a')!.attachShadow({ mode: 'open' });
      root.innerHTML =
        '<input><div style="height:50px;overflow:auto"><p style="height:500px;background:linear-gradient(red,blue)">x</p></div>';
      root.querySelector('input')!.value = 'inside';
      root.querySelector('div')!.scrollTop = 120;
    },
    {
      cannot: {
        after: 'not yet: scrolled in the task that attached the root, before anybody listens inside it',
      },
    },
  ),
  on('hosts moved, removed, changed and put back', '<x-a></x-a><div id=d></div>', () => {
    const host = document.querySelector('x-a')!;
    const root = host.attachShadow({ mode: 'open' });
    root.innerHTML = '<p>one</p>';
    host.remove();
    root.append('two');
    document.getElementById('d')!.append(host);
    root.append(document.getElementById('d')!.cloneNode());
  }),
];
