import { beforeEach, expect, it } from 'vitest';
import { Thread, type Unsent } from '../../src/chat/thread.ts';
import type { ChatMessage, ChatSent } from '../../src/protocol/index.ts';

let answers: (ChatSent | Error | Promise<ChatSent>)[];
let sent: string[];
let received: number[];
let made: number;

const message = (number: number, from: string | null, text: string, id = `i${number}`): ChatMessage => ({
  Number: number,
  Id: id,
  From: from,
  Name: 'Maria',
  Text: text,
  At: number,
});
const log = (Messages: ChatMessage[], CustomerHas = 0, AgentsHave = 0) => ({
  SessionId: 's',
  Messages,
  CustomerHas,
  AgentsHave,
});
const seen = (thread: Thread) => thread.entries.map(({ text, progress }) => `${text} ${progress}`);
const settled = () => new Promise((go) => setTimeout(go));

function thread(unsent: Unsent[] = []): Thread {
  return new Thread(
    {
      isOwn: ({ From }) => From === null,
      send: async (id, text) => {
        sent.push(`${id} ${text}`);
        const answer = answers.shift() ?? new Error('no link');
        if (answer instanceof Error) throw answer;
        return answer;
      },
      received: (number) => received.push(number),
      changed: () => undefined,
      now: () => 1,
      newId: () => `own${++made}`,
    },
    unsent,
  );
}

beforeEach(() => {
  answers = [];
  sent = [];
  received = [];
  made = 0;
});

it('stands in the order of the node, each message once, however they come', () => {
  const chat = thread();
  expect(chat.receive(log([message(5, 'a', 'five')])).map(({ Text }) => Text)).toEqual(['five']);
  expect(chat.receive(log([message(3, null, 'three'), message(5, 'a', 'five')]))).toEqual([]);
  expect(seen(chat)).toEqual(['three sent', 'five sent']);
  expect(received).toEqual([5]);
  chat.receive(log([], 0, 3));
  expect(seen(chat)[0]).toBe('three delivered');
});

it('sends one after the other, and what was not reached for again in the same order under the same ids', async () => {
  const chat = thread();
  let go: (answer: ChatSent) => void = () => undefined;
  answers = [
    new Promise<ChatSent>((answer) => {
      go = answer;
    }),
  ];
  chat.write('one');
  chat.write('two');
  expect(seen(chat)).toEqual(['one sending', 'two sending']);
  expect(sent).toEqual(['own1 one']);
  go({ Refusal: null, Message: message(1, null, 'one', 'own1') });
  await settled();
  expect(seen(chat)).toEqual(['one sent', 'two failed']);
  answers = [{ Refusal: null, Message: message(2, null, 'two', 'own2') }];
  chat.linked();
  await settled();
  expect(sent).toEqual(['own1 one', 'own2 two', 'own2 two']);
  expect(seen(chat)).toEqual(['one sent', 'two sent']);
});

it('waits with what was refused until somebody tries again', async () => {
  const chat = thread();
  answers = [{ Refusal: 'TooManyAttempts', Message: null }];
  chat.write('one');
  await settled();
  chat.linked();
  await settled();
  expect(chat.entries).toMatchObject([{ progress: 'failed', refusal: 'TooManyAttempts' }]);
  expect(sent).toHaveLength(1);
  answers = [{ Refusal: null, Message: message(1, null, 'one', 'own1') }];
  chat.retry('own1');
  await settled();
  expect(seen(chat)).toEqual(['one sent']);
});

it('goes on with what an earlier page left, which the node may have after all', async () => {
  const chat = thread([
    { id: 'old1', text: 'arrived', at: 1, failed: false, refusal: null },
    { id: 'old2', text: 'did not', at: 1, failed: false, refusal: null },
  ]);
  chat.receive(log([message(7, null, 'arrived', 'old1'), message(8, 'a', 'hello')]));
  expect(seen(chat)).toEqual(['arrived sent', 'hello sent', 'did not sending']);
  answers = [{ Refusal: null, Message: message(9, null, 'did not', 'old2') }];
  chat.linked();
  await settled();
  expect(sent).toEqual(['old2 did not']);
  expect(received).toEqual([8, 8]);
});
