import { setTimeout as wait } from 'node:timers/promises';

/** The first answer of `probe` that is not undefined. */
export async function eventually(what, probe, limit = 20_000) {
  const began = Date.now();
  for (;;) {
    const answer = await probe();
    if (answer !== undefined) return answer;
    if (Date.now() - began > limit) throw new Error(`Waited ${limit / 1000} s for ${what}.`);
    await wait(25);
  }
}
