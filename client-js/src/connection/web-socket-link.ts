import { type HubLink, type HubLinkDelegate, type HubLinkOpener, SocketFailed } from './hub-link.ts';
import { decodeMessages, encodeInvocation, encodePing, type HubMessage, handshake } from './hub-messages.ts';
import type { Packed } from './message-pack.ts';
import { negotiate } from './negotiate.ts';

const pingEvery = 15_000;
const silence = 30_000;
const handshakePatience = 10_000;
const separator = 0x1e;

interface Waiting {
  resolve(result: unknown): void;
  reject(error: Error): void;
}

/** A hub connection over one WebSocket, in our own few bytes; wire-compatible with the official client. */
export const openWebSocketLink: HubLinkOpener = async (address, ticket, delegate) => {
  const { url } = await negotiate(address, ticket);
  const link = new WebSocketLink(new WebSocket(url), delegate);
  await link.opened;
  return link;
};

class WebSocketLink implements HubLink {
  readonly opened: Promise<void>;
  readonly #waiting = new Map<string, Waiting>();
  readonly #pinging: ReturnType<typeof setInterval>;
  #calls = 0;
  #heard = Date.now();
  #state: 'opening' | 'open' | 'closed' = 'opening';
  #settle!: Waiting;
  readonly #socket: WebSocket;
  readonly #delegate: HubLinkDelegate;

  constructor(socket: WebSocket, delegate: HubLinkDelegate) {
    this.#socket = socket;
    this.#delegate = delegate;
    this.opened = new Promise((resolve, reject) => {
      this.#settle = { resolve: () => resolve(), reject };
    });
    socket.binaryType = 'arraybuffer';
    socket.onopen = () => socket.send(handshake);
    socket.onmessage = (event) => this.#take(event.data);
    socket.onclose = socket.onerror = () => this.#gone();
    this.#pinging = setInterval(() => this.#beat(), pingEvery);
    const opening = setTimeout(() => this.#state === 'opening' && this.#gone(), handshakePatience);
    this.opened.then(
      () => clearTimeout(opening),
      () => clearTimeout(opening),
    );
  }

  get buffered(): number {
    return this.#socket.bufferedAmount;
  }

  invoke(target: string, args: readonly Packed[]): Promise<unknown> {
    if (this.#state !== 'open') return Promise.reject(new SocketFailed());
    const id = String(this.#calls++);
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#socket.send(encodeInvocation(target, args, id) as Uint8Array<ArrayBuffer>);
    });
  }

  send(target: string, args: readonly Packed[]): void {
    if (this.#state === 'open')
      this.#socket.send(encodeInvocation(target, args, null) as Uint8Array<ArrayBuffer>);
  }

  close(): void {
    this.#end();
  }

  #beat(): void {
    if (this.#state !== 'open') return;
    if (Date.now() - this.#heard > silence) this.#gone();
    else this.#socket.send(encodePing() as Uint8Array<ArrayBuffer>);
  }

  #take(data: unknown): void {
    this.#heard = Date.now();
    try {
      let bytes =
        typeof data === 'string' ? new TextEncoder().encode(data) : new Uint8Array(data as ArrayBuffer);
      if (this.#state === 'opening') bytes = this.#greet(bytes);
      for (const message of decodeMessages(bytes)) this.#handle(message);
    } catch {
      // Bytes that are no hub messages, or a refused handshake: nothing after them can be trusted.
      this.#gone();
    }
  }

  /** Takes the handshake's answer; what follows it in the same payload are messages already. */
  #greet(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
    const end = bytes.indexOf(separator);
    if (end < 0) throw new SocketFailed();
    const answer = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end)));
    if (answer.error) throw new SocketFailed(answer.error);
    this.#state = 'open';
    this.#settle.resolve(undefined);
    return bytes.slice(end + 1);
  }

  #handle(message: HubMessage): void {
    switch (message.type) {
      case 'invocation':
        this.#delegate.received(message.target, message.args);
        return;
      case 'completion': {
        const call = this.#waiting.get(message.id);
        this.#waiting.delete(message.id);
        if (message.error !== undefined) call?.reject(new Error(message.error));
        else call?.resolve(message.result);
        return;
      }
      case 'close':
        this.#gone();
        return;
      default:
        message satisfies never;
    }
  }

  #gone(): void {
    const was = this.#state;
    this.#end();
    if (was === 'open') this.#delegate.closed();
  }

  #end(): void {
    if (this.#state === 'closed') return;
    this.#state = 'closed';
    clearInterval(this.#pinging);
    this.#socket.onopen = this.#socket.onmessage = this.#socket.onclose = this.#socket.onerror = null;
    this.#socket.close();
    const lost = new SocketFailed();
    this.#settle.reject(lost);
    for (const call of this.#waiting.values()) call.reject(lost);
    this.#waiting.clear();
  }
}
