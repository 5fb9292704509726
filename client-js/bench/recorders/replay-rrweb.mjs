// rrweb's Replayer in live mode, fed with events that were recorded before.
import { Replayer } from 'rrweb';

let replayer;
let events = [];

window.replayer = {
  async load(address) {
    events = (await (await fetch(address)).text()).split('\n');
  },
  async apply() {
    if (!replayer) {
      replayer = new Replayer([], { root: document.querySelector('#stage'), liveMode: true });
      replayer.startLive();
    }
    // What happened now is due in the next animation frame.
    for (const event of events) replayer.addEvent({ ...JSON.parse(event), timestamp: Date.now() });
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100)));
    return replayer.iframe.contentDocument.querySelectorAll('*').length;
  },
};
