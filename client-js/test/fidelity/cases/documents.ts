import { type FidelityCase, inGroup } from '../fidelity-case.ts';

const on = inGroup('documents');
const table =
  '<table border=1><tr><td>a<td>b</table><div style="width:100;color:red">unitless</div><img width=20 height=20 style="background:red">';

export const documents: readonly FidelityCase[] = [
  on('standards mode', `<!doctype html><html lang=en class=a><body bgcolor=yellow>${table}`),
  on('quirks mode', `<html><head><title>q</title></head><body>${table}<p style="font-size:large">x`),
  on(
    'almost standards mode',
    `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd"><html><body>${table}<table><tr><td style="background:red"><img width=20 height=20></td></tr></table>`,
  ),
  on('attributes of html and body change', '<p>x</p>', () => {
    document.documentElement.setAttribute('style', 'background:navy');
    document.documentElement.className = 'dark';
    document.body.setAttribute('style', 'color:white;margin:40px');
    document.body.dataset['theme'] = 'x';
  }),
  on('body replaced', '<p>x</p>', () => {
    const body = document.createElement('body');
    body.innerHTML = '<h1>new body</h1>';
    document.body.replaceWith(body);
  }),
  on('head replaced', '<p>x</p>', () => {
    const head = document.createElement('head');
    head.innerHTML = '<title>t</title><style>p{color:red;font-size:40px}</style>';
    document.head.replaceWith(head);
  }),
  on('html replaced', '<p>x</p>', () => {
    const html = document.createElement('html');
    html.innerHTML = '<head></head><body><h2>whole</h2></body>';
    document.documentElement.replaceWith(html);
  }),
  on('adjacent, empty and split text nodes', '<p id=p>abc</p>', () => {
    const p = document.getElementById('p')!;
    p.append('d', '', 'e');
    (p.firstChild as Text).splitText(1);
    p.append(document.createTextNode('  \n '), '\u00a0\ufeff\ud83d\ude00');
  }),
  on(
    'leading newlines in pre and textarea',
    '<pre>\n\nx\n y</pre><textarea>\n\na</textarea><pre id=p></pre>',
    () => {
      document.getElementById('p')!.textContent = '\nfirst';
    },
  ),
  on('nesting that no parser makes', '<form id=f></form><p id=p>x</p>', () => {
    const inner = document.createElement('form');
    inner.append(document.createElement('input'));
    document.getElementById('f')!.append(inner);
    const div = document.createElement('div');
    div.textContent = 'in p';
    document.getElementById('p')!.append(div);
    const tr = document.createElement('tr');
    tr.textContent = 'row';
    div.append(tr, document.createElement('body'), document.createElement('li'));
  }),
  on(
    'odd attribute names',
    '<p @click="x" :class=\'y\' a.b="1" (c)="2" [d]="3" #e é="é" CamelCase=1>odd</p>',
  ),
  on(
    'namespaced attributes',
    '<svg id=s width=60 height=60><use id=u /><rect id=r width=30 height=30 /></svg>',
    () => {
      const u = document.getElementById('u')!;
      u.setAttributeNS('http://www.w3.org/1999/xlink', 'xlink:href', '#r');
      u.setAttribute('x', '30');
      document.getElementById('s')!.setAttributeNS('http://www.w3.org/XML/1998/namespace', 'xml:lang', 'de');
      document.body.setAttributeNS('urn:x', 'q:Name', 'v');
    },
  ),
  on(
    'SVG with case, gradients and style',
    `<svg viewBox="0 0 100 100" width=200 preserveAspectRatio="xMidYMid"><defs><linearGradient id=g gradientTransform="rotate(45)"><stop offset=0 stop-color=red /><stop offset=1 stop-color=blue /></linearGradient><clipPath id=c><circle cx=50 cy=50 r=40 /></clipPath></defs><style>.k{stroke:lime;stroke-width:5}</style><g clip-path="url(#c)"><rect class=k width=100 height=100 fill="url(#g)"/></g><text x=20 y=50 textLength=60>svg</text><foreignObject width=50 height=20><p style="margin:0">html</p></foreignObject></svg>`,
  ),
  on(
    'templates and their content',
    '<template id=t><p>hidden <b>x</b></p><script>1</script></template><div id=d></div>',
    () => {
      const t = document.getElementById('t') as HTMLTemplateElement;
      t.content.append(document.createElement('hr'));
      document.getElementById('d')!.append(t.content.cloneNode(true));
    },
  ),
  on(
    'noscript',
    '<noscript><p>please enable</p></noscript><p>after</p><script>document.write("<i>written</i>")</script>',
  ),
  on(
    'base and relative addresses',
    '<!doctype html><html><head><base href="/deep/"></head><body><a href="x.html">link</a></body></html>',
  ),
  on(
    'custom elements, defined before and later',
    '<style>:not(:defined){color:red}x-one{display:block;font-size:30px}:defined.two{color:blue}</style><x-one>one</x-one><x-two class=two>two</x-two>',
    () => {
      customElements.define(
        'x-one',
        class extends HTMLElement {
          connectedCallback() {
            this.title = 'up';
          }
        },
      );
    },
  ),
  on('customised built-ins', '<button is=x-button>b</button>', () => {
    customElements.define(
      'x-button',
      class extends HTMLButtonElement {
        connectedCallback() {
          this.style.color = 'red';
        }
      },
      { extends: 'button' },
    );
  }),
  on(
    'details, also exclusive',
    '<details name=g open><summary>a</summary>A</details><details name=g id=b><summary>b</summary>B</details><details id=c><summary>c</summary>C</details>',
    () => {
      (document.getElementById('b') as HTMLDetailsElement).open = true;
      (document.getElementById('c') as HTMLDetailsElement).open = true;
    },
  ),
  on(
    'modal dialog with backdrop',
    '<style>dialog::backdrop{background:rgb(0 128 0 / .5)}</style><p>behind</p><dialog id=d>hello</dialog><dialog id=e>second</dialog>',
    () => {
      (document.getElementById('d') as HTMLDialogElement).showModal();
      (document.getElementById('e') as HTMLDialogElement).showModal();
    },
  ),
  on('dialog shown and closed', '<dialog id=d open>one</dialog><dialog id=e>two</dialog>', () => {
    (document.getElementById('d') as HTMLDialogElement).close();
    (document.getElementById('e') as HTMLDialogElement).show();
  }),
  on(
    'popovers',
    '<div popover id=p style="inset:auto;top:50px;left:60px">pop</div><div popover=manual id=q style="inset:auto;top:150px;left:60px">manual</div>',
    () => {
      document.getElementById('p')!.showPopover();
      document.getElementById('q')!.showPopover();
    },
  ),
  on('document written anew', '<p>old</p>', () => {
    document.open();
    document.write('<!doctype html><title>new</title><style>p{color:green}</style><p>written</p>');
    document.close();
  }),
  on(
    'images from files, data and blobs',
    '<img id=a src=/a.svg><img id=b src="data:image/svg+xml,<svg xmlns=%22http://www.w3.org/2000/svg%22 width=%2230%22 height=%2230%22><circle r=%2230%22/></svg>"><img id=c>',
    async () => {
      const blob = new Blob(
        [
          '<svg xmlns="http://www.w3.org/2000/svg" width="44" height="33"><rect width="44" height="33" fill="purple"/></svg>',
        ],
        { type: 'image/svg+xml' },
      );
      const c = document.getElementById('c') as HTMLImageElement;
      c.src = URL.createObjectURL(blob);
      await c.decode();
    },
    {
      files: {
        '/a.svg':
          '<svg xmlns="http://www.w3.org/2000/svg" width="50" height="40"><rect width="50" height="40" fill="teal"/></svg>',
      },
    },
  ),
  on(
    'picture and srcset',
    '<picture><source srcset="/b.svg" media="(min-width:1px)"><img src="/a.svg"></picture><img srcset="/a.svg 1x, /b.svg 2x">',
    undefined,
    {
      files: {
        '/a.svg':
          '<svg xmlns="http://www.w3.org/2000/svg" width="50" height="40"><rect width="50" height="40" fill="teal"/></svg>',
        '/b.svg':
          '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="60"><rect width="60" height="60" fill="orange"/></svg>',
      },
    },
  ),
  on('broken image with alt', '<img src=/none.png alt="no picture"><img alt="no source">'),
  on('title', '<p>x</p>', () => {
    document.title = 'changed';
  }),
];
