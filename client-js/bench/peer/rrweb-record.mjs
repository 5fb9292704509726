// The peer's customer: rrweb as its guide says, with its defaults, every event sent as it comes.
import { record } from 'rrweb';

const socket = new WebSocket(new URLSearchParams(location.search).get('relay'));
socket.onopen = () => record({ emit: (event) => socket.send(JSON.stringify(event)) });
