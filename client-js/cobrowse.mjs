#!/usr/bin/env node
// The command of the package: `npx @cobrowse/client audit <address…>`.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, findInstalled } from './chromium.mjs';

const built = new URL('dist/audit/command.js', import.meta.url);
if (!existsSync(fileURLToPath(built))) {
  console.error('The command is not built yet. Run: npm run build -w client-js');
  process.exit(2);
}
const { command } = await import(built.href);
process.exitCode = await command(process.argv.slice(2), { path: findInstalled, args: chromium.args });
