import { describe, expect, test } from 'vitest';
import { retryDelay } from '../../src/connection/retry-delay.ts';
import { middle, qualityOf, remember } from '../../src/connection/round-trip.ts';
import { requestTicket, TicketRefused } from '../../src/connection/ticket.ts';

describe('retry delay', () => {
  test('grows, then stays, and never ends', () => {
    const delays = Array.from({ length: 50 }, (_, attempt) => retryDelay(attempt, () => 0.5));
    expect(delays.slice(0, 8)).toEqual([0, 500, 1000, 2000, 4000, 8000, 10_000, 10_000]);
    expect(delays.at(-1)).toBe(10_000);
  });

  test('is spread by a quarter each way', () => {
    expect([retryDelay(3, () => 0), retryDelay(3, () => 1)]).toEqual([1500, 2500]);
  });
});

describe('round trip', () => {
  test('the middle of the last seven decides', () => {
    const samples = [20, 21, 19, 900, 22, 20, 21, 23].reduce<readonly number[]>(remember, []);
    expect(samples).toHaveLength(7);
    expect(middle(samples)).toBe(21);
    expect(qualityOf(samples)).toEqual({ type: 'good', milliseconds: 21 });
  });

  test('fair and poor begin where pointing lags', () => {
    expect([qualityOf([149]), qualityOf([150]), qualityOf([400])].map((quality) => quality.type)).toEqual([
      'good',
      'fair',
      'poor',
    ]);
    expect(qualityOf([])).toEqual({ type: 'unknown' });
  });
});

describe('a ticket', () => {
  const token = () => Promise.resolve('access');
  const answering = (status: number, body: unknown) => {
    const seen: Request[] = [];
    const fetcher: typeof fetch = (input, init) => {
      seen.push(new Request(new URL(String(input), 'http://console.test'), init));
      return Promise.resolve(Response.json(body, { status }));
    };
    return { fetcher, seen };
  };

  test('is asked for with the access token', async () => {
    const { fetcher, seen } = answering(200, { ticket: 't1', expiresIn: 60 });
    expect(await requestTicket(token, fetcher)).toBe('t1');
    expect(seen[0]?.method).toBe('POST');
    expect(seen[0]?.headers.get('authorization')).toBe('Bearer access');
  });

  for (const [status, kind] of [
    [401, 'expired'],
    [403, 'barred'],
  ] as const)
    test(`${status} means ${kind}, and no further try`, async () => {
      const { fetcher } = answering(status, {});
      const failure = await requestTicket(token, fetcher).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(TicketRefused);
      expect(failure).toMatchObject({ kind });
    });

  test('a busy node is worth another try', async () => {
    const { fetcher } = answering(503, {});
    const failure = await requestTicket(token, fetcher).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Error);
    expect(failure).not.toBeInstanceOf(TicketRefused);
  });

  test('without an access token nothing is asked', async () => {
    const { fetcher, seen } = answering(200, { ticket: 't1' });
    await expect(requestTicket(() => Promise.resolve(undefined), fetcher)).rejects.toMatchObject({
      kind: 'expired',
    });
    expect(seen).toHaveLength(0);
  });
});
