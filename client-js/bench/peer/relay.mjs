// The peer's server, a process of its own: passes each message on to everybody else, and nothing more.
import { createServer } from 'node:http';
import sockets from 'ws';

const server = createServer((_, response) => response.writeHead(404).end());
const relay = new sockets.Server({ server });
relay.on('connection', (socket) => {
  socket._socket.setNoDelay(true);
  socket.on('message', (data) => {
    for (const other of relay.clients) if (other !== socket) other.send(String(data));
  });
});
server.listen(0, 'localhost', () => process.send({ port: server.address().port }));
