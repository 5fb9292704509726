import { type FidelityCase, inGroup } from '../../fidelity-case.ts';

const on = inGroup('Styles');
const square =
  '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><rect width="10" height="20" fill="red"/></svg>';
const head = (inner: string, body = '<p class=a>text</p><p class=b>more</p>') =>
  `<!doctype html><html><head>${inner}</head><body>${body}</body></html>`;
const files = {
  '/a.css': '.a{color:red}',
  '/b.css': '.a{color:blue;border:3px solid}',
  '/c.css': '.b{font-size:40px}',
};
const linked = (href: string) =>
  `const link = document.createElement('link'); link.rel = 'stylesheet'; link.href = '${href}'; const loaded = event(link, 'load'); document.head.append(link); await loaded`;

export const sheets: readonly FidelityCase[] = [
  on(
    'media of a style taken away on its sheet',
    head('<style id=s media=print>.a{color:red}</style>'),
    `s.sheet.media.mediaText = ''`,
  ),
  on(
    'style disabled, then moved',
    head('<style id=s>.a{color:red}</style>'),
    `s.sheet.disabled = true; await rendered(); await rendered(); document.body.append(s)`,
  ),
  on('linked, with images', head('<link rel=stylesheet href=/css/a.css>'), undefined, {
    files: { '/css/a.css': '.a{background:url(../s.svg);height:60px}.b{color:blue}', '/s.svg': square },
  }),
  on(
    'linked, from the body',
    head('', '<p class=a>text</p><link rel=stylesheet href=/b.css><p class=b>more</p>'),
    undefined,
    { files },
  ),
  on(
    'linked, with other relations',
    head(
      '<link rel="preload stylesheet" as=style href=/b.css><link rel=icon href=/x.ico><link rel=stylesheet>',
    ),
    undefined,
    { files },
  ),
  on(
    'imported',
    head('<style>@import "/a.css";@import url(/c.css) screen;.b{font-weight:bold}</style>'),
    undefined,
    { files },
  ),
  on(
    'imported with media, layer and supports',
    head(
      '<style>@import "/a.css" print;@import "/b.css" layer(l);@import "/c.css" supports(display:grid);.a{color:green}</style>',
    ),
    undefined,
    { files },
  ),
  on('nested imports', head('<style>@import "/x/a.css";.b{font-weight:bold}</style>'), undefined, {
    files: {
      '/x/a.css': '@import "y/c.css";.a{font-size:30px}',
      '/x/y/c.css': '@import "../d.css";.a{color:red;background:url("s.svg")}',
      '/x/d.css': '.b{color:lime}',
      '/x/y/s.svg': square,
    },
  }),
  on('imported by a linked sheet', head('<link rel=stylesheet href=/i.css>'), undefined, {
    files: { ...files, '/i.css': '@import "b.css";.b{color:lime}' },
  }),
  on('added later: a link', head('<style>.a{color:red}</style>'), linked('/b.css'), { files }),
  on(
    'added later: a style',
    head('<style>.a{color:red}</style>'),
    `document.head.append(make('style', '.a{color:blue}')); document.body.append(make('style', '.b{color:lime}'))`,
  ),
  on(
    'added later: a style with an import',
    head(''),
    `const style = make('style', '@import "/b.css";'); const loaded = event(style, 'load'); document.head.append(style); await loaded`,
    { files },
  ),
  on(
    'href of a link swapped',
    head('<link id=l rel=stylesheet href=/a.css>'),
    `const loaded = event(l, 'load'); l.href = '/b.css'; await loaded`,
    { files },
  ),
  on(
    'href of a link swapped back',
    head('<link id=l rel=stylesheet href=/a.css>'),
    `
    for (const href of ['/b.css', '/a.css']) { const loaded = event(l, 'load'); l.href = href; await loaded; }`,
    { files },
  ),
  on(
    'link removed and put back',
    head('<link id=l rel=stylesheet href=/b.css>'),
    `l.remove(); await rendered(); const loaded = event(l, 'load'); document.head.append(l); await loaded`,
    { files },
  ),
  on(
    'rel of a link changed',
    head('<link id=l rel=other href=/b.css>'),
    `const loaded = event(l, 'load'); l.rel = 'stylesheet'; await loaded`,
    { files },
  ),
  on('disabled on a link', head('<link id=l rel=stylesheet href=/a.css>'), `l.disabled = true`, { files }),
  on(
    'disabled on a link by attribute, then enabled',
    head('<link id=l rel=stylesheet href=/b.css disabled>'),
    `const loaded = event(l, 'load'); l.disabled = false; await loaded`,
    { files },
  ),
  on(
    'disabled on a sheet',
    head('<link id=l rel=stylesheet href=/b.css><style id=s>.b{color:red}</style>'),
    `s.sheet.disabled = true; l.sheet.disabled = true`,
    { files },
  ),
  on(
    'disabled on a sheet, then enabled',
    head('<style id=s>.b{color:red}</style>'),
    `s.sheet.disabled = true; await rendered(); s.sheet.disabled = false`,
  ),
  on('disabled on a style', head('<style id=s>.b{color:red}</style>'), `s.disabled = true`),
  on(
    'disabled on a style, then its text changed',
    head('<style id=s>.b{color:red}</style>'),
    `s.disabled = true; await rendered(); s.textContent = '.b{color:blue}'`,
  ),
  on(
    'alternate sheets',
    head(
      '<link title=one rel=stylesheet href=/a.css><link title=two rel="alternate stylesheet" href=/b.css id=l>',
    ),
    undefined,
    {
      files,
      until: () => !document.querySelector('#l:not([x])') || document.styleSheets.length > 0,
    },
  ),
  on(
    'alternate sheets switched',
    head(
      '<link id=k title=one rel=stylesheet href=/a.css><link title=two rel="alternate stylesheet" href=/b.css id=l>',
    ),
    `
    if (!l.sheet) await event(l, 'load'); k.disabled = true; l.disabled = false; await rendered()`,
    { files },
  ),
  on('media changed on a style', head('<style id=s media=print>.a{color:red}</style>'), `s.media = 'screen'`),
  on(
    'media changed on a link',
    head('<link id=l rel=stylesheet href=/b.css media=print>'),
    `l.media = 'all'`,
    { files },
  ),
  on(
    'media changed on a sheet',
    head('<style id=s>.a{color:red}</style>'),
    `s.sheet.media.mediaText = 'print'`,
  ),
  on('style text replaced', head('<style id=s>.a{color:red}</style>'), `s.textContent = '.a{color:blue}'`),
  on(
    'style text appended',
    head('<style id=s>.a{color:red}</style>'),
    `s.append('.b{font-size:33px}'); s.prepend('p{margin:0}')`,
  ),
  on(
    'style text edited',
    head('<style id=s>p{margin:0}</style>'),
    `s.firstChild.data = 'p{margin:20px}'; await rendered(); s.firstChild.appendData('.a{color:red}')`,
  ),
  on('style text emptied', head('<style id=s>p{margin:0}</style>'), `s.textContent = ''`),
  on(
    'style moved to the end',
    head('<style id=s>.a{color:red}</style><style>.a{color:blue}</style>'),
    `document.head.append(s)`,
  ),
  on(
    'style of a type that is no sheet',
    head('<style type="text/less">.a{color:red}</style><style id=s>.b{color:red}</style>'),
    `s.type = 'text/x'`,
  ),
];
