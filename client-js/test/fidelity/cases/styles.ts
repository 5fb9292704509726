import { type FidelityCase, inGroup } from '../fidelity-case.ts';

const on = inGroup('styles');
const square =
  '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><rect width="10" height="20" fill="red"/></svg>';
const head = (inner: string, body = '<p class=a>text</p><p class=b>more</p>') =>
  `<!doctype html><html><head>${inner}</head><body>${body}</body></html>`;

export const styles: readonly FidelityCase[] = [
  on('linked sheet with images', head('<link rel=stylesheet href=/css/a.css>'), undefined, {
    files: { '/css/a.css': '.a{background:url(../s.svg);height:60px}.b{color:blue}', '/s.svg': square },
  }),
  on(
    'imports, nested and with media',
    head('<style>@import "/a.css";@import url(/b.css) screen;.b{font-weight:bold}</style>'),
    undefined,
    {
      files: {
        '/a.css': '@import "c.css";.a{font-size:30px}',
        '/b.css': '.b{color:green}',
        '/c.css': '.a{color:red;background:url("s.svg")}',
        '/s.svg': square,
      },
    },
  ),
  on(
    'sheet linked later',
    head('<style>.a{color:red}</style>'),
    async () => {
      const link = document.createElement('link');
      link.rel = 'stylesheet';
      link.href = '/late.css';
      const loaded = new Promise((resolve) => link.addEventListener('load', resolve));
      document.head.append(link);
      await loaded;
    },
    { files: { '/late.css': '.a{color:lime;font-size:50px}' } },
  ),
  on(
    'href of a link swapped',
    head('<link id=l rel=stylesheet href=/a.css>'),
    async () => {
      const link = document.getElementById('l') as HTMLLinkElement;
      const loaded = new Promise((resolve) => link.addEventListener('load', resolve));
      link.href = '/b.css';
      await loaded;
    },
    { files: { '/a.css': '.a{color:red}', '/b.css': '.a{color:blue;border:3px solid}' } },
  ),
  on(
    'disabled on link, sheet and style',
    head(
      '<link id=l rel=stylesheet href=/a.css><style id=s>.b{color:red}</style><style id=t>.b{font-size:40px}</style>',
    ),
    () => {
      (document.getElementById('l') as HTMLLinkElement).disabled = true;
      (document.getElementById('s') as HTMLStyleElement).sheet!.disabled = true;
      (document.getElementById('t') as HTMLStyleElement).disabled = true;
    },
    { files: { '/a.css': '.a{color:red}' } },
  ),
  on('media of a style changed', head('<style id=s media=print>.a{color:red}</style>'), () => {
    (document.getElementById('s') as HTMLStyleElement).media = 'screen';
  }),
  on(
    'style text replaced, appended and edited',
    head('<style id=s>.a{color:red}</style><style id=t>.b{color:red}</style><style id=u>p{margin:0}</style>'),
    () => {
      document.getElementById('s')!.textContent = '.a{color:blue}';
      document.getElementById('t')!.append('.b{font-size:33px}');
      (document.getElementById('u')!.firstChild as Text).data = 'p{margin:20px}';
    },
  ),
  on(
    'inline styles with important, variables and images',
    '<div id=d style="--c:red;color:var(--c)!important">x</div><div style="background:url(/s.svg) 5px 5px no-repeat;height:50px"></div>',
    () => {
      const { style } = document.getElementById('d')!;
      style.setProperty('--c', 'blue');
      style.setProperty('font-size', '40px', 'important');
      style.border = '2px solid';
    },
    { files: { '/s.svg': square } },
  ),
  on(
    'layers, nesting, scope and containers',
    head(
      '<style>@layer x,y;@layer y{p{color:red}}@layer x{p{color:blue}}.a{font-size:20px;&:not(.z){border:1px solid}}@scope(body) to (.b){p{padding:9px}}body{container-type:inline-size}@container (min-width:100px){p{background:#eee}}@supports(display:grid){p{margin:3px}}</style>',
    ),
  ),
  on(
    'counters, escapes and generated content',
    head(
      '<style>body{counter-reset:n}p{counter-increment:n}p::before{content:counter(n) "\\201C" attr(class)}.\\31 x\\:y{color:red}</style>',
      '<p class=a>x</p><p class="1x:y">y</p>',
    ),
  ),
  on(
    'web font from a file',
    head('<style>@font-face{font-family:f;src:url(/none.woff2)}p{font-family:f,monospace}</style>'),
  ),
  on('sheet made from a blob', head(''), async () => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = URL.createObjectURL(new Blob(['.a{color:teal;font-size:44px}'], { type: 'text/css' }));
    const loaded = new Promise((resolve) => link.addEventListener('load', resolve));
    document.head.append(link);
    await loaded;
  }),
];
