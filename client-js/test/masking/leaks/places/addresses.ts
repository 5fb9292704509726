import { denied, inside, type Place, wide } from '../place.ts';

const picture = (secret: string) =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>${secret}</text></svg>`)}`;
const loads = 'what loads is replaced by an asset';

export const addresses: readonly Place[] = [
  inside('path of a link', '<a href="/accounts/¤">x</a>'),
  inside('host of a link', '<a href="https://¤.example/">x</a>'),
  denied('query of a link', '<a href="/a?q=¤">x</a>'),
  denied('fragment of a link', '<a href="/a#¤">x</a><a href="#¤">y</a>'),
  denied('credentials of a link', '<a href="https://¤:¤@example.com/">x</a>'),
  ...[
    'mailto:¤@example.com',
    'tel:¤',
    'sms:¤',
    'javascript:¤',
    'data:,¤',
    'blob:¤',
    'intent:¤',
    'about:¤',
  ].map((address) => denied(`link to ${address.split(':')[0]}`, `<a href="${address}">x</a>`)),
  denied('ping', '<a href="/x" ping="/p?¤">x</a>', { never: loads }),
  denied('query of an area', '<map><area href="/a?¤"></map>'),
  denied('query of a form', '<form action="/a?¤"></form>'),
  inside('path of a form', '<form action="/a/¤"></form>'),
  denied('query of a button', '<button formaction="/a?¤">x</button>'),
  inside('path of a button', '<button formaction="/a/¤">x</button>'),
  inside(
    'source of a quotation',
    '<q cite="/a/¤">x</q><blockquote cite="/a?¤"></blockquote><img longdesc="/¤">',
  ),
  inside('link of a drawing', '<svg><a xlink:href="/a/¤"><text>x</text></a><a href="/¤"/></svg>'),
  inside('fragment of a drawing', '<svg><use href="/none.svg#¤"/><use xlink:href="/none.svg?¤#¤"/></svg>', {
    never: loads,
  }),
  inside('query of an image', '<img src="/none.png?¤">', { never: loads }),
  inside('set of an image', '<img srcset="/none.png?¤ 1x, /¤.png 2x" sizes="¤">'),
  inside('source of a picture', '<picture><source srcset="/¤.png" media="(min-width: 1px)"><img></picture>', {
    never: loads,
  }),
  inside('media of a source', '<picture><source media="¤, (--¤)"><img></picture>'),
  inside('image', '<p></p>', {
    act: (root, secret) => root.append(Object.assign(new Image(), { src: picture(secret) })),
  }),
  inside('image of a drawing', '<svg><image width="9" height="9"/></svg>', {
    act: (root, secret) => root.querySelector('image')!.setAttribute('href', picture(secret)),
  }),
  inside('background picture', '<p style="width:9px;height:9px"></p>', {
    act: (root, secret) => {
      root.querySelector('p')!.style.backgroundImage = `url('${picture(secret)}')`;
    },
  }),
  inside('background attribute', '<table></table>', {
    act: (root, secret) => root.firstElementChild!.setAttribute('background', picture(secret)),
  }),
  inside('poster', '<video width="9" height="9"></video>', {
    act: (root, secret) => root.firstElementChild!.setAttribute('poster', picture(secret)),
  }),
  inside('picture of a button', '<input type="image">', {
    act: (root, secret) => root.firstElementChild!.setAttribute('src', picture(secret)),
  }),
  inside('object', '<object width="9" height="9"></object>', {
    act: (root, secret) => root.firstElementChild!.setAttribute('data', picture(secret)),
  }),
  inside('embedded picture', '<embed width="9" height="9">', {
    act: (root, secret) => root.firstElementChild!.setAttribute('src', picture(secret)),
  }),
  inside(
    'sources of media',
    '<video src="/¤.mp4"><source src="/¤.webm" type="video/¤"><track src="/¤.vtt" label="¤" srclang="¤"></video>',
  ),
  inside('track made by script', '<video></video>', {
    act: (root, secret) => {
      const track = root.querySelector('video')!.addTextTrack('captions', secret, 'en');
      track.addCue(new VTTCue(0, 9, secret));
    },
    never: 'cues are not sent',
  }),
  denied('name and address of an iframe', '<iframe name="¤" src="about:blank#¤" allow="¤" csp="¤"></iframe>'),
  denied('refresh', '<meta http-equiv="refresh" content="999;url=/¤">'),
  wide('base', {
    act: (_, secret, page) => {
      if (page.querySelector('base')) page.querySelector('base')!.href = `/${secret}/`;
      else page.head.append(Object.assign(page.createElement('base'), { href: `/${secret}/` }));
    },
  }),
  wide('link that loads nothing', {
    under: ['strict', 'field'],
    head: '<link rel="canonical" href="/¤"><link rel="preload" as="image" href="/none.png?¤">',
  }),
  wide('titles of links', { head: '<link rel="alternate stylesheet" title="¤" href="data:text/css,">' }),
  wide('address of a sheet', {
    under: ['strict', 'field'],
    head: '<link rel="stylesheet" href="/none.css?¤">',
    never: loads,
  }),
  wide('meta', {
    under: ['strict', 'field'],
    head: '<meta name="description" content="¤"><meta property="og:title" content="¤">',
  }),
  wide('address of the page', {
    under: ['strict', 'field'],
    act: (_, secret, page) => {
      page.defaultView!.location.hash = secret;
      page.defaultView!.history.replaceState({ secret }, secret);
    },
    never: 'addresses are not sent',
  }),
  wide('name of the window', {
    under: ['strict', 'field'],
    act: (_, secret, page) => {
      page.defaultView!.name = secret;
    },
    never: 'not sent',
  }),
  wide('storage', {
    under: ['strict', 'field'],
    act: (_, secret, page) => {
      page.defaultView!.sessionStorage.setItem(secret, secret);
      page.cookie = `leak=${secret}`;
    },
    never: 'not sent',
  }),
];
