// Feeds spoilt recordings to a replica: npm run fuzz:frames -w client-js -- --seed 1 --runs 5000
import { register } from 'node:module';

register('../../fuzz/typescript-loader.mjs', import.meta.url);
await import('./fuzz-command.ts');
