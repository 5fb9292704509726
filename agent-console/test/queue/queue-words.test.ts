import { describe, expect, test } from 'vitest';
import { clockDuration, spokenDuration } from '../../src/clock/duration.ts';
import { problemWords } from '../../src/queue/problem-words.ts';
import { consoleTitle, newcomers, queueAnnouncement } from '../../src/queue/queue-attention.ts';
import { codeDigits, groupedCode, isWholeCode } from '../../src/queue/spoken-code.ts';
import { en } from '../../src/words/en/index.ts';
import { waiting } from '../fixture/sessions.ts';

describe('a spoken code', () => {
  for (const typed of ['482913', '482 913', '482-913', ' 4 8 2 9 1 3 ', 'Code: 482913.', '４８２９１３'])
    test(`is understood from "${typed}"`, () => {
      expect(codeDigits(typed)).toBe('482913');
    });

  test('is grouped as one reads it', () => {
    expect(['', '48', '482', '4829', '482913'].map(groupedCode)).toEqual([
      '',
      '48',
      '482',
      '482 9',
      '482 913',
    ]);
  });

  test('is whole with six digits', () => {
    expect([isWholeCode('48291'), isWholeCode('482913')]).toEqual([false, true]);
  });
});

describe('what went wrong', () => {
  const code = { type: 'code', code: '000000' } as const;
  const claim = { type: 'claim', sessionId: 'one' } as const;

  test('a wrong code asks for it again', () => {
    const words = problemWords({ type: 'refused', refusal: 'WrongCode', attempt: code }, en.queue.problem);
    expect(words).toContain('read it out once more');
    expect(problemWords({ type: 'refused', refusal: 'NotFound', attempt: code }, en.queue.problem)).toBe(
      words,
    );
  });

  test('a customer whom a colleague took reads differently from one who left', () => {
    expect(
      problemWords({ type: 'refused', refusal: 'AlreadyClaimed', attempt: claim }, en.queue.problem),
    ).toContain('colleague');
    expect(
      problemWords({ type: 'refused', refusal: 'NotFound', attempt: claim }, en.queue.problem),
    ).toContain('no longer waiting');
  });
});

describe('the queue, unseen', () => {
  test('the title says how many wait', () => {
    expect(consoleTitle(0, false, en)).toBe('Queue · CoBrowse');
    expect(consoleTitle(3, true, en)).toBe('(3) In session · CoBrowse');
  });

  test('newcomers are those who were not there', () => {
    expect(newcomers(waiting.slice(0, 2), waiting).map((entry) => entry.SessionId)).toEqual(['three']);
  });

  test('an arrival is announced by its topic, a departure by the count, a mere refresh not at all', () => {
    expect(queueAnnouncement([], waiting.slice(0, 1), en.queue)).toBe(
      'Transfer was rejected joined the queue. 1 waiting.',
    );
    expect(queueAnnouncement(waiting, waiting.slice(1), en.queue)).toBe('2 waiting.');
    expect(queueAnnouncement(waiting, waiting, en.queue)).toBeUndefined();
  });
});

describe('durations', () => {
  test('tick like a clock and never run backwards', () => {
    expect([-5, 0, 59_999, 247_000, 3_729_000].map(clockDuration)).toEqual([
      '0:00',
      '0:00',
      '0:59',
      '4:07',
      '1:02:09',
    ]);
  });

  test('are spoken in the largest sensible unit', () => {
    expect([40_000, 247_000, 3_729_000].map((ms) => spokenDuration(ms, 'en'))).toEqual([
      '40 sec',
      '4 min',
      '1 hr 2 min',
    ]);
  });
});
