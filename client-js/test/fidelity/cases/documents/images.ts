import { everyWay, type FidelityCase, inGroup } from '../../fidelity-case.ts';

const on = inGroup('Documents');
const square = (fill: string, width = 50, height = 40) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="${fill}"/></svg>`;
const files = {
  '/a.svg': square('teal'),
  '/b.svg': square('orange', 60, 60),
  '/c.svg': square('purple', 44, 33),
};

export const images: readonly FidelityCase[] = [
  on(
    'images from files and data',
    '<img id=a src=/a.svg><img id=b src="data:image/svg+xml,<svg xmlns=%22http://www.w3.org/2000/svg%22 width=%2230%22 height=%2230%22><circle r=%2230%22/></svg>"><img id=c>',
    `
    c.src = '/c.svg'; await c.decode()`,
    { files },
  ),
  on(
    'images swapped',
    '<img id=a src=/a.svg><img id=b src=/b.svg>',
    `a.src = '/b.svg'; await a.decode(); b.removeAttribute('src')`,
    { files },
  ),
  on(
    'picture',
    '<picture><source id=s srcset="/b.svg" media="(min-width:1px)"><img src="/a.svg"></picture>',
    `s.srcset = '/c.svg'; await event($('img'), 'load')`,
    { files },
  ),
  on(
    'picture: no source fits',
    '<picture><source srcset="/b.svg" media="(min-width:9999px)"><img src="/a.svg"></picture>',
    undefined,
    { files },
  ),
  on(
    'srcset',
    '<img srcset="/a.svg 1x, /twice.svg 2x"><img id=i>',
    `i.srcset = '/c.svg'; await event(i, 'load')`,
    { files },
  ),
  on(
    'srcset with sizes',
    '<img id=i srcset="/a.svg 100w, /b.svg 900w" sizes="100px">',
    `i.sizes = '800px'; await event(i, 'load')`,
    { files },
  ),
  on(
    'srcset of another density',
    '<img id=i srcset="/b.svg 2x">',
    `i.srcset = '/a.svg 1.5x'; await event(i, 'load')`,
    { files },
  ),
  on(
    'srcset of another density, then src',
    '<img id=i srcset="/b.svg 2x">',
    `i.removeAttribute('srcset'); i.src = '/c.svg'; await event(i, 'load')`,
    { files },
  ),
  on(
    'picture: a source of another density, added',
    '<picture id=p><img id=i src=/c.svg></picture>',
    `p.prepend(make('source', '', { srcset: '/b.svg 3x' })); await event(i, 'load')`,
    { files },
  ),
  on(
    'lazy images',
    '<img loading=lazy src=/a.svg width=50 height=40><div style="height:9000px"></div><img id=l loading=lazy src=/b.svg width=60 height=60>',
    undefined,
    {
      files,
      until: () => document.images[0]!.complete,
    },
  ),
  on(
    'lazy image that came near',
    '<div style="height:9000px"></div><img id=l loading=lazy src=/b.svg width=60 height=60>',
    `
    const loaded = event(l, 'load'); scrollTo(0, 9000); await loaded`,
    { files },
  ),
  on(
    'blob: images',
    '<img id=c>',
    `
    c.src = URL.createObjectURL(new Blob(['${square('purple', 44, 33)}'], { type: 'image/svg+xml' })); await c.decode()`,
  ),
  on(
    'blob: images as a background',
    '<div id=d style="width:50px;height:40px"></div>',
    `
    const address = URL.createObjectURL(new Blob(['${square('purple')}'], { type: 'image/svg+xml' })); d.style.background = 'url(' + address + ')'; const image = new Image(); image.src = address; await image.decode()`,
  ),
  on(
    'blob: style sheets',
    '<p class=a>x</p>',
    `
    const link = document.createElement('link'); link.rel = 'stylesheet'; link.href = URL.createObjectURL(new Blob(['.a{color:teal;font-size:44px}'], { type: 'text/css' })); const loaded = event(link, 'load'); document.head.append(link); await loaded`,
  ),
  on(
    'blob: style sheets, revoked',
    '<p class=a>x</p>',
    `
    const link = document.createElement('link'); link.rel = 'stylesheet'; link.href = URL.createObjectURL(new Blob(['.a{color:teal;font-size:44px}'], { type: 'text/css' })); const loaded = event(link, 'load'); document.head.append(link); await loaded; URL.revokeObjectURL(link.href)`,
  ),
  on(
    'object',
    '<object id=o data=/a.svg type="image/svg+xml" width=50 height=40>fallback</object>',
    undefined,
    {
      files,
      until: () =>
        (document.getElementById('o') as HTMLObjectElement).contentDocument?.readyState === 'complete',
    },
  ),
  on(
    'object that holds nothing, swapped',
    '<object id=o data=/a.svg width=50 height=40></object>',
    `o.data = '/b.svg'; await event(o, 'load')`,
    { files },
  ),
  on(
    'object that shows its fallback',
    '<object data=/none.svg type="image/svg+xml" width=50 height=40><b>fallback</b></object>',
  ),
  on('embed', '<embed src=/a.svg type="image/svg+xml" width=50 height=40>', undefined, {
    cannot: everyWay('the browser says in it that it has no plug-in'),
    files,
  }),
  on('input of type image', '<input type=image src=/a.svg alt=send>', undefined, { files }),
  on('broken image with alt', '<img src=/none.png alt="no picture"><img alt="no source">'),
  on(
    'image map',
    '<img src=/b.svg usemap="#m"><map name=m><area id=r shape=rect coords="0,0,30,30" href=x></map>',
    `r.coords = '0,0,9,9'`,
    { files },
  ),
];
