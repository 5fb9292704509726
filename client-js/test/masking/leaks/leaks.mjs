// Looks for what leaves the browser under each policy: npm run leaks -w client-js
import { register } from 'node:module';

register('../../fuzz/typescript-loader.mjs', import.meta.url);
await import('./leaks-command.ts');
