import { expect, test } from 'vitest';
import { matchingAnswers } from '../../src/chat/matching-answers.ts';

const answers = ['Hello, how are you?', 'One moment please', 'Please hold on'];

test('a slash at the beginning asks for the answers with all words behind it', () => {
  expect(matchingAnswers(answers, '/')).toEqual(answers);
  expect(matchingAnswers(answers, '/please  MOM')).toEqual(['One moment please']);
  expect(matchingAnswers(answers, '/nothing')).toEqual([]);
  expect(matchingAnswers(answers, 'and/or')).toBeUndefined();
  expect(matchingAnswers(answers, '/a\nb')).toBeUndefined();
});
