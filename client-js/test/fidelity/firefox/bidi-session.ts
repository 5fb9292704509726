import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import WebSocket from 'ws';

interface Answer {
  readonly id?: number;
  readonly error?: string;
  readonly message?: string;
  readonly result?: unknown;
}

interface Tree {
  readonly contexts: readonly { context: string; url: string; children?: Tree['contexts'] | null }[];
}

type Evaluated =
  | { readonly type: 'success'; readonly result: { readonly value?: unknown } }
  | { readonly type: 'exception'; readonly exceptionDetails: { readonly text: string } };

/** An installed Firefox, driven by WebDriver BiDi (w3.org/TR/webdriver-bidi). One tab. */
export class BidiSession {
  readonly #process: ChildProcess;
  readonly #profile: string;
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  #asked = 0;
  #tab = '';

  private constructor(process: ChildProcess, profile: string, socket: WebSocket) {
    this.#process = process;
    this.#profile = profile;
    this.#socket = socket;
    socket.on('message', (data) => {
      const answer = JSON.parse(String(data)) as Answer;
      if (answer.id !== undefined) this.#waiting.get(answer.id)?.(answer);
    });
  }

  /** Starts `executable`; rejects with what to do where there is none. */
  static async start(executable: string): Promise<BidiSession> {
    const profile = await mkdtemp(join(tmpdir(), 'firefox-'));
    const process = spawn(executable, ['--headless', '--remote-debugging-port=0', '--profile', profile]);
    const address = await new Promise<string>((resolve, reject) => {
      let told = '';
      process.on('error', () =>
        reject(new Error(`install Firefox, or name it in COBROWSE_FIREFOX: ${executable}`)),
      );
      process.on('exit', () => reject(new Error(`Firefox ended: ${told}`)));
      process.stderr!.on('data', (data) => {
        told += data;
        const found = /WebDriver BiDi listening on (ws:\S+)/.exec(told);
        if (found) resolve(`${found[1]}/session`);
      });
    });
    const socket = new WebSocket(address, { perMessageDeflate: false });
    await new Promise((resolve, reject) => socket.on('open', resolve).on('error', reject));
    const session = new BidiSession(process, profile, socket);
    await session.#send('session.new', { capabilities: {} });
    const { contexts } = (await session.#send('browsingContext.getTree', {})) as Tree;
    session.#tab = contexts[0]!.context;
    return session;
  }

  async open(url: string): Promise<void> {
    await this.#send('browsingContext.navigate', { context: this.#tab, url, wait: 'complete' });
  }

  /** What `expression` has as its value in the tab, or in the frame in it that shows `url`. */
  async evaluate<T>(expression: string, url?: string): Promise<T> {
    const context = url === undefined ? this.#tab : await this.#frame(url);
    const evaluated = (await this.#send('script.evaluate', {
      expression: `(async () => JSON.stringify((await (${expression})) ?? null))()`,
      target: { context },
      awaitPromise: true,
    })) as Evaluated;
    if (evaluated.type === 'exception') throw new Error(evaluated.exceptionDetails.text);
    return JSON.parse(String(evaluated.result.value)) as T;
  }

  async stop(): Promise<void> {
    this.#socket.close();
    const ended = new Promise((resolve) => this.#process.once('exit', resolve));
    this.#process.kill();
    await ended;
    await rm(this.#profile, { recursive: true, force: true, maxRetries: 5 });
  }

  async #frame(url: string): Promise<string> {
    const { contexts } = (await this.#send('browsingContext.getTree', { root: this.#tab })) as Tree;
    const frame = contexts[0]!.children?.find((child) => child.url === url);
    if (!frame) throw new Error(`no frame shows ${url}`);
    return frame.context;
  }

  #send(method: string, params: object): Promise<unknown> {
    const id = ++this.#asked;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, (answer) => {
        this.#waiting.delete(id);
        if (answer.error) reject(new Error(`${method}: ${answer.error}, ${answer.message}`));
        else resolve(answer.result);
      });
      this.#socket.send(JSON.stringify({ id, method, params }));
    });
  }
}
