import { createReplica } from '../../../src/replica/index.ts';
import { hostileOps } from '../hostile-ops.ts';
import type { Payload } from '../hostile-payloads.ts';
import { poke } from '../poke.ts';
import { ScriptedSource } from '../scripted-source.ts';

/** As a builder would that lets everything through: the page's own markup, with scripts that start. */
function putRaw(document: Document, html: string): void {
  const range = document.createRange();
  range.selectNodeContents(document.body);
  document.body.append(range.createContextualFragment(html));
}

let ran = 0;
Object.defineProperty(window, 'pwned', {
  set() {
    ran++;
  },
});

/** Gives each payload a replica of its own and pokes at it. Answers how often a script ran. */
async function strike(payloads: readonly Payload[], builder: boolean, served: boolean): Promise<number> {
  ran = 0;
  const replicas = await Promise.all(
    payloads.map(async (payload) => {
      const container = document.body.appendChild(document.createElement('div'));
      const replica = createReplica({
        container,
        assets: { url: (hash) => `/assets/${hash}` },
        ...(served ? { shell: (mode) => `/shell/${mode}` } : {}),
      });
      const source = new ScriptedSource();
      replica.apply(source.keyframe(source.page(builder ? hostileOps(source, [payload]) : [])));
      await replica.settled();
      const built = replica.document;
      if (!builder) putRaw(built, payload.html!);
      return { replica, built };
    }),
  );
  for (const { built } of replicas) {
    // What the page itself has led elsewhere by now has no window.
    if (built.defaultView) poke(built);
  }
  // An answer that comes after all those that the payloads have asked for.
  await fetch('/last');
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  for (const { replica } of replicas) replica.dispose();
  document.body.replaceChildren();
  return ran;
}

Object.assign(window, { strike });
