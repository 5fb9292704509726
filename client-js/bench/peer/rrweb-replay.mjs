// The peer's agent: rrweb's Replayer in live mode, without the second of buffer that its guide recommends, so that
// each event is due at once and waits for the next animation frame only.
import { Replayer } from 'rrweb';

const replayer = new Replayer([], { root: document.querySelector('#stage'), liveMode: true });
const socket = new WebSocket(new URLSearchParams(location.search).get('relay'));
socket.onmessage = ({ data }) => replayer.addEvent(JSON.parse(data));
socket.onopen = () => {
  replayer.startLive();
  document.title = 'ready';
};
