import { afterEach, expect, it } from 'vitest';
import { policy } from '../../src/capture/index.ts';
import { createReplica } from '../../src/replica/index.ts';
import { openPage, record } from './source-page.ts';

const names =
  'video audio img input textarea select option optgroup datalist slot dialog details style link object embed canvas ' +
  'iframe frame template form label button progress meter source track picture meta base script noscript area svg math';

afterEach(() => document.body.replaceChildren());

it.each(['http://www.w3.org/2000/svg', 'http://www.w3.org/1998/Math/MathML', 'urn:other', ''])(
  'an element of %s that only has the name of another breaks nothing',
  async (namespace) => {
    const source = await openPage('<!doctype html><p>before</p><div></div><p>after</p>');
    const place = source.querySelector('div')!;
    const add = () => {
      for (const name of names.split(' ')) {
        const element = source.createElementNS(namespace, name);
        element.setAttribute('src', 'x');
        element.setAttribute('open', '');
        element.append(name);
        place.append(element);
      }
    };
    add();
    for (const each of [policy.unmasked(), policy.standard()]) {
      const { capture, frames, assets } = record(source, each);
      const lost: string[] = [];
      const container = document.body.appendChild(document.createElement('div'));
      const replica = createReplica({ container, assets, onLost: (reason) => lost.push(reason) });
      await capture.ready;
      add();
      await capture.flush();
      for (const frame of frames) replica.apply(frame);
      await replica.settled();
      expect(lost).toEqual([]);
      expect(replica.document.body.firstElementChild!.textContent).toBe('before');
      expect(replica.document.body.lastElementChild!.textContent).toBe('after');
      capture.stop();
      replica.dispose();
    }
  },
);
