import { clicking, everyWay, type FidelityCase, inGroup } from '../../fidelity-case.ts';

const on = inGroup('Documents');
const undefinedRules =
  '<style>:not(:defined){color:red}x-one{display:block;font-size:30px}:defined.two{color:blue}</style>';
const exclusive =
  '<details name=g open><summary>a</summary>A</details><details name=g id=b><summary>b</summary>B</details><details name=g id=c><summary>c</summary>C</details>';
const dialogs =
  '<style>dialog{padding:9px}dialog::backdrop{background:rgb(0 128 0 / .5)}#e{background:pink}</style><p>behind</p><dialog id=d>hello</dialog><dialog id=e>second</dialog>';
const popovers =
  '<style>[popover]{inset:auto;left:60px;margin:0}#p{top:50px;background:pink}#q{top:60px;left:80px;background:lime}</style><div popover id=p>pop</div><div popover=manual id=q>manual</div>';

export const liveElements: readonly FidelityCase[] = [
  on(
    'custom elements defined before',
    `${undefinedRules}<x-one>one</x-one><x-two class=two>two</x-two>`,
    `
    customElements.define('x-one', class extends HTMLElement { connectedCallback() { this.title = 'up'; this.append('!'); } });
    document.body.append(document.createElement('x-one'))`,
  ),
  on(
    'custom elements defined later',
    `${undefinedRules}<x-one>one</x-one><x-two class=two>two</x-two>`,
    `
    await rendered(); await rendered();
    customElements.define('x-two', class extends HTMLElement { connectedCallback() { this.style.fontSize = '20px'; } })`,
  ),
  on(
    'custom elements defined while detached',
    `${undefinedRules}<div id=d></div>`,
    `
    const two = make('x-two', 'two', { className: 'two' }); d.append(two); await rendered(); two.remove();
    customElements.define('x-two', class extends HTMLElement {}); await rendered(); d.append(two)`,
  ),
  on(
    'customised built-ins',
    '<style>button:not(:defined){color:red}</style><button is=x-button>b</button>',
    `
    customElements.define('x-button', class extends HTMLButtonElement { connectedCallback() { this.style.fontSize = '30px'; } }, { extends: 'button' });
    document.body.append(document.createElement('button', { is: 'x-button' }))`,
  ),
  on(
    'custom states',
    '<style>x-s{display:block}x-s:state(on){color:red;font-size:30px}x-s:state(off){color:blue}</style><x-s>state</x-s>',
    `
    customElements.define('x-s', class extends HTMLElement { internals = this.attachInternals(); });
    $('x-s').internals.states.add('on'); $('x-s').internals.states.add('off'); await rendered(); $('x-s').internals.states.delete('off')`,
    { cannot: everyWay('not yet: only an element itself knows its states') },
  ),
  on(
    'details',
    '<details id=a><summary>a</summary>A</details><details id=b open><summary>b</summary>B</details>',
    `a.open = true; b.open = false`,
  ),
  on('details by a click', '<details id=a><summary>a</summary>A</details>', undefined, {
    input: clicking('summary'),
  }),
  on('details, exclusive group', exclusive, `b.open = true`),
  on(
    'details, exclusive group, moved while all is said again',
    `${exclusive}<div id=d></div>`,
    `keyframe(); await turn(); d.append($('details'))`,
  ),
  on('details, exclusive group by clicks', exclusive, undefined, {
    input: clicking('#b summary', '#c summary'),
  }),
  on('dialog, modal', dialogs, `d.showModal()`),
  on('dialogs, modal and stacked', dialogs, `d.showModal(); e.showModal()`),
  on('dialogs, stacked the other way', dialogs, `e.showModal(); d.showModal()`, {
    cannot: { before: 'no browser tells the order of its top layer' },
  }),
  on(
    'dialog restacked',
    dialogs,
    `d.showModal(); e.showModal(); await rendered(); d.close(); d.showModal()`,
    { cannot: { before: 'no browser tells the order of its top layer' } },
  ),
  on(
    'dialog, modal without its attribute',
    dialogs,
    `d.showModal(); await rendered(); await rendered(); d.removeAttribute('open')`,
  ),
  on('dialog closed', dialogs, `d.showModal(); await rendered(); d.close()`),
  on(
    'dialog shown without a modal, then modal',
    dialogs,
    `d.show(); await rendered(); d.close(); d.showModal()`,
  ),
  on(
    'dialog open by attribute',
    '<dialog id=d open>one</dialog><dialog id=e>two</dialog>',
    `d.close(); e.show()`,
  ),
  on(
    'dialog removed while modal',
    `${dialogs}<div id=x></div>`,
    `d.showModal(); await rendered(); x.append(d); await rendered()`,
  ),
  on(
    'dialog added and modal at once',
    '<p>x</p>',
    `const d = make('dialog', 'new'); document.body.append(d); d.showModal()`,
  ),
  on('popovers', popovers, `p.showPopover(); q.showPopover()`),
  on('popovers, the other order', popovers, `q.showPopover(); p.showPopover()`, {
    cannot: { before: 'no browser tells the order of its top layer' },
  }),
  on(
    'popovers hidden again',
    popovers,
    `p.showPopover(); q.showPopover(); await rendered(); p.hidePopover()`,
  ),
  on(
    'popover beside its button',
    '<style>#p{position-area:bottom;margin:0;inset:auto}</style><button id=b style="margin:50px" popovertarget=p>b</button><div id=p popover>pop</div>',
    `b.click()`,
  ),
  on(
    'popover by a button in another',
    '<button popovertarget=q>q</button><button id=b popovertarget=p>p</button><div id=p popover>p <button id=c popovertarget=q>q</button></div><div id=q popover style="inset:auto;top:100px">q</div>',
    `b.click(); await rendered(); await rendered(); c.click()`,
  ),
  on('popover by a button', `${popovers}<button popovertarget=p id=b>open</button>`, undefined, {
    input: clicking('#b'),
  }),
  on('popover over a modal dialog', `${dialogs}${popovers}`, `d.showModal(); q.showPopover()`),
  on('modal dialog over a popover', `${dialogs}${popovers}`, `q.showPopover(); d.showModal()`, {
    cannot: { before: 'no browser tells the order of its top layer' },
  }),
  on(
    'popover attribute set by script',
    '<div id=p style="background:pink">pop</div>',
    `p.popover = 'manual'; p.showPopover()`,
  ),
  on(
    'fullscreen',
    '<style>#f:fullscreen{background:red}p{color:blue}</style><div id=f>full</div><p>x</p>',
    undefined,
    {
      input: async (window, source) => {
        await source.evaluate(() => {
          document.addEventListener('click', () => void document.getElementById('f')!.requestFullscreen(), {
            once: true,
          });
        });
        await window.mouse.click(100, 300);
        await source.waitForFunction(() => document.fullscreenElement);
      },
      pixels: 1e6,
    },
  ),
  on(
    'fullscreen left',
    '<style>#f:fullscreen{background:red}</style><div id=f>full</div><p>x</p>',
    undefined,
    {
      input: async (window, source) => {
        await source.evaluate(() => {
          document.addEventListener('click', () => void document.getElementById('f')!.requestFullscreen(), {
            once: true,
          });
        });
        await window.mouse.click(100, 300);
        await source.waitForFunction(() => document.fullscreenElement);
        await source.evaluate(() => document.exitFullscreen());
        await source.waitForFunction(() => !document.fullscreenElement && innerWidth === 500);
      },
    },
  ),
  on(
    'popover, put elsewhere while open',
    '<div id=p popover=manual>popover</div><div id=d></div>',
    `p.showPopover(); await rendered(); d.append(p); await rendered()`,
  ),
];
