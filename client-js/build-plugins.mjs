// What the build asks of esbuild beside bundling.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';

const wireTables = ['opcode', 'frameMark', 'limits', 'propertyCode'];

// What shows everything is for tests alone: the snippet has no way to it.
const unmasked = /\b(?:this\.#gate|this|gate)\.unmasked\b(?! =)/g;

// Where a text's lines are broken for who reads it. Between words a break is a blank; styles need none behind a mark.
const brokenStyles = /[\\/]styles[\w-]*\.ts$/;
const brokenWords = /[\\/]attribute-rules\.ts$/;
const texts = /`[^`]*`/g;
const unbroken = (path, source) => {
  if (brokenWords.test(path)) return source.replace(texts, (text) => text.replace(/\s*\n\s*/g, ' '));
  if (!brokenStyles.test(path)) return source;
  return source.replace(texts, (text) =>
    text.replace(/(?<=^`|[;{},])\n\s*|\n(?=`$)/g, '').replace(/\n\s*/g, (gap) => (gap === '\n' ? '' : ' ')),
  );
};

/**
 * Puts the wire's numbers in the place of their names, `opcode.element` → `5`: a minifier cannot. `shows` leaves the
 * way to show everything in, for benchmarks.
 */
export function inlineWire(wire, shows = false) {
  const named = new RegExp(`\\b(${wireTables.join('|')})\\.(\\w+)\\b`, 'g');
  return {
    name: 'inline-wire',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, async ({ path }) => {
        const text = await readFile(path, 'utf8');
        const inlined = text.replace(named, (whole, table, name) => wire[table]?.[name] ?? whole);
        const contents = shows ? inlined : inlined.replace(unmasked, 'false');
        return {
          contents: unbroken(path, contents),
          loader: 'ts',
        };
      });
    },
  };
}

/** Leaves the import of `source` to the browser, at `file` beside the importing chunk. */
export function elsewhere(source, file) {
  return {
    name: 'elsewhere',
    setup({ onResolve }) {
      onResolve({ filter: new RegExp(`/${basename(source).replace('.', '\\.')}$`) }, () => ({
        path: `./${file}`,
        external: true,
      }));
    },
  };
}
