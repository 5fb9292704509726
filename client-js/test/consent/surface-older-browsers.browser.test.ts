import { afterEach, expect, it } from 'vitest';
import { loadStrings, Surface, type SurfaceDelegate } from '../../src/consent/index.ts';
import { withRoot } from './closed-root.ts';

const nobody: SurfaceDelegate = {
  answered() {},
  pausePressed() {},
  resumePressed() {},
  stopPressed() {},
  hiddenPressed() {},
  removePressed() {},
  chatPressed() {},
  controlStopPressed() {},
  retryPressed() {},
  closePressed() {},
};

afterEach(() => document.body.replaceChildren());

it('looks the same where a browser adopts no sheets', async () => {
  const strings = await loadStrings('en-GB');
  const font = (of: ShadowRoot) => getComputedStyle(of.querySelector('.layer')!).fontFamily;
  const [surface, root] = withRoot(() => new Surface(strings, nobody));
  surface.show({ type: 'sharing', agents: [], paused: false });
  const native = Object.getOwnPropertyDescriptor(ShadowRoot.prototype, 'adoptedStyleSheets')!;
  Reflect.deleteProperty(ShadowRoot.prototype, 'adoptedStyleSheets');
  const [older, olderRoot] = withRoot(() => new Surface(strings, nobody));
  Object.defineProperty(ShadowRoot.prototype, 'adoptedStyleSheets', native);
  older.show({ type: 'sharing', agents: [], paused: false });
  expect(olderRoot.querySelector('style')?.sheet?.cssRules.length).toBeGreaterThan(10);
  expect(font(olderRoot)).toBe(font(root));
  older.dispose();
  surface.dispose();
});
