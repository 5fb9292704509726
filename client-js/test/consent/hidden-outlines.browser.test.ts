import { afterEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { policy, startCapture } from '../../src/capture/index.ts';
import { HiddenOutlines } from '../../src/consent/hidden-outlines.ts';
import { loadStrings, Surface } from '../../src/consent/index.ts';
import { MemoryAssets } from '../capture/source-page.ts';
import { eventually } from '../masking/eventually.ts';
import { withRoot } from './closed-root.ts';

const undo: (() => void)[] = [];
afterEach(() => {
  for (const each of undo.splice(0)) each();
  document.body.replaceChildren();
});

/** What is outlined, as the element that has the outline's place. */
async function outlined(html: string, rules = policy.standard()) {
  document.body.innerHTML = html;
  const capture = startCapture({
    document,
    policy: rules,
    assets: new MemoryAssets(),
    onFrame: () => {},
  });
  undo.push(() => capture.stop());
  await capture.flush();
  const layer = document.documentElement.appendChild(document.createElement('div'));
  layer.setAttribute('data-cobrowse-ui', '');
  const outlines = new HiddenOutlines(layer, (element) => capture.hides(element));
  undo.push(
    () => layer.remove(),
    () => outlines.stop(),
  );
  const places = () =>
    Array.from(layer.firstElementChild?.children ?? [], (line) =>
      Math.round(line.getBoundingClientRect().top),
    );
  return { layer, outlines, places };
}

const topOf = (id: string) => Math.round(document.getElementById(id)!.getBoundingClientRect().top);
const line = 'style="height:30px"';

test('what an agent cannot see is outlined, and nothing else', async () => {
  const { places } = await outlined(
    `<p ${line}>shown</p><p id="a" data-cobrowse-mask ${line}>masked</p><p id="b" data-cobrowse-block ${line}>x</p>
     <input id="c" ${line}><p><b id="d" data-cobrowse-mask>1</b></p><button ${line}>shown</button>`,
  );
  expect(places()).toEqual(['a', 'b', 'c', 'd'].map(topOf));
});

test('under strict all that is not allowed is outlined', async () => {
  const { places } = await outlined(
    `<p id="a" ${line}>hidden</p><p class="shown" ${line}>shown</p>`,
    policy.strict({ allow: ['.shown'] }),
  );
  expect(places()).toEqual([topOf('a')]);
});

test('outlines follow the page, and leave it as it was', async () => {
  const { layer, outlines, places } = await outlined(
    `<p id="a" data-cobrowse-mask ${line}>masked</p><p style="height:3000px">x</p>`,
  );
  const before = document.body.innerHTML;
  window.scrollTo(0, 10);
  await eventually(async () => places()[0] === topOf('a'));
  window.scrollTo(0, 2000);
  await eventually(async () => places().length === 0);
  outlines.stop();
  window.scrollTo(0, 0);
  expect(layer.children.length).toBe(0);
  expect(document.body.innerHTML).toBe(before);
});

test('the button says whether it is pressed, and lets go when nobody sees the page any more', async () => {
  const hiddenPressed = vi.fn();
  const nothing = () => {};
  const strings = await loadStrings('en');
  const [surface, root] = withRoot(
    () =>
      new Surface(strings, {
        answered: nothing,
        pausePressed: nothing,
        resumePressed: nothing,
        stopPressed: nothing,
        hiddenPressed,
        removePressed: nothing,
        chatPressed: nothing,
        controlStopPressed: nothing,
        retryPressed: nothing,
        closePressed: nothing,
      }),
  );
  undo.push(() => surface.dispose());
  const agents = [{ id: 'p', name: 'Maria Keller', sees: true, hue: 0 }];
  surface.show({ type: 'sharing', agents, paused: false });
  const button = root.querySelector<HTMLButtonElement>('[aria-pressed]')!;
  expect(button.textContent).toBe(strings.consentHidden);
  expect(button.getAttribute('aria-pressed')).toBe('false');
  button.focus();
  await userEvent.keyboard('{Enter}');
  expect(button.getAttribute('aria-pressed')).toBe('true');
  expect(hiddenPressed).toHaveBeenLastCalledWith(true);
  surface.show({ type: 'sharing', agents, paused: true });
  expect(hiddenPressed).toHaveBeenLastCalledWith(false);
  expect(button.getAttribute('aria-pressed')).toBe('false');
  expect(button.hidden).toBe(true);
});
