import { everyWay, type FidelityCase, inGroup } from '../../fidelity-case.ts';

const on = inGroup('Styles');
const square =
  '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><rect width="10" height="20" fill="red"/></svg>';
const body = '<p class=a>text</p><p class=b>more</p>';
const styled = (css: string, inner = body) => `<style id=s>${css}</style>${inner}`;

export const language: readonly FidelityCase[] = [
  on(
    'shorthands with var() followed by longhands',
    styled(
      ':root{--b:3px solid red;--m:30px}.a{border:var(--b);border-left-color:blue;margin:var(--m);margin-top:1px}',
    ),
  ),
  on(
    'shorthands with var() followed by longhands, inserted',
    styled(':root{--b:3px solid red}'),
    `s.sheet.insertRule('.a{border:var(--b);border-left-color:blue;background:var(--none,yellow);background-size:10px}', 1)`,
    {
      cannot: {
        before: 'a browser gives such a rule back without its values',
        late: 'a browser gives such a rule back without its values',
      },
    },
  ),
  on(
    'shorthands with var() edited',
    styled(':root{--b:3px solid red}.a{border:var(--b);border-left-color:blue}'),
    `s.sheet.cssRules[1].style.paddingLeft = '40px'`,
    { cannot: everyWay('a browser gives such a rule back without its values') },
  ),
  on(
    'shorthands with var() in adopted sheets',
    body,
    `document.adoptedStyleSheets = [sheetOf(':root{--b:3px solid red}.a{border:var(--b);border-left-color:blue}')]`,
    { cannot: everyWay('a browser gives such a rule back without its values') },
  ),
  on(
    'shorthands with var() in a sheet whose rules changed',
    styled(':root{--b:3px solid red}.a{border:var(--b);border-left-color:blue}'),
    `s.sheet.insertRule('.b{color:red}', 2)`,
    {
      cannot: {
        before: 'a browser gives such a rule back without its values',
        late: 'a browser gives such a rule back without its values',
      },
    },
  ),
  on(
    'nesting',
    styled(
      '.a{font-size:20px;&:not(.z){border:1px solid}& + .b{color:red}@media all{margin:30px}.c &{color:lime}}',
    ),
  ),
  on('@scope', styled('@scope(body) to (.b){p{padding:9px}:scope{background:#eee}}')),
  on(
    'containers',
    styled(
      'body{container-type:inline-size;container-name:n}@container (min-width:100px){p{background:#eee}}@container n (max-width:10px){p{color:red}}',
    ),
  ),
  on('layers', styled('@layer x,y;@layer y{p{color:red}}@layer x{p{color:blue}}@layer z.w{.a{margin:20px}}')),
  on('@supports', styled('@supports(display:grid){p{margin:3px}}@supports not (display:grid){p{color:red}}')),
  on(
    '@property in a sheet',
    styled('@property --w{syntax:"<length>";inherits:false;initial-value:60px}.a{padding-left:var(--w)}'),
  ),
  on(
    '@property registered by script',
    styled('.a{padding-left:var(--w)}.b{color:var(--c)}'),
    `
    CSS.registerProperty({ name: '--w', syntax: '<length>', inherits: false, initialValue: '60px' }); CSS.registerProperty({ name: '--c', syntax: '<color>', inherits: true, initialValue: 'red' })`,
    { cannot: { before: 'a browser does not tell what was registered before capture began' } },
  ),
  on(
    'counters',
    styled(
      'body{counter-reset:n}p{counter-increment:n}p::before{content:counter(n) "\\201C" attr(class)}@counter-style z{system:cyclic;symbols:"\\2605"}li{list-style:z}',
      `${body}<ol><li>x</ol>`,
    ),
  ),
  on(
    'escapes',
    styled(
      '.\\31 x\\:y{color:red}.a\\/b{color:blue}[data-x="\\22"]{margin:20px}p::after{content:"\\a b\\\\"}',
      '<p class="1x:y">y</p><p class="a/b" data-x=\'"\'>z</p>',
    ),
  ),
  on(
    'comments, CDO and errors',
    styled(
      '<!-- .a{color:red} --> /* } */ .b{color:blue;;color:;*zoom:1} .c{ } @unknown x{y} .a{font-size:30px',
    ),
  ),
  on(
    'strings and addresses with odd characters',
    styled('.a{background:url("/a b.svg");height:50px}.b::before{content:"url(x) } \' \\"";}'),
    undefined,
    { files: { '/a%20b.svg': square } },
  ),
  on(
    'FontFace API',
    styled('p{font:30px f,monospace}'),
    `
    const face = new FontFace('f', 'url(/none.woff2)'); document.fonts.add(face); await face.load().catch(() => {})`,
  ),
  on(
    'FontFace API with a local face',
    styled('p{font:30px f,monospace}'),
    `
    const face = new FontFace('f', 'local("DejaVu Sans"), local("Liberation Sans")', { weight: '400' }); document.fonts.add(face); await face.load().catch(() => {})`,
    { cannot: { before: 'a font face does not tell its source' } },
  ),
  on(
    'web font from a file',
    styled('@font-face{font-family:f;src:url(/none.woff2)}p{font-family:f,monospace}'),
  ),
  on(
    'inline styles with important',
    '<div id=d style="color:red!important">x</div><style>div{color:blue!important}</style>',
    `d.style.setProperty('font-size', '40px', 'important')`,
  ),
  on(
    'inline styles with variables',
    '<div id=d style="--c:red;color:var(--c)">x</div>',
    `d.style.setProperty('--c', 'blue'); d.style.setProperty('--Case', 'x')`,
  ),
  on(
    'inline styles by property, cssText and attribute',
    '<div id=d>x</div><div id=e style="color:red">x</div><div id=f style="color:red">x</div>',
    `d.style.border = '2px solid'; e.style.cssText = 'font-size:40px'; f.removeAttribute('style')`,
  ),
  on(
    'inline styles with images',
    '<div id=d style="background:url(/s.svg) 5px 5px no-repeat;height:50px"></div>',
    `d.style.backgroundRepeat = 'repeat-x'`,
    { files: { '/s.svg': square } },
  ),
  on(
    'inline styles with a shorthand of var()',
    '<div id=d style="--b:3px solid red;border:var(--b);border-left-color:blue">x</div>',
    `d.style.paddingLeft = '20px'`,
    { cannot: everyWay('the browser itself writes such an attribute without its values') },
  ),
  on(
    'attributeStyleMap',
    '<div id=d>x</div>',
    `d.attributeStyleMap.set('opacity', 0.5); d.attributeStyleMap.set('font-size', CSS.px(40)); d.attributeStyleMap.append('background-image', 'none')`,
  ),
  on(
    'prefers-color-scheme',
    styled('html{background:white}@media(prefers-color-scheme:dark){html{background:black}p{color:white}}'),
    `frameElement.style.colorScheme = 'only dark'; await rendered()`,
  ),
  on(
    'prefers-color-scheme with color-scheme',
    styled(':root{color-scheme:light dark}p{color:light-dark(red,lime)}', `${body}<input value=x>`),
    `frameElement.style.colorScheme = 'only dark'; await rendered()`,
  ),
  on('color-scheme alone', styled(':root{color-scheme:dark}', `${body}<input value=x><button>b</button>`)),
  on(
    'media queries of the viewport',
    styled(
      '@media(max-width:500px){.a{color:red}}@media(min-width:501px){.b{color:red}}.a{width:50vw;background:pink}',
    ),
  ),
  on(
    'Highlight API',
    styled('::highlight(h){background:yellow;color:red}'),
    `
    const range = new Range(); range.setStart($('.a').firstChild, 1); range.setEnd($('.b').firstChild, 2); CSS.highlights.set('h', new Highlight(range))`,
    { cannot: everyWay('not yet: highlights are not captured') },
  ),
  on(
    '::selection, ::marker and ::placeholder',
    styled('::marker{color:red}::placeholder{color:lime}', '<ul><li>x</ul><input placeholder=hint>'),
  ),
];
