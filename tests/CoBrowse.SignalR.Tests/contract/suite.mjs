// The official client against our hub protocol and relay, on a test hub.
import { runCases } from '../../Shared/contract/run-cases.mjs';
import './cases-hub.mjs';
import './cases-streams.mjs';
import './cases-connection.mjs';
import './cases-relay.mjs';

const [spliced, plain] = process.argv.slice(2);
await runCases({ spliced, plain });
