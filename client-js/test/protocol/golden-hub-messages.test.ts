import { type HubMessage, NullLogger } from '@microsoft/signalr';
import { MessagePackHubProtocol } from '@microsoft/signalr-protocol-msgpack';
import { expect, test } from 'vitest';
import golden from '../../../tests/golden/hub-messages.json' with { type: 'json' };

const protocol = new MessagePackHubProtocol();

/** Bytes stand in the vectors as `{ "$hex": … }`. */
function revive(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(revive);
  if ('$hex' in value) return Uint8Array.from(Buffer.from(String(value.$hex), 'hex'));
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, revive(inner)]));
}

test.each(golden.writtenByClient)(
  'WIRE-8 the official client writes $name so',
  ({ name: _, hex, ...message }) => {
    const written = protocol.writeMessage(revive(message) as HubMessage);
    expect(Buffer.from(written).toString('hex')).toBe(hex);
  },
);

test.each(golden.writtenByNode)(
  'WIRE-8 the official client reads $name from the node',
  ({ name: _, hex, ...message }) => {
    const bytes = Uint8Array.from(Buffer.from(hex, 'hex'));
    const [read] = protocol.parseMessages(bytes.buffer, NullLogger.instance);
    expect(read).toMatchObject(revive(message) as object);
  },
);
