// Finds the Chromium that tests and benchmarks drive: the one named by COBROWSE_CHROMIUM, an installed one, or
// none, in which case Playwright uses the browser it has downloaded itself.
import { existsSync } from 'node:fs';

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** The path of an installed Chromium or Chrome, if there is one. */
export function findInstalled() {
  return process.env.COBROWSE_CHROMIUM ?? installed.find((path) => existsSync(path));
}

/** Launch options for Playwright, quiet on a machine without a network. */
export const chromium = {
  executablePath: findInstalled(),
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};
