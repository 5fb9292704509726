// The official client against the real server: every case of cases-*.mjs, one JSON line each on standard output.
import { cases } from '../../CoBrowse.SignalR.Tests/contract/case.mjs';
import './cases-transports.mjs';
import './cases-tickets.mjs';

const [server, portal, agentToken] = process.argv.slice(2);
const limit = 20_000;

for (const { name, run } of cases) {
  const scope = { server, portal, agentToken, connections: [] };
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
