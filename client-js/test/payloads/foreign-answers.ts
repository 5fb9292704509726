const picture =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

interface Answer {
  readonly type: string;
  readonly body: string | Buffer;
}

/** What a hostile host answers: more of the same, in whatever form was asked for. */
export function foreignAnswer(host: string, path: string): Answer | undefined {
  const index = /p(\d+)/.exec(host)?.[1] ?? '0';
  const origin = `http://p${index}.foreign.test`;
  const script = `top.ran(${index})`;
  switch (/\.(\w+)$/.exec(path)?.[1]) {
    case 'png':
      return { type: 'image/png', body: Buffer.from(picture, 'base64') };
    case 'css':
      return {
        type: 'text/css',
        body: `@import "${origin}/again.css2";*{background:url(${origin}/of-sheet.png);cursor:url(${origin}/c.cur),auto}`,
      };
    case 'js':
      return { type: 'text/javascript', body: script };
    case 'svg':
      return {
        type: 'image/svg+xml',
        body:
          `<svg xmlns="http://www.w3.org/2000/svg" onload="${script}"><script>${script}</script>` +
          ['f', 'm', 'c', 'g', 's', 'p', 'x', 'i']
            .map((id) => `<g id="${id}"><image href="${origin}/of-svg.png"/></g>`)
            .join('') +
          '</svg>',
      };
    case 'html':
      return { type: 'text/html', body: `<script>${script}</script><img src="${origin}/of-page.png">` };
    default:
      return undefined;
  }
}
