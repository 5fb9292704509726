import { type Capture, type Policy, startCapture } from '../../../src/capture/index.ts';
import { type DecodedFrame, FrameDecoder, type Op } from '../../../src/protocol/index.ts';
import { inflate } from '../../../src/protocol/inflate.ts';
import { createReplica, type Replica } from '../../../src/replica/index.ts';
import { MemoryAssets } from '../../capture/source-page.ts';
import { readings } from './search.ts';

/** Notes the hashes that capture asks for, beside what it stores. */
class WatchedAssets extends MemoryAssets {
  readonly asked: string[] = [];

  override async missing(hashes: string[]): Promise<string[]> {
    this.asked.push(...hashes);
    return super.missing(hashes);
  }
}

const levels = ['debug', 'log', 'info', 'warn', 'error'] as const;

/** One capture with an agent's replica beside it, and all that left the page. */
export class LeakRun {
  readonly capture: Capture;
  readonly frames: Uint8Array[] = [];
  readonly #assets = new WatchedAssets();
  readonly #decoder = new FrameDecoder();
  readonly #decoded: DecodedFrame[] = [];
  readonly #replica: Replica;
  readonly #box = document.body.appendChild(document.createElement('div'));
  readonly #said: string[] = [];
  readonly #console = levels.map((level) => [level, console[level]] as const);

  constructor(page: Document, policy: Policy) {
    for (const [level] of this.#console)
      console[level] = (...words: unknown[]) => void this.#said.push(words.map(String).join(' '));
    this.#replica = createReplica({
      container: this.#box,
      assets: this.#assets,
      onRequest: (bytes) => this.capture.receive(bytes),
    });
    this.capture = startCapture({
      document: page,
      policy,
      assets: this.#assets,
      // Not by the clock: a slow run would look again where another does not.
      canvas: 3_600_000,
      onFrame: (frame) => {
        this.frames.push(frame);
        this.#replica.apply(frame);
      },
    });
  }

  async #decode(): Promise<void> {
    await this.capture.flush();
    while (this.#decoded.length < this.frames.length)
      this.#decoded.push(await this.#decoder.decode(this.frames[this.#decoded.length]!));
  }

  /** The ops since the frame with this number. */
  async opsFrom(frame: number): Promise<Op[]> {
    await this.#decode();
    return this.#decoded.slice(frame).flatMap(({ ops }) => ops);
  }

  /** Everything that left, and what the agent has, by where it was. */
  async everything(): Promise<Map<string, string>> {
    const ops = await this.opsFrom(0);
    await this.#replica.settled();
    const bodies = await Promise.all(
      this.#decoded.map(({ header }, at) => {
        const body = this.frames[at]!.slice(16);
        return header.deflated ? inflate(body, 1 << 28) : body;
      }),
    );
    const strings = ops.flatMap(stringsOf);
    return new Map([
      ['ops', JSON.stringify(ops)],
      ['ops, joined', strings.join('')],
      ['texts, joined', ops.map((op) => ('data' in op ? op.data : '')).join('')],
      ['letters of sheets, joined', lettersIn(strings)],
      ['ops of a node, joined', byNode(ops)],
      ['frames', this.frames.map(readings).join('\n')],
      ['bodies', bodies.map(readings).join('\n')],
      [
        'assets',
        [...this.#assets.stored.values()].map(({ type, bytes }) => type + readings(bytes)).join('\n'),
      ],
      ['hashes', this.#assets.asked.join('\n')],
      ['replica', pictureOf(this.#replica.document)],
      ['console', this.#said.join('\n')],
    ]);
  }

  /** What a text of the page became: a run that shows nothing proves nothing. */
  get replicaText(): string {
    return this.#replica.document.body?.textContent ?? '';
  }

  stop(): void {
    this.capture.stop();
    this.#replica.dispose();
    this.#box.remove();
    for (const [level, native] of this.#console) console[level] = native;
  }
}

function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(stringsOf) : [];
}

/** What rules show, a letter each perhaps. */
const lettersIn = (strings: readonly string[]): string =>
  strings.flatMap((css) => Array.from(css.matchAll(/content:\s*"(.)"/g), ([, letter]) => letter)).join('');

/** Letters that come one after another to the same node. */
function byNode(ops: readonly Op[]): string {
  const said = new Map<number, string>();
  for (const op of ops)
    if (op.op === 'data') said.set(op.node, `${said.get(op.node) ?? ''}${op.data.at(-1) ?? ''}`);
  return [...said.values()].join('\n');
}

/** A document with all that its elements hold beside their markup. */
function pictureOf(root: Document | ShadowRoot): string {
  const sheets = [...root.styleSheets, ...root.adoptedStyleSheets].flatMap((sheet) => {
    try {
      return Array.from(sheet.cssRules, (rule) => rule.cssText);
    } catch {
      return [];
    }
  });
  const below = Array.from(root.querySelectorAll<HTMLInputElement & HTMLIFrameElement>('*'), (element) => {
    const own = [element.value, element.defaultValue, element.validationMessage, element.contentWindow?.name];
    const inner = [element.shadowRoot, element.contentDocument].map((each) => (each ? pictureOf(each) : ''));
    return [...own, ...inner].join('\n');
  });
  const whole = root instanceof ShadowRoot ? root.innerHTML : '';
  const outer = root.nodeType === 9 ? ((root as Document).documentElement?.outerHTML ?? '') : whole;
  return [outer, root.textContent, ...sheets, ...below].join('\n');
}
