// One process for the whole contract: every case of cases-*.mjs, in order, one JSON line each on standard output.
import { cases } from './case.mjs';
import './cases-hub.mjs';
import './cases-streams.mjs';
import './cases-connection.mjs';
import './cases-relay.mjs';

const [spliced, plain] = process.argv.slice(2);
const limit = 20_000;

for (const { name, run } of cases) {
  const scope = { spliced, plain, connections: [] };
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
  await Promise.allSettled(scope.connections.map((c) => c.stop()));
  console.log(JSON.stringify({ name, error }));
}
process.exit(0);
