import { everyWay, type FidelityCase, inGroup } from '../fidelity-case.ts';

const on = inGroup('Iframes');
const loaded = () =>
  Array.from(document.querySelectorAll('iframe')).every(
    (each) => each.contentDocument?.readyState === 'complete',
  );
const filled = `f.contentDocument.body.innerHTML = '<input value=x><b>scripted</b>';`;

export const iframes: readonly FidelityCase[] = [
  on('srcdoc', '<iframe srcdoc="<p style=color:red>inside</p>"></iframe>', undefined, { until: loaded }),
  on(
    'srcdoc set and changed by script',
    '<iframe id=f></iframe>',
    `
    f.srcdoc = '<p>one</p>'; await event(f, 'load'); f.srcdoc = '<!doctype html><p>two</p>'; await event(f, 'load')`,
  ),
  on('same origin', '<iframe src=/inner.html width=300 height=200></iframe>', undefined, {
    files: {
      '/inner.html': '<!doctype html><link rel=stylesheet href=/i.css><h1>inner</h1>',
      '/i.css': 'h1{color:purple}',
    },
    until: loaded,
  }),
  on(
    'about:blank scripted',
    '<iframe id=f></iframe>',
    `${filled} $('input', f.contentDocument).value = 'typed'`,
  ),
  on(
    'about:blank scripted, with sheets',
    '<iframe id=f></iframe>',
    `
    ${filled} f.contentDocument.head.append(make('style', 'b{color:red}')); const sheet = new f.contentWindow.CSSStyleSheet(); sheet.replaceSync('b{font-size:40px}'); f.contentDocument.adoptedStyleSheets = [sheet]`,
  ),
  on(
    'nested',
    '<iframe id=f width=400 height=300></iframe>',
    `
    f.contentDocument.body.innerHTML = '<iframe id=g></iframe>'; f.contentDocument.getElementById('g').contentDocument.body.innerHTML = '<b>deep</b>'`,
  ),
  on(
    'nested, loaded',
    '<iframe src=/one.html width=400 height=300></iframe>',
    `
    const inner = await innerOf($('iframe')); const deep = await innerOf($('iframe', inner)); deep.body.append('changed')`,
    {
      files: {
        '/one.html': '<!doctype html><p>one<iframe src=/two.html></iframe>',
        '/two.html': '<!doctype html><p>two',
      },
    },
  ),
  on(
    'added',
    '<p>x</p>',
    `const frame = make('iframe'); document.body.append(frame); frame.contentDocument.body.append('first '); await rendered(); frame.contentDocument.body.append('second')`,
  ),
  on(
    'added with an address',
    '<p>x</p>',
    `const frame = make('iframe', '', { src: '/one.html' }); document.body.append(frame); const inner = await innerOf(frame); inner.body.append('second')`,
    {
      files: { '/one.html': '<!doctype html><p>one' },
    },
  ),
  on(
    'moved',
    '<iframe id=f srcdoc="<p>inside</p>"></iframe><div id=d></div>',
    `
    await innerOf(f); await rendered(); d.append(f); await event(f, 'load'); f.contentDocument.body.append('again')`,
  ),
  on(
    'moved with moveBefore',
    '<iframe id=f></iframe><div id=d></div>',
    `
    ${filled} await rendered(); d.moveBefore(f, null); await rendered(); f.contentDocument.body.append('still')`,
  ),
  on(
    'removed and put back',
    '<iframe id=f></iframe><div id=d></div>',
    `
    ${filled} await rendered(); f.remove(); await rendered(); d.append(f); f.contentDocument.body.append('fresh')`,
  ),
  on(
    'navigated, then mutated',
    '<iframe id=f src=/one.html></iframe>',
    `
    const inner = await innerOf(f); const done = event(f, 'load'); f.src = '/two.html'; await done; f.contentDocument.body.append(' and changed')`,
    {
      files: { '/one.html': '<p>one', '/two.html': '<!doctype html><p>two' },
    },
  ),
  on(
    'navigated from within, then mutated',
    '<iframe id=f src=/one.html></iframe>',
    `
    await innerOf(f); const done = event(f, 'load'); f.contentWindow.location.href = '/two.html'; await done; await rendered(); f.contentDocument.body.append(' and changed'); $('input', f.contentDocument).value = 'typed'`,
    {
      files: { '/one.html': '<p>one', '/two.html': '<!doctype html><p>two<input>' },
    },
  ),
  on(
    'sandboxed',
    '<iframe sandbox="allow-same-origin" srcdoc="<p style=color:red>inside</p>"></iframe>',
    undefined,
    { until: loaded },
  ),
  on(
    'sandboxed, changed',
    '<iframe id=f sandbox="allow-same-origin" srcdoc="<p>inside</p>"></iframe>',
    `const inner = await innerOf(f); inner.body.append(make('b', 'more'))`,
  ),
  on(
    'quirks',
    '<iframe id=f></iframe>',
    `
    f.contentDocument.open(); f.contentDocument.write('<body bgcolor=yellow><table><tr><td>quirks</table><div style="width:100">unitless</div>'); f.contentDocument.close()`,
  ),
  on(
    'standards mode in a quirks page',
    '<html><body><iframe srcdoc="<!doctype html><table><tr><td>x</table>"></iframe>',
    undefined,
    { until: loaded },
  ),
  on(
    'scroll inside',
    '<iframe id=f srcdoc="<!doctype html><p style=\'height:900px;background:linear-gradient(red,blue)\'>x</p>"></iframe>',
    `
    await innerOf(f); await rendered(); f.contentWindow.scrollTo(0, 200)`,
  ),
  on(
    'input inside',
    '<iframe id=f srcdoc="<!doctype html><input><input type=checkbox><div id=e contenteditable>e</div>"></iframe>',
    `
    const inner = await innerOf(f); $('input', inner).value = 'typed'; $('[type]', inner).checked = true; $('div', inner).textContent = 'edited'`,
  ),
  on(
    'typing inside',
    '<iframe id=f srcdoc="<!doctype html><style>input{caret-color:transparent;outline:0}</style><input>"></iframe>',
    `await innerOf(f)`,
    {
      input: async (window, source) => {
        await source.frameLocator('iframe').locator('input').click();
        await window.mouse.move(490, 395);
        await window.keyboard.type('inside');
      },
    },
  ),
  on(
    'CSSOM inside',
    '<iframe id=f srcdoc="<!doctype html><style>p{color:red}</style><p>x</p>"></iframe>',
    `
    const inner = await innerOf(f); inner.styleSheets[0].insertRule('p{font-size:40px}'); inner.styleSheets[0].cssRules[1].style.color = 'lime'`,
  ),
  on(
    'hover inside',
    '<style>iframe{border:0}</style><iframe id=f srcdoc="<!doctype html><style>body{margin:0}p{margin:0;background:#ccc}p:hover{color:red}</style><p>x</p>"></iframe>',
    `await innerOf(f)`,
    {
      input: async (window) => window.mouse.move(30, 20),
    },
  ),
  on(
    'shadow roots and dialogs inside',
    '<iframe id=f width=400 height=300></iframe>',
    `
    f.contentDocument.body.innerHTML = '<x-a></x-a><dialog>modal</dialog>'; shadow($('x-a', f.contentDocument), '<b>shadow</b>'); $('dialog', f.contentDocument).showModal()`,
  ),
  on(
    'cross-origin without the snippet',
    '<iframe src="{{other}}/far.html" width=200 height=100 style="border:3px solid"></iframe><p>after</p>',
    undefined,
    {
      files: { '/far.html': '<!doctype html><body style="background:#e9ebee">' },
      pixels: 2200,
    },
  ),
  on(
    'cross-origin with the snippet',
    '<iframe id=f src="{{other}}/far.html" width=200 height=100></iframe>',
    undefined,
    {
      files: { '/far.html': '<!doctype html><body style="background:red"><h1>far</h1>' },
      cannot: everyWay('frames of other streams are not yet put into the page that shows them'),
    },
  ),
  on(
    'opened anew, with what had just come into it',
    '<iframe id=f></iframe><iframe id=g srcdoc="<p>inner</p>"></iframe>',
    `await innerOf(g); g.contentDocument.body.append(f); g.contentDocument.open(); g.contentDocument.write('<!doctype html><p>new'); g.contentDocument.close()`,
  ),
  on(
    'two opened anew at once',
    '<iframe id=f></iframe><iframe id=g></iframe>',
    `
    f.contentDocument.body.innerHTML = '<p>one</p>'; g.contentDocument.body.innerHTML = '<p>two</p>'; await rendered(); await rendered();
    for (const each of [f, g]) { each.contentDocument.open(); each.contentDocument.write('<i>new</i>'); each.contentDocument.close() }`,
  ),
];
