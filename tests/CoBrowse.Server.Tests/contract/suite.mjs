// The official client against the real server.
import { runCases } from '../../Shared/contract/run-cases.mjs';
import './cases-transports.mjs';
import './cases-tickets.mjs';
import './cases-policy.mjs';

const [server, portal, agentToken, wealthToken] = process.argv.slice(2);
await runCases({ server, portal, agentToken, wealthToken });
