import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cases } from './cases/index.ts';
import type { FidelityCase } from './fidelity-case.ts';
import { FidelityRunner } from './fidelity-runner.ts';

/** What is taken away, from customers and agents alike, and the cases that would have used it. */
const missing: [name: string, script: string, cases: string[]][] = [
  ['scheduler.yield', 'delete window.scheduler', ['many nodes at once']],
  [
    'CompressionStream',
    'delete window.CompressionStream; delete window.DecompressionStream',
    ['500 random operations'],
  ],
  ['crypto.subtle', 'delete Crypto.prototype.subtle', ['blob: style sheets']],
  [
    'moveBefore',
    'for (const x of [Element, Document, DocumentFragment]) delete x.prototype.moveBefore',
    ['shuffle', 'moved, and scrolled anew'],
  ],
  [
    // A replica cannot do without, and says so; see replica.browser.test.ts.
    'adopted sheets in the page',
    'if (parent !== self) delete Document.prototype.adoptedStyleSheets; if (parent !== self) delete ShadowRoot.prototype.adoptedStyleSheets; if (parent !== self) delete CSSStyleSheet.prototype.replaceSync',
    ['blob: style sheets', 'inputs inside'],
  ],
  [
    'popovers',
    'for (const name of ["showPopover", "hidePopover", "togglePopover", "popover"]) delete HTMLElement.prototype[name]',
    ['details'],
  ],
  ['requestIdleCallback', 'delete window.requestIdleCallback', ['blob: style sheets']],
  ['composed ranges', 'delete Selection.prototype.getComposedRanges', ['focus inside']],
];

const named = (name: string): FidelityCase => {
  const [only, another] = cases.filter((each) => each.name === name);
  if (!only || another) throw new Error(`one case must be named ${name}`);
  return only;
};

describe.each(missing)('a replica equals its source without %s', (_, script, names) => {
  const runner = new FidelityRunner();
  beforeAll(() => runner.start(1, script), 30_000);
  afterAll(() => runner.stop());

  it.each(names)(
    '%s',
    async (name) => {
      for (const [way, difference] of await runner.run(named(name))) {
        expect(difference.replica, `${way}: document`).toBe(difference.source);
        expect(difference.lost, `${way}: lost`).toEqual([]);
        expect(difference.pixels, `${way}: pixels that differ`).toBe(0);
      }
    },
    30_000,
  );
});
