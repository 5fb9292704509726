import { describe, expect, test } from 'vitest';
import { outcomeWords } from '../../src/session/outcome-words.ts';
import { sessionCondition } from '../../src/session/session-condition.ts';
import { en } from '../../src/words/en/index.ts';
import type { Seated } from '../../src/workspace/workspace-state.ts';
import { session } from '../fixture/sessions.ts';

const online = { type: 'online' } as const;
const live: Seated = {
  type: 'seated',
  session: session(),
  participantId: 'a',
  consent: { type: 'granted' },
  assets: undefined,
  picture: { type: 'live' },
  controlNote: undefined,
  labels: [],
  joined: true,
  since: 0,
  toldAt: 0,
};

describe('what holds in a session', () => {
  const cases: readonly [string, Partial<Seated>, string][] = [
    ['all is well', {}, 'live'],
    ['the node has not taken the agent back', { joined: false }, 'returning'],
    ['the customer is being asked', { consent: { type: 'asking', until: 5 } }, 'asking'],
    ['the customer paused', { session: session({ State: 'Paused' }) }, 'paused'],
    [
      'the customer paused and left',
      { session: session({ State: 'Paused', CustomerPresent: false }) },
      'paused',
    ],
    ['the customer is away', { session: session({ CustomerPresent: false }) }, 'away'],
    [
      'the customer is on a page without the snippet',
      { session: session({ CustomerPresent: false, Place: 'Elsewhere' }) },
      'elsewhere',
    ],
    ['the customer is on a page that is withheld', { session: session({ Place: 'Withheld' }) }, 'withheld'],
    ['the picture broke', { picture: { type: 'lost', reason: 'gap' } }, 'lost'],
    ['the replica failed', { picture: { type: 'broken' } }, 'broken'],
    ['frames were dropped', { picture: { type: 'catching-up' } }, 'catching-up'],
    ['no picture came yet', { picture: { type: 'awaited' } }, 'first-picture'],
  ];
  for (const [when, change, type] of cases)
    test(`${when}: ${type}`, () => {
      expect(sessionCondition({ ...live, ...change }, online).type).toBe(type);
    });

  test('a node that does not answer is said to, before the connection is given up', () => {
    expect(sessionCondition(live, online, true)).toEqual({ type: 'silent' });
    expect(sessionCondition({ ...live, joined: false }, online, true).type).toBe('returning');
  });

  test('a lost connection outweighs everything', () => {
    const paused = { ...live, session: session({ State: 'Paused' }) };
    expect(sessionCondition(paused, { type: 'reconnecting', since: 0 })).toEqual({ type: 'cut' });
  });
});

test('a session that expires says so and what to do', () => {
  expect(outcomeWords({ type: 'ended', reason: 'Expired' }, en.session.over)).toMatchObject({
    title: 'The session has expired',
  });
});
