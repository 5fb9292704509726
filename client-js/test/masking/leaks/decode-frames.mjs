// Reads frames from standard input, a line of base64 each, and writes what they say, unpacked, as lines of JSON.
import { register } from 'node:module';

register('../../fuzz/typescript-loader.mjs', import.meta.url);
await import('./decode-frames.ts');
