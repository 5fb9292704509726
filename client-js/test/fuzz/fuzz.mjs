// Fuzzes capture and replica: npm run fuzz -w client-js -- --seed 1 --runs 100
import { register } from 'node:module';

register('./typescript-loader.mjs', import.meta.url);
await import('./fuzz-command.ts');
