import http from 'node:http';
import { createRequire } from 'node:module';

// socket.io is a development dependency of the repository's root, which is the working directory.
const { Server } = createRequire(`${process.cwd()}/package.json`)('socket.io');
const replays = new Map();
const server = http.createServer((request, response) => {
  if (request.url !== '/memory') return;
  globalThis.gc?.();
  const { heapUsed, external, rss } = process.memoryUsage();
  response.end(`${heapUsed + external} ${rss}`);
});
const io = new Server(server, {
  transports: ['websocket'],
  perMessageDeflate: false,
  maxHttpBufferSize: 1e7,
});

io.on('connection', (socket) => {
  const { session, role } = socket.handshake.query;
  if (!session) return;
  if (role === 'agent') {
    for (const frame of replays.get(session) ?? []) socket.emit('f', frame);
    socket.join(session);
    return;
  }
  socket.on('f', (frame) => {
    // Base64 of a snapshot frame begins so.
    if (frame.startsWith('EQ')) replays.set(session, [...(replays.get(session) ?? []), frame]);
    io.to(session).emit('f', frame);
  });
});
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
process.stdin.on('end', () => process.exit(0)).resume();
