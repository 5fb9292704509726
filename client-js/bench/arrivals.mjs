import { makeChange } from './pages/changes.mjs';

/**
 * Makes one change, waits until the replica shows it, and takes its way apart. Undefined where it did not come within
 * five seconds.
 */
export async function changeAndArrival({ customer, agent }, number, pause) {
  const change = await customer.evaluate(makeChange, { number, pause });
  const { at, received } = await agent.evaluate((key) => window.benchSeen(key), change.key);
  const sent = await customer.evaluate(() => window.benchWire.sent.splice(0));
  // One change is under way at a time, so the first message after it and the last before its arrival are its own.
  const send = sent.find((time) => time >= change.at);
  if (at === undefined || send === undefined || received === undefined) return undefined;
  const [receive, frame] = received;
  const before = send >= change.frame ? change.frame - change.at : 0;
  const after = frame > 0 && at >= frame ? frame - receive : 0;
  return {
    kind: change.kind,
    whole: at - change.at,
    toSend: send - change.at,
    onWire: receive - send,
    toApply: at - receive,
    waiting: before + after,
  };
}
