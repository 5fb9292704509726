// Prints the path of a Chromium that tests can drive, and gets one when the machine has none: an installed
// Chromium or Chrome, else Playwright's own download, else Debian's package where apt may be used.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { chromium as playwright } from 'playwright-core';
import { chromium, findInstalled } from './chromium.mjs';

const minutes = 60_000;
const tried = [];

function found() {
  const installed = findInstalled();
  if (installed) return installed;
  const downloaded = playwright.executablePath();
  return existsSync(downloaded) ? downloaded : undefined;
}

function run(command, args, timeout) {
  console.error(`> ${command} ${args.join(' ')}`);
  const { status, error } = spawnSync(command, args, {
    stdio: ['ignore', 2, 2],
    timeout,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (status !== 0) tried.push(`${command} ${args.join(' ')}: ${error?.message ?? `exit code ${status}`}`);
  return status === 0;
}

function download() {
  const cli = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js');
  run(process.execPath, [cli, 'install', 'chromium'], 5 * minutes);
}

function installPackage() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  run('apt-get', ['update', '-qq'], 5 * minutes);
  run(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-liberation'],
    10 * minutes,
  );
}

let path = chromium.executablePath ?? found();
if (!path) {
  download();
  path = found();
}
if (!path) {
  installPackage();
  path = found();
}
if (!path) {
  console.error(
    [
      'No Chromium was found, and none could be installed:',
      ...tried.map((line) => `  ${line}`),
      'Install Chromium or Google Chrome (Debian: apt-get install chromium), or set COBROWSE_CHROMIUM to the path of one.',
    ].join('\n'),
  );
  process.exit(1);
}
console.log(path);
