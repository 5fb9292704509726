// The same two people with rrweb between them, over a relay of its own.
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { bundled } from '../pages/bundle.mjs';
import { benchPage, benchStyles } from '../pages/changes.mjs';
import { startPortal } from '../product/portal-site.mjs';
import { eventually } from './eventually.mjs';
import { openPerson } from './meeting.mjs';

/** Resolves with both pages, the replica shown. */
export async function peerMeeting(browser, prepare) {
  const relay = fork(fileURLToPath(new URL('../peer/relay.mjs', import.meta.url)));
  const { port } = await new Promise((resolve, reject) => {
    relay.once('message', resolve);
    relay.once('exit', () => reject(new Error('The relay did not start.')));
  });
  const stage = '<!doctype html><html><head><title>-</title></head><body><div id="stage"></div>';
  const portal = await startPortal({
    pages: {
      '/customer.html': benchPage().replace('</body>', '<script src="/record.js"></script></body>'),
      '/agent.html': `${stage}<script src="/replay.js"></script></body></html>`,
      '/bench.css': benchStyles,
      '/record.js': await bundled('peer/rrweb-record.mjs'),
      '/replay.js': await bundled('peer/rrweb-replay.mjs'),
    },
  });
  const query = `?relay=${encodeURIComponent(`ws://localhost:${port}`)}`;
  const agent = await openPerson(browser, prepare);
  await agent.goto(`${portal.address}/agent.html${query}`);
  await eventually('the relay', async () => ((await agent.title()) === 'ready' ? true : undefined));
  const customer = await openPerson(browser, prepare);
  await customer.goto(`${portal.address}/customer.html${query}`);
  await eventually('the peer’s replica', async () => {
    const rows = await agent.evaluate(
      () => document.querySelector('iframe')?.contentDocument?.querySelectorAll('tr').length ?? 0,
    );
    return rows > 100 ? true : undefined;
  });
  return {
    agent,
    customer,
    async stop() {
      relay.kill();
      await portal.stop();
    },
  };
}
