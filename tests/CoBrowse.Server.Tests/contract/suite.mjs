// The official client against the real server.
import { runCases } from '../../Shared/contract/run-cases.mjs';
import './cases-transports.mjs';
import './cases-tickets.mjs';

const [server, portal, agentToken] = process.argv.slice(2);
await runCases({ server, portal, agentToken });
