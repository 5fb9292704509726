import { MessageType } from '@microsoft/signalr';
import { MessagePackHubProtocol } from '@microsoft/signalr-protocol-msgpack';
import { expect, it } from 'vitest';
import { decodeMessages, encodeInvocation, encodePing } from '../../src/connection/hub-messages.ts';

const official = new MessagePackHubProtocol();
const logger = { log() {} };
const parse = (bytes: Uint8Array) => official.parseMessages(bytes.slice().buffer, logger);

it('the official protocol reads our invocations', () => {
  const [message] = parse(encodeInvocation('Join', [{ ProtocolVersion: 1, TabId: 't' }], '7'));
  expect(message).toMatchObject({
    type: MessageType.Invocation,
    target: 'Join',
    invocationId: '7',
    arguments: [{ ProtocolVersion: 1, TabId: 't' }],
  });
  expect(parse(encodePing())[0]?.type).toBe(MessageType.Ping);
});

it('a frame begins as the splice expects it, whatever its length', () => {
  for (const [length, code] of [
    [20, 0xc4],
    [5000, 0xc5],
    [70_000, 0xc6],
  ] as const) {
    const bytes = encodeInvocation('f', [new Uint8Array(length)], null);
    const body = bytes.subarray(bytes.findIndex((byte) => byte < 128) + 1);
    expect([...body.subarray(0, 8)]).toEqual([0x95, 0x01, 0x80, 0xc0, 0xa1, 0x66, 0x91, code]);
  }
});

it('we read what the official protocol writes, several messages in one payload', () => {
  const parts = [
    official.writeMessage({
      type: MessageType.Invocation,
      target: 'KeyframeNeeded',
      arguments: ['Resync'],
    } as never),
    official.writeMessage({ type: MessageType.Ping } as never),
    official.writeMessage({
      type: MessageType.Completion,
      invocationId: '3',
      result: { Refusal: null },
    } as never),
    official.writeMessage({ type: MessageType.Completion, invocationId: '4', error: 'no' } as never),
  ].map((part) => new Uint8Array(part as ArrayBuffer));
  const payload = Uint8Array.from(parts.flatMap((part) => [...part]));
  expect([...decodeMessages(payload)]).toEqual([
    { type: 'invocation', target: 'KeyframeNeeded', args: ['Resync'] },
    { type: 'completion', id: '3', result: expect.objectContaining({ Refusal: null }) },
    { type: 'completion', id: '4', error: 'no' },
  ]);
});

it('a close ends it; unknown messages are left out', () => {
  const payload = Uint8Array.of(2, 0x91, 99, 4, 0x93, 7, 0xc0, 0xc3);
  expect([...decodeMessages(payload)]).toEqual([{ type: 'close' }]);
});

it.each([
  ['a length beyond the payload', [200, 1, 0x91, 6]],
  ['a length without an end', [0xff, 0xff, 0xff, 0xff, 0xff, 0xff]],
  ['a body that is no array', [1, 5]],
])('%s throws', (_, bytes) => {
  expect(() => [...decodeMessages(Uint8Array.from(bytes))]).toThrow(RangeError);
});
