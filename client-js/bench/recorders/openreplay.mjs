// OpenReplay's tracker, unchanged, against a site that answers as its server would (see product/bench-site.mjs). What
// is no recording of the page is switched off: console, network, performance, page timings, exceptions.
import Tracker from '@openreplay/tracker/class';

const tracker = new Tracker({
  projectKey: 'bench',
  ingestPoint: `${location.origin}/openreplay`,
  __DISABLE_SECURE_MODE: true,
  respectDoNotTrack: false,
  obscureTextNumbers: false,
  obscureTextEmails: false,
  obscureInputNumbers: false,
  obscureInputEmails: false,
  defaultInputMode: 0,
  consoleMethods: null,
  network: { disabled: true },
  capturePerformance: false,
  captureExceptions: false,
  capturePageLoadTimings: false,
  capturePageRenderTimings: false,
  captureResourceTimings: false,
});

window.recorder = {
  async start() {
    const started = await tracker.start({ forceNew: true });
    if (!started.success) throw new Error(`OpenReplay did not start: ${started.reason}`);
    // It speaks of the snapshot with its ticker's next turn.
    await new Promise((done) => setTimeout(done, 60));
  },
  async taken() {
    // Its ticker hands the last messages to the worker, the worker its batch to the site.
    await new Promise((done) => setTimeout(done, 700));
    tracker.forceFlushBatch();
    await new Promise((done) => setTimeout(done, 700));
  },
  stop() {
    tracker.stop();
  },
};
