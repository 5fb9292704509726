import { type FidelityCase, inGroup } from '../../fidelity-case.ts';

const on = inGroup('Documents');
const math =
  '<math><mfrac><mi>a</mi><mrow><mn>2</mn><mo>+</mo><mi>b</mi></mrow></mfrac><msqrt><mi>x</mi></msqrt></math>';

export const nodes: readonly FidelityCase[] = [
  on('adjacent text nodes', '<p id=p>abc</p>', `p.append('d', 'e'); p.prepend('x')`),
  on(
    'empty text nodes',
    '<p id=p>abc</p><div id=d></div>',
    `p.append('', 'f', ''); d.append(''); p.firstChild.data = ''`,
  ),
  on('split text nodes', '<p id=p>abcdef</p>', `p.firstChild.splitText(2).splitText(2)`),
  on(
    'whitespace and comments between',
    '<p id=p>a</p>',
    `p.append(document.createTextNode('  \\n '), document.createComment('c'), ' b'); p.before('  ')`,
  ),
  on('leading newlines in pre', '<pre>\n\nx\n y</pre><pre id=p></pre>', `p.textContent = '\\nfirst'`),
  on(
    'leading newlines in textarea',
    '<textarea rows=4>\n\na</textarea><textarea id=t rows=4></textarea>',
    `t.textContent = '\\n\\nb'`,
  ),
  on(
    'form in form',
    '<form id=f><input id=a></form>',
    `
    const inner = make('form'); inner.append(make('input')); f.append(inner)`,
  ),
  on('div in p', '<p id=p>x</p>', `p.append(make('div', 'in p <ul><li>li</ul>'))`),
  on(
    'tr in div',
    '<div id=d></div>',
    `
    const tr = document.createElement('tr'); tr.textContent = 'row'; d.append(tr, document.createElement('body'), document.createElement('li'), make('td', 'cell'))`,
  ),
  on(
    'link in link and button in button',
    '<a id=a href=x>a</a><button id=b>b</button>',
    `a.append(make('a', 'inner', { href: 'y' })); b.append(make('button', 'inner'))`,
  ),
  on(
    'text in a table',
    '<table id=t border=1><tr><td>a</table>',
    `t.prepend('loose'); t.append(make('div', 'div'))`,
  ),
  on(
    'odd attribute names',
    '<p @click="x" :class=\'y\' a.b="1" (c)="2" [d]="3" #e é="é" CamelCase=1 x:y=1 _=2 {f}=g>odd</p><b a"b=1 c\'d=2>quotes</b>',
  ),
  on(
    'odd attribute names that the DOM takes',
    '<p id=p>x</p>',
    `
    p.setAttribute('@click', 'a'); p.setAttribute(':b', 'b'); p.setAttributeNS(null, 'CamelCase', 'c'); p.toggleAttribute('v-if')`,
  ),
  on(
    'setAttributeNS',
    '<p id=p>x</p>',
    `
    p.setAttributeNS('urn:x', 'q:Name', 'v'); p.setAttributeNS('urn:y', 'Name', 'w'); document.body.setAttributeNS('http://www.w3.org/XML/1998/namespace', 'xml:lang', 'de')`,
  ),
  on(
    'setAttributeNS changed and removed',
    '<p id=p>x</p>',
    `
    p.setAttributeNS('urn:x', 'q:a', '1'); p.setAttributeNS('urn:x', 'q:b', '1'); p.setAttributeNS('urn:z', 'z:c', '1'); await rendered();
    p.setAttributeNS('urn:x', 'q:a', '2'); p.removeAttributeNS('urn:x', 'b'); p.setAttributeNS('urn:z', 'y:c', '3')`,
  ),
  on(
    'xlink',
    '<svg id=s width=90 height=60><rect id=r width=30 height=30 fill=red /><use id=u x=30 /><use id=v xlink:href="#r" x=60 /></svg>',
    `
    u.setAttributeNS('http://www.w3.org/1999/xlink', 'xlink:href', '#r'); v.removeAttributeNS('http://www.w3.org/1999/xlink', 'href')`,
  ),
  on(
    'surrogates',
    '<p id=p title="😀">😀 a</p>',
    `
    p.append('\\ud83d\\ude00', ' lone \\ud83d!'); p.dataset.x = '\\udc00'; p.firstChild.insertData(2, '👩‍👩‍👧')`,
  ),
  on('NUL', '<p id=p>x</p>', `p.append('a\\0b'); p.setAttribute('title', 'c\\0d')`),
  on('nbsp', '<p id=p>a&nbsp;&nbsp;b</p>', `p.append('\\u00a0\\ufeff\\u200b\\u00ad c \\u2028')`),
  on(
    'templates',
    '<template id=t><p>hidden <b>x</b></p></template><div id=d></div>',
    `d.append(t.content.cloneNode(true))`,
  ),
  on(
    'templates: their content changed',
    '<template id=t><p>hidden</p></template>',
    `
    t.content.append(make('hr')); t.content.querySelector('p').textContent = 'other'; await rendered(); t.content.querySelector('p').className = 'c'`,
  ),
  on(
    'templates: nested, with scripts and styles',
    '<template id=t><style>p{color:red}</style><template><i>in</i></template><script>1</script></template><p>not red</p>',
    `
    t.content.querySelector('template').content.append('more')`,
  ),
  on('MathML', math),
  on(
    'MathML changed',
    `<div id=d>${math}</div>`,
    `
    $('mi').textContent = 'c'; const mi = document.createElementNS('http://www.w3.org/1998/Math/MathML', 'mi'); mi.textContent = 'z'; $('msqrt').append(mi); $('mfrac').setAttribute('linethickness', '3')`,
  ),
  on(
    'SVG case',
    '<svg id=s viewBox="0 0 100 100" width=200 preserveAspectRatio="xMidYMid"><defs><linearGradient id=g gradientTransform="rotate(45)"><stop offset=0 stop-color=red /><stop offset=1 stop-color=blue /></linearGradient><clipPath id=c><circle cx=50 cy=50 r=40 /></clipPath></defs><rect clip-path="url(#c)" width=100 height=100 fill="url(#g)"/></svg>',
    `
    s.setAttribute('viewBox', '0 0 120 120'); const text = document.createElementNS('http://www.w3.org/2000/svg', 'text'); text.setAttribute('textLength', '60'); text.setAttribute('y', '20'); text.textContent = 'case'; s.append(text)`,
  ),
  on(
    'SVG namespaces: HTML inside and SVG by hand',
    '<svg width=200 height=100><foreignObject width=100 height=40><p id=p style="margin:0">html</p></foreignObject></svg><div id=d></div>',
    `
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg:svg'); svg.setAttribute('width', '50'); const title = document.createElementNS('http://www.w3.org/2000/svg', 'title'); svg.append(title, document.createElementNS('http://www.w3.org/2000/svg', 'circle')); svg.lastChild.setAttribute('r', '20'); d.append(svg, document.createElementNS('urn:other', 'x')); p.append(make('b', ' bold'))`,
  ),
  on(
    'SVG use',
    '<svg width=0 height=0><symbol id=i viewBox="0 0 10 10"><path d="M0 0h10v10z"/></symbol></svg><svg width=40 height=40><use href="#i"/></svg><svg width=40 height=40 fill=red><use id=u /></svg>',
    `u.setAttribute('href', '#i')`,
  ),
  on('SVG use of a file', '<svg width=40 height=40 fill=red><use href="/icons.svg#i"/></svg>', undefined, {
    files: {
      '/icons.svg':
        '<svg xmlns="http://www.w3.org/2000/svg"><symbol id="i" viewBox="0 0 10 10"><path d="M0 0h10v10z"/></symbol></svg>',
    },
  }),
  on(
    'style in SVG',
    '<svg width=100 height=100><style id=s>.k{stroke:lime;stroke-width:9}</style><rect class=k width=60 height=60 /></svg>',
    `s.textContent = '.k{stroke:red;stroke-width:5;fill:none}'`,
  ),
  on(
    'SVG image and text path',
    '<svg width=200 height=100><image href="/a.svg" width=50 height=40 /><path id=q d="M10 80 Q 95 10 180 80" fill=none /><text><textPath href="#q">along a path</textPath></text></svg>',
    undefined,
    {
      files: {
        '/a.svg':
          '<svg xmlns="http://www.w3.org/2000/svg" width="50" height="40"><rect width="50" height="40" fill="teal"/></svg>',
      },
    },
  ),
];
