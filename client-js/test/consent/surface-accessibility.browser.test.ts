import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { cdp } from 'vitest/browser';
import { showHelpCorner } from '../../src/consent/help-corner.ts';
import { loadStrings, Surface, type View } from '../../src/consent/index.ts';
import { violations, wcag } from '../accessibility/violations.ts';

const maria = { id: 'p2', name: 'Maria Keller', sees: true, hue: 0 };
const tom = { id: 'p3', name: 'Tom Berg', sees: true, hue: 0 };

const views: Readonly<Record<string, View>> = {
  preparing: { type: 'preparing' },
  'the code': { type: 'waiting', code: '482913', joining: false },
  'somebody joins': { type: 'waiting', code: '482913', joining: true },
  sharing: { type: 'sharing', agents: [maria], paused: false },
  'sharing with two': { type: 'sharing', agents: [maria, tom], paused: false },
  'nobody sees it yet': { type: 'sharing', agents: [{ ...maria, sees: false }], paused: false },
  paused: { type: 'sharing', agents: [maria], paused: true },
  reconnecting: { type: 'reconnecting' },
  'ended by the agent': { type: 'ended', reason: 'AgentEnded' },
  'customer ended': { type: 'ended', reason: 'CustomerEnded' },
  failed: { type: 'failed', failure: 'Unreachable' },
};

const nothing = () => undefined;
const delegate = {
  answered: nothing,
  pausePressed: nothing,
  resumePressed: nothing,
  stopPressed: nothing,
  hiddenPressed: nothing,
  removePressed: nothing,
  chatPressed: nothing,
  controlStopPressed: nothing,
  retryPressed: nothing,
  closePressed: nothing,
};

const attach = Element.prototype.attachShadow;
let close: () => void = nothing;

/** The root is closed to everybody; here it is open, for the rules to look inside. */
function openRoots(): void {
  Element.prototype.attachShadow = function (options) {
    return attach.call(this, { ...options, mode: 'open' });
  };
}

const prefer = (scheme: 'light' | 'dark') =>
  cdp().send('Emulation.setEmulatedMedia', {
    features: [{ name: 'prefers-color-scheme', value: scheme }],
  });

async function found(): Promise<string[]> {
  const host = document.querySelector<HTMLElement>('[data-cobrowse-ui]')!;
  expect(host.shadowRoot?.querySelector('.layer')?.checkVisibility()).toBe(true);
  // A colour on its way is not the colour.
  for (const animation of document.getAnimations())
    if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish();
  return violations(await axe.run({ fromShadowDom: ['[data-cobrowse-ui]', '.layer'] }, wcag));
}

afterEach(async () => {
  close();
  Element.prototype.attachShadow = attach;
  await prefer('light');
});

describe.each(['light', 'dark'] as const)(
  'the snippet’s surface on a %s page meets WCAG 2.1 AA:',
  (scheme) => {
    it.each(Object.entries(views))('%s', async (_, view) => {
      await prefer(scheme);
      openRoots();
      const surface = new Surface(await loadStrings('en-GB'), delegate);
      close = () => surface.dispose();
      surface.show(view);
      expect(await found()).toEqual([]);
    });

    it('the question', async () => {
      await prefer(scheme);
      openRoots();
      const surface = new Surface(await loadStrings('en-GB'), delegate);
      close = () => surface.dispose();
      surface.ask({
        RequestId: 'r1',
        AgentId: 'a1',
        AgentName: 'Maria Keller',
        AgentTitle: 'Mortgage advice',
        Grants: ['View'],
        ExpiresIn: 60,
        HandedOverBy: null,
        WithSupervisors: false,
      });
      expect(await found()).toEqual([]);
    });

    it('the help button', async () => {
      await prefer(scheme);
      openRoots();
      close = await showHelpCorner('en-GB', nothing);
      expect(await found()).toEqual([]);
    });
  },
);
