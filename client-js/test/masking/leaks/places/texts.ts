import { denied, inside, never, type Place, wide } from '../place.ts';

const first = (root: HTMLElement) => root.firstElementChild as HTMLElement;
const letters = (secret: string, wrap: (letter: string) => string) => [...secret].map(wrap).join('');

export const texts: readonly Place[] = [
  inside('text', '¤'),
  inside('nested text', '<p>a<b>b<i>¤</i></b></p>'),
  ...['pre', 'summary', 'caption', 'figcaption', 'dt', 'abbr', 'marquee', 'rt', 'xmp', 'plaintext-x'].map(
    (tag) =>
      inside(
        `text of <${tag}>`,
        tag === 'caption' ? '<table><caption>¤</caption></table>' : `<${tag}>¤</${tag}>`,
      ),
  ),
  inside('closed details', '<details><summary>a</summary>¤</details>'),
  inside('dialog', '<dialog open>¤</dialog>'),
  inside('closed dialog', '<dialog>¤</dialog>'),
  inside('popover', '<div popover>¤</div>'),
  inside('hidden text', '<p hidden>¤</p><p style="display:none">¤</p>'),
  inside('one letter an element', '<p></p>', {
    act: (root, secret) => {
      first(root).innerHTML = letters(secret, (letter) => `<b>${letter}</b>`);
    },
  }),
  inside('one letter a text node', '<p></p>', {
    act: (root, secret) => first(root).append(...secret),
  }),
  inside('one letter at a time', '<p>x</p>', {
    act: (root) => {
      first(root).textContent = '-';
    },
    later: (root, secret) => {
      for (const letter of secret) (first(root).firstChild as Text).appendData(letter);
    },
  }),
  inside('piece split off', '<p>¤</p>', { later: (root) => (first(root).firstChild as Text).splitText(3) }),
  inside('pieces made one', '<p></p>', {
    act: (root, secret) => first(root).append(secret.slice(0, 4), secret.slice(4)),
    later: (root) => first(root).normalize(),
  }),
  inside('piece taken out by a range', '<p>¤</p><div></div>', {
    later: (root, _, page) => {
      const range = page.createRange();
      range.selectNodeContents(first(root));
      root.lastElementChild!.append(range.extractContents());
    },
  }),
  inside('text from another document', '', {
    act: (root, secret, page) => {
      const other = page.implementation.createHTMLDocument('');
      other.body.innerHTML = `<p>${secret}</p>`;
      root.append(page.adoptNode(other.body.firstChild!));
    },
  }),
  inside('written anew', '<p>x</p>', {
    later: (root, secret) => {
      root.innerHTML = `<p>${secret}</p>`;
    },
  }),
  inside('masked, then moved away', '<p>¤</p>', { later: (root, _, page) => page.body.append(first(root)) }),
  inside('masked, then its text moved away', '<p>¤</p>', {
    later: (root, _, page) => page.body.append(first(root).firstChild!),
  }),
  inside('masked, then cloned away', '<p>¤</p>', {
    later: (root, _, page) => page.body.append(first(root).cloneNode(true)),
  }),
  inside('masked, then written elsewhere', '<p>¤</p>', {
    later: (_, secret, page) =>
      page.body.append(Object.assign(page.createElement('p'), { innerText: secret })),
  }),
  inside('masked, then set again elsewhere', '<p id="moved">¤</p>', {
    later: (root, secret, page) => {
      const moved = first(root);
      page.body.append(moved);
      moved.textContent = secret;
      moved.title = secret;
    },
  }),
  inside('unmasked by a class that goes', '<p class="cover">¤</p>', {
    later: (root) => {
      first(root).className = '';
      first(root).append(' ');
    },
  }),
  inside('marked by the page, then not', '<p data-cobrowse-mask>¤</p>', {
    under: ['strict', 'masked', 'field'],
    later: (root) => first(root).removeAttribute('data-cobrowse-mask'),
  }),
  inside('marked before it is filled', '<p></p>', {
    under: ['strict', 'masked', 'field'],
    act: (root) => first(root).setAttribute('data-cobrowse-mask', ''),
    later: (root, secret) => first(root).append(secret),
  }),
  inside('covered by a class that comes', '<p></p>', {
    under: ['strict', 'masked', 'field'],
    act: (root) => first(root).classList.add('cover'),
    later: (root, secret) => {
      first(root).innerHTML = `<b title="${secret}">${secret}</b>`;
    },
  }),
  inside('blocked', '<div data-cobrowse-block title="¤" class="¤">¤</div>', {
    under: ['strict', 'masked', 'field'],
  }),
  denied('comment', '<!--¤-->'),
  denied('template', '<template>¤<p title="¤"></p></template>'),
  denied('noscript', '<noscript>¤</noscript>'),
  denied('script', '<script type="application/json" data-a="¤">{"a":"¤"}</script>'),
  denied('processing instruction', '<p></p>', {
    act: (root, secret, page) => first(root).append(page.createProcessingInstruction('a', secret)),
    ...never('not sent'),
  }),
  denied('expando', '<p></p>', {
    act: (root, secret) => Object.assign(first(root), { secret }),
    ...never('not sent'),
  }),
  inside('selection', '<p>¤</p>', {
    act: (root, _, page) => page.getSelection()?.selectAllChildren(first(root)),
  }),
  wide('title', {
    act: (_, secret, page) => {
      page.title = secret;
    },
  }),
  wide('a second title', { head: '<title>¤</title>' }),
  wide('text of the body', { act: (_, secret, page) => page.body.append(secret) }),
];
