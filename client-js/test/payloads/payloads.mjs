// Feeds every hostile payload to a replica: npm run payloads -w client-js -- --family sheets
import { register } from 'node:module';

register('../fuzz/typescript-loader.mjs', import.meta.url);
await import('./payload-command.ts');
