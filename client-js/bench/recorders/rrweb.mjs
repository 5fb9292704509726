// The peer's recorder as its guide says, with its defaults. `window.benchJson` has every event made text as it comes,
// as sending it needs; otherwise events are thrown away as they are.
import { record } from 'rrweb';

let events = [];
let stop;

window.recorder = {
  async start({ keep }) {
    const text = window.benchJson === true;
    stop = record({
      emit(event) {
        if (keep) events.push(JSON.stringify(event));
        else if (text) JSON.stringify(event);
      },
    });
  },
  async taken() {
    // Pointers are told twice a second.
    await new Promise((done) => setTimeout(done, 700));
    await fetch('/bench/events', { method: 'POST', body: events.join('\n') });
    events = [];
  },
  stop() {
    stop?.();
  },
};
