import { denied, inside, type Place, wide } from '../place.ts';

const first = (root: HTMLElement) => root.firstElementChild as HTMLElement;
const loaded = (frame: Element) =>
  new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));

export const trees: readonly Place[] = [
  inside('shadow root', '<p></p>', {
    act: (root, secret) => {
      first(root).attachShadow({ mode: 'open' }).innerHTML = `<b title="${secret}">${secret}</b>`;
    },
  }),
  inside('closed shadow root', '<p></p>', {
    later: (root, secret) => {
      first(root).attachShadow({ mode: 'closed' }).innerHTML = `<b>${secret}</b>`;
    },
  }),
  inside('shadow root in a shadow root', '<p></p>', {
    act: (root, secret) => {
      const outer = first(root).attachShadow({ mode: 'open' });
      outer.innerHTML = '<p></p>';
      outer.firstElementChild!.attachShadow({ mode: 'open' }).textContent = secret;
    },
  }),
  inside('declarative shadow root', '<p></p>', {
    act: (root, secret) => {
      first(root).setHTMLUnsafe(`<div><template shadowrootmode="open"><p>${secret}</p></template></div>`);
    },
  }),
  inside('fallback of a slot', '<p></p>', {
    act: (root, secret) => {
      first(root).attachShadow({ mode: 'open' }).innerHTML = `<slot>${secret}</slot>`;
    },
  }),
  inside('slotted', '<p>¤</p>', {
    act: (root) => {
      first(root).attachShadow({ mode: 'open' }).innerHTML = '<slot></slot>';
    },
  }),
  inside('shadow root filled later', '<p></p>', {
    act: (root) => {
      first(root).attachShadow({ mode: 'open' }).innerHTML = '<b></b>';
    },
    later: (root, secret) => first(root).shadowRoot!.firstElementChild!.append(secret),
  }),
  inside('iframe', '<iframe></iframe>', {
    act: async (root, secret) => {
      const frame = first(root) as HTMLIFrameElement;
      const ready = loaded(frame);
      frame.srcdoc = `<title>${secret}</title><p title="${secret}">${secret}</p><!--${secret}-->`;
      await ready;
    },
  }),
  inside('iframe in an iframe', '<iframe></iframe>', {
    act: (root, secret) => {
      const { body } = (first(root) as HTMLIFrameElement).contentDocument!;
      body.innerHTML = '<iframe></iframe>';
      (body.firstChild as HTMLIFrameElement).contentDocument!.body.textContent = secret;
    },
  }),
  inside('iframe written by script', '<iframe></iframe>', {
    act: (root, secret) => {
      const page = (first(root) as HTMLIFrameElement).contentDocument!;
      page.open();
      page.write(`<!doctype ${secret}><p class="${secret}">${secret}</p>`);
      page.close();
    },
  }),
  inside('iframe of a blob', '<iframe></iframe>', {
    act: async (root, secret) => {
      const ready = loaded(first(root));
      const blob = new Blob([`<p>${secret}</p>`], { type: 'text/html' });
      (first(root) as HTMLIFrameElement).src = URL.createObjectURL(blob);
      await ready;
    },
  }),
  denied('field in an iframe', '<iframe></iframe>', {
    act: (root, secret) => {
      (first(root) as HTMLIFrameElement).contentDocument!.body.innerHTML = `<input value="${secret}">`;
    },
  }),
  denied('fallback of an iframe', '<iframe>¤</iframe>', { under: ['strict', 'masked'] }),
  ...['text', 'title', 'desc', 'metadata', 'foreignObject', 'style', 'defs', 'switch'].map((tag) =>
    inside(`<${tag}> of a drawing`, `<svg><${tag}>¤</${tag}></svg>`),
  ),
  inside('<tspan> of a drawing', '<svg><text><tspan>¤</tspan><textPath>¤</textPath></text></svg>'),
  denied('script of a drawing', '<svg><script type="x">¤</script></svg>', { never: 'scripts are not sent' }),
  inside('text of a formula', '<math><mtext>¤</mtext><mi>¤</mi></math>'),
  inside(
    'annotation of a formula',
    '<math><semantics><mi>x</mi><annotation encoding="¤">¤</annotation></semantics></math>',
  ),
  inside('fallback of a canvas', '<canvas width="9" height="9">¤</canvas>'),
  inside('fallback of an object', '<object>¤</object>'),
  inside('fallback of a video', '<video>¤</video>'),
  inside('custom element', '<x-card>¤</x-card>', {
    act: (root) => {
      const { customElements, HTMLElement } = root.ownerDocument.defaultView as Window & typeof globalThis;
      if (!customElements.get('x-card')) customElements.define('x-card', class extends HTMLElement {});
    },
  }),
  wide('doctype', {
    under: ['strict', 'field'],
    act: (_, secret, page) => {
      const type = page.implementation.createDocumentType('html', secret, secret);
      page.doctype ? page.doctype.replaceWith(type) : page.insertBefore(type, page.documentElement);
    },
  }),
  wide('comment beside the root', {
    under: ['strict', 'field'],
    act: (_, secret, page) => page.append(page.createComment(secret)),
  }),
  wide('class and language of the root', {
    act: (_, secret, page) => {
      page.documentElement.className = secret;
      page.documentElement.lang = secret;
      page.body.id = secret;
    },
  }),
  wide('what the page logs', {
    under: ['strict', 'field'],
    act: (_, secret, page) => page.dispatchEvent(new ErrorEvent('error', { message: secret })),
    never: 'not sent',
  }),
];
