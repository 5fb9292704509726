// What runs in the two pages to time an agent's pointer: stamps are of one clock, Unix milliseconds with fractions.

/** For the customer's page, before its scripts: the snippet's closed shadow root is open, to be measured. */
export const openControls = `{
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) { return attach.call(this, { ...init, mode: 'open' }); };
}`;

/** In the console: when the mouse was where, in its own pixels. */
export function watchMouse() {
  window.benchMoves = [];
  addEventListener('pointermove', () => window.benchMoves.push(performance.timeOrigin + performance.now()), {
    capture: true,
    passive: true,
  });
}

/** In the customer's page: when the agent's hand first stood somewhere else. */
export function watchHand() {
  window.benchHand = [];
  const hand = () => {
    for (const host of document.querySelectorAll('[data-cobrowse-ui]')) {
      const found = host.shadowRoot?.querySelector('.hand');
      if (found) return found;
    }
    return undefined;
  };
  let last = '';
  const look = () => {
    const found = hand();
    const now = found && !found.hidden ? found.style.transform : '';
    if (now !== last && now !== '') window.benchHand.push(performance.timeOrigin + performance.now());
    last = now;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
