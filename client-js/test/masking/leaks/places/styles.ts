import { inside, type Place, wide } from '../place.ts';

const sheet = (name: string, css: string, options = {}): Place =>
  wide(name, { head: `<style>${css}</style>`, ...options });
const view = (page: Document) => page.defaultView as Window & typeof globalThis;

export const styles: readonly Place[] = [
  sheet('content', '.a::before{content:"¤"}'),
  sheet('content, escaped', '.a::before{content:"\\¤"}'),
  sheet('content beside others', '.a::before{content:counter(x) "¤" attr(title)}'),
  sheet('content, a letter a rule', '', {
    act: (_: HTMLElement, secret: string, page: Document) =>
      page.head.append(
        Object.assign(page.createElement('style'), {
          textContent: [...secret].map((letter, at) => `.l${at}::before{content:"${letter}"}`).join(''),
        }),
      ),
  }),
  sheet('alternative of content', '.a::before{content:"x" / "¤"}'),
  sheet('custom property, a string', ':root{--who:"¤"}'),
  sheet('custom property, a word', ':root{--who: ¤}'),
  sheet('custom property, words', '.a{--who: solid ¤ 1px;color:red}'),
  sheet('comment in a sheet', '/* ¤ */.a{color:red}/*¤*/'),
  sheet('value in a selector', 'input[value="¤"]{color:red}[value^=¤]{color:red}'),
  sheet('title in a selector', '[title="¤"],[alt*="¤"]{color:red}'),
  sheet('address in a selector', 'a[href*="¤"]{color:red}'),
  sheet('query of an address', '.a{background:url("/none.png?¤")}', { never: 'replaced by an asset' }),
  sheet('data address', '.a{background:url("data:text/plain,¤")}'),
  sheet('query of an import', '@import url("/none.css?¤");', { never: 'replaced by an asset' }),
  sheet('imported data', '@import "data:text/css,.a::before{content:%22¤%22}";'),
  sheet('quotes', 'q{quotes:"¤" "¤"}'),
  sheet('list style', 'li{list-style-type:"¤"}'),
  sheet('emphasis', '.a{text-emphasis:"¤"}'),
  sheet('hyphen', '.a{hyphenate-character:"¤"}'),
  sheet('symbols of a counter', '@counter-style x{symbols:"¤" "b";suffix:"¤"}'),
  sheet('unknown property', '.a{who:¤;-x-who:"¤"}'),
  sheet('unknown rule', '@who ¤ {a:b}'),
  sheet('charset', '@charset "¤";'),
  sheet('namespace of a sheet', '@namespace ¤ url("urn:¤");'),
  sheet('initial value', '@property --x{syntax:"*";inherits:false;initial-value:¤}'),
  wide('rule inserted', {
    head: '<style></style>',
    act: (_, secret, page) => {
      const style = page.head.appendChild(page.createElement('style'));
      style.sheet!.insertRule(`.i::after{content:"${secret}";--x:${secret}}`);
    },
  }),
  wide('rule text set', {
    act: (_, secret, page) => {
      const style = page.head.appendChild(page.createElement('style'));
      style.textContent = '.r::after{content:"x"}';
      (style.sheet!.cssRules[0] as CSSStyleRule).style.setProperty('content', `"${secret}"`);
    },
  }),
  wide('adopted sheet', {
    act: (_, secret, page) => {
      const made = new (view(page).CSSStyleSheet)();
      made.replaceSync(`.c::after{content:"${secret}";--c:${secret}}`);
      page.adoptedStyleSheets.push(made);
    },
  }),
  wide('registered property', {
    later: (_, secret, page) =>
      view(page).CSS.registerProperty({
        name: `--r${performance.now()}`.replace('.', '-'),
        syntax: '*',
        inherits: false,
        initialValue: secret,
      }),
  }),
  inside('style element', '<style>.s::before{content:"¤";--s:¤}/* ¤ */</style>'),
  inside('sheet of a shadow root', '<p></p>', {
    act: (root, secret, page) => {
      const shadow = root.firstElementChild!.attachShadow({ mode: 'open' });
      shadow.innerHTML = `<style>p::before{content:"${secret}"}</style>`;
      const made = new (view(page).CSSStyleSheet)();
      made.replaceSync(`p::after{content:"${secret}"}`);
      shadow.adoptedStyleSheets = [made];
    },
  }),
  inside('animation by script', '<p></p>', {
    act: (root, secret) => {
      root.firstElementChild!.animate(
        [{ content: `"${secret}"`, '--x': secret } as Keyframe, { content: '"x"', color: 'red' }],
        { duration: 1e6, id: secret },
      );
    },
  }),
  inside('names in an animation by script', '<p></p>', {
    act: (root, secret) => {
      root.firstElementChild!.animate(
        [{ fontFamily: secret, gridArea: secret } as Keyframe, { color: 'red' }],
        1e6,
      );
    },
  }),
];
