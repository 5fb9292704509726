import { cases } from './case.mjs';

const limit = 20_000;

/**
 * Runs every registered case in order and ends the process; one JSON line each on standard output.
 * @param {object} scene what the cases are given, beside the connections they open
 */
export async function runCases(scene) {
  for (const { name, run } of cases) {
    const scope = { ...scene, connections: [] };
    let timer;
    const timeout = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Error(`no end within ${limit} ms`)), limit);
    });
    let error = null;
    try {
      await Promise.race([run(scope), timeout]);
    } catch (e) {
      error = String(e?.stack ?? e);
    }
    clearTimeout(timer);
    await Promise.allSettled(scope.connections.map((connection) => connection.stop()));
    console.log(JSON.stringify({ name, error }));
  }
  process.exit(0);
}
