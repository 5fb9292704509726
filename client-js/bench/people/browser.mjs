import { chromium as playwright } from 'playwright-core';
import { chromium } from '../../chromium.mjs';

const args = [
  ...chromium.args,
  // Two people look at two windows; neither is in the background.
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  // What a page asks for outside this machine fails at once instead of after a time-out.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
];

export function openBrowser(more = []) {
  const { executablePath } = chromium;
  return playwright.launch({ args: [...args, ...more], ...(executablePath ? { executablePath } : {}) });
}
