import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { buildScript } from '../../build.mjs';
import * as rules from '../../src/masking/attribute-rules.ts';

it('a build has the same lists of attributes as its sources', async () => {
  const script = await buildScript(fileURLToPath(new URL('word-lists.ts', import.meta.url)));
  const context: { wordLists?: Record<string, unknown> } = {};
  runInNewContext(script, context);
  const lists = Object.entries(rules).filter(([, list]) => list instanceof Set);
  expect(lists.length).toBeGreaterThan(2);
  for (const [name, list] of lists)
    expect([...(context.wordLists![name] as Set<string>)], name).toEqual([...(list as Set<string>)]);
});
