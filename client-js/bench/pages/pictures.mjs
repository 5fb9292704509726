// What runs inside the pages of the page load benchmark. Each function is self-contained: it is sent to the browser.

/** Notes, frame by frame, each new document that the console shows, and how many sheets apply in it. */
export function watchPictures() {
  const now = () => performance.timeOrigin + performance.now();
  window.benchPictures = [];
  let former;
  const look = () => {
    const frame = [...document.querySelectorAll('iframe[sandbox]')].find(
      (found) => found.style.visibility !== 'hidden' && found.checkVisibility(),
    );
    const shown = frame?.contentDocument;
    if (shown && shown !== former && shown.body?.childElementCount > 0) {
      if (former)
        window.benchPictures.push({ at: now(), title: shown.title, sheets: shown.styleSheets.length });
      former = shown;
    }
    requestAnimationFrame(look);
  };
  look();
}

/** When the customer's page passed each step, in milliseconds after its navigation began. */
export function steps() {
  const [navigation] = performance.getEntriesByType('navigation');
  const wire = window.benchWire;
  const since = (time) => (time ? time - performance.timeOrigin : 0);
  const requests = performance.getEntriesByType('resource');
  const ended = (pattern) =>
    Math.max(0, ...requests.filter((r) => pattern.test(r.name)).map((r) => r.responseEnd));
  const whole = since(wire.keyframeWhole);
  const assets = requests.filter((r) => /\/api\/assets\//.test(r.name) && r.responseEnd < whole);
  return {
    parsed: navigation.domContentLoadedEventStart,
    loaded: navigation.loadEventStart,
    module: ended(/\/snippet\/manifest\.json/),
    ticket: ended(/\/api\/tickets/),
    negotiated: ended(/\/negotiate/),
    firstFrame: since(wire.firstFrame),
    assets: Math.max(0, ...assets.map((r) => r.responseEnd)),
    keyframeWhole: whole,
  };
}
