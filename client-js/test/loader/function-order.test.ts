import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { orderedFunctions } from '../../function-order.mjs';

const load = async (module: string): Promise<unknown> =>
  (await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(module)}`)).made;

/** What no text has twice. */
const noise = Array.from({ length: 40_000 }, (_, at) =>
  String.fromCharCode(33 + ((at * at * 31 + at * 7) % 83)),
)
  .join('')
  .replace(/[\\`$]/g, '');
const body = (name: string) =>
  `function ${name}(list){let found=[];for(let each of list)each.next&&found.push(each.next.first??"${name}");return found.join()+"the same again and again"}`;

it('functions that say the same come together, what is no function keeps its order, and all means the same', async () => {
  const text = `let seen=[];${body('one')}seen.push(one([{next:{}}]));let far=\`${noise}\`;${body('two')}seen.push(two([{next:{}}]),far.length);let made=seen;export{made}`;
  const ordered = orderedFunctions(text);
  expect(gzipSync(ordered, { level: 9 }).length).toBeLessThan(gzipSync(text, { level: 9 }).length - 50);
  expect(await load(ordered)).toEqual(await load(text));
  expect(orderedFunctions(text)).toBe(ordered);
});

it('a last statement without an end may have functions behind it', async () => {
  for (const moving of [
    'function one(){return 1}function two(){return 2}',
    'function b(){return 1}function a(){return b()}',
  ]) {
    const ordered = orderedFunctions(
      `export{made};${moving}let made=[${moving.match(/\w+(?=\(\)\{)/g)!.map((name) => `${name}()`)}]`,
    );
    expect(await load(ordered)).toHaveLength(2);
  }
});

it('a text of one function stays as it is', () => {
  expect(orderedFunctions('let a=b();function b(){}')).toBe('let a=b();function b(){}');
});
