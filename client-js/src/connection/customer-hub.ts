import { guarded } from '../capture/guard.ts';
import type { CustomerHubServer } from '../protocol/protocol.gen.ts';
import { FrameFlow } from './frame-flow.ts';
import { type HubLink, type HubLinkOpener, SocketFailed } from './hub-link.ts';
import type { Packed } from './message-pack.ts';
import { retryDelay } from './retry-delay.ts';

/** What the owner of a {@link CustomerHub} is told. */
export interface CustomerHubDelegate {
  /** A fresh ticket. Rejects with {@link TicketRefused} where the session is over. */
  ticket(): Promise<string>;
  /** A link stands; take the place in the session again. */
  connected(): void;
  /** The link is gone; another is being opened. */
  lost(): void;
  received(target: string, args: readonly unknown[]): void;
  /** The node gives no more tickets: nothing to reconnect to. */
  refused(): void;
}

/** The node knows the token no longer. */
export class TicketRefused extends Error {}

export interface CustomerHubOptions {
  readonly address: string;
  readonly delegate: CustomerHubDelegate;
  readonly openLink: HubLinkOpener;
  /** Loads the way for networks without WebSockets; asked for after two sockets that did not get through. */
  readonly openFallback: () => Promise<HubLinkOpener>;
  readonly random?: () => number;
}

const socketTries = 2;

/** The customer's connection: opens links, one after the other, until it is stopped. */
export class CustomerHub {
  #link: HubLink | undefined;
  #flow: FrameFlow | undefined;
  #run = 0;
  #attempt = 0;
  #failedSockets = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running = false;
  readonly #options: CustomerHubOptions;

  constructor(options: CustomerHubOptions) {
    this.#options = options;
  }

  get buffered(): number {
    return this.#link?.buffered ?? 0;
  }

  /** Whether frames arrive later than they are made. */
  get congested(): boolean {
    return this.#flow?.congested ?? false;
  }

  start(): void {
    if (this.#running) return;
    this.#running = true;
    this.#attempt = 0;
    addEventListener('online', this.hurry);
    addEventListener('offline', this.reopen);
    this.#schedule();
  }

  stop(): void {
    this.#running = false;
    this.#run++;
    clearTimeout(this.#timer);
    removeEventListener('online', this.hurry);
    removeEventListener('offline', this.reopen);
    this.#link?.close();
    this.#link = undefined;
  }

  /** Tries at once instead of waiting out the delay. */
  readonly hurry = (): void => {
    if (!this.#running || this.#link || !this.#timer) return;
    this.#attempt = 0;
    clearTimeout(this.#timer);
    this.#schedule();
  };

  /** The place in the session is taken: the next loss starts with short delays again. */
  settled(): void {
    this.#attempt = 0;
  }

  async invoke<K extends keyof CustomerHubServer>(
    method: K,
    ...args: Parameters<CustomerHubServer[K]>
  ): Promise<ReturnType<CustomerHubServer[K]>> {
    if (!this.#link) throw new SocketFailed();
    const answer = await this.#link.invoke(method, args as unknown as readonly Packed[]);
    return answer as ReturnType<CustomerHubServer[K]>;
  }

  policyInUse(hash: string, epoch: number): void {
    this.#link?.send('UsePolicy', [hash, epoch]);
  }

  frame(bytes: Uint8Array): void {
    this.#link?.send('f', [bytes]);
    this.#flow?.sent(bytes.length);
  }

  /** Gives the link up and opens another. Also when the browser says that the network is gone, which a socket would
   * notice half a minute later. */
  readonly reopen = (): void => {
    if (!this.#link) return;
    this.#link.close();
    this.#dropped();
  };

  #dropped(): void {
    this.#link = undefined;
    this.#options.delegate.lost();
    if (this.#running) this.#schedule();
  }

  #schedule(): void {
    const run = ++this.#run;
    const delay = retryDelay(this.#attempt++, this.#options.random ?? Math.random);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      void this.#open(run);
    }, delay);
  }

  async #open(run: number): Promise<void> {
    const { address, delegate, openLink, openFallback } = this.#options;
    try {
      const ticket = await delegate.ticket();
      const opener = this.#failedSockets < socketTries ? openLink : await openFallback();
      if (run !== this.#run) return;
      const link = await opener(address, ticket, {
        // What goes wrong with one message must not end the connection.
        received: guarded((target, args) => {
          if (run === this.#run) delegate.received(target, args);
        }),
        closed: () => run === this.#run && this.#dropped(),
      });
      if (run !== this.#run) {
        link.close();
        return;
      }
      this.#link = link;
      this.#flow = new FrameFlow(() => link.invoke('Ping', []));
      // Whoever got through once needs no other way: later failures are a node that restarts.
      this.#failedSockets = Number.NEGATIVE_INFINITY;
      delegate.connected();
    } catch (error) {
      if (run !== this.#run) return;
      if (error instanceof TicketRefused) {
        this.stop();
        delegate.refused();
        return;
      }
      if (error instanceof SocketFailed) this.#failedSockets++;
      this.#schedule();
    }
  }
}
