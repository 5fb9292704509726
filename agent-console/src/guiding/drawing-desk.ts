import { type AgentDrawings, type Drawing, encodeDrawing, type Spot } from '@cobrowse/client/guide';
import type { Refusal } from '@cobrowse/client/protocol';

/** Hands a drawing to the node; resolves with why it does not show, or null where it does. */
export type SendDrawing = (body: Uint8Array, label: string | null) => Promise<Refusal | null>;

/** A drawing that has no number yet. */
export type NewDrawing =
  | Omit<Drawing & { type: 'spotlight' }, 'id'>
  | Omit<Drawing & { type: 'arrow' }, 'id'>
  | Omit<Drawing & { type: 'box' }, 'id'>
  | Omit<Drawing & { type: 'ink' }, 'id'>
  | Omit<Drawing & { type: 'label' }, 'id'>;

export interface DeskState {
  /** How many drawings can be taken back. */
  readonly count: number;
  /** Why the last one does not show to the customer. */
  readonly problem: Refusal | undefined;
}

/** What is not finished has this number, and is not sent. */
const unfinished = 0;
const mostNumber = 0xffff;
/** How often a line that is being drawn is sent, in milliseconds. */
const piece = 50;

/** What the agent has drawn on the customer's page: shown here as there, taken back one by one or all at once. */
export class DrawingDesk {
  readonly #picture: Pick<AgentDrawings, 'receive'>;
  readonly #send: SendDrawing;
  readonly #self: { readonly id: string; readonly hue: string };
  readonly #listeners = new Set<() => void>();
  #drawn: number[] = [];
  #last = 0;
  #line: { readonly id: number; points: Spot[] } | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #state: DeskState = { count: 0, problem: undefined };

  constructor(picture: Pick<AgentDrawings, 'receive'>, send: SendDrawing, hue: string) {
    this.#picture = picture;
    this.#send = send;
    this.#self = { id: 'self', hue };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): DeskState => this.#state;

  draw(drawing: NewDrawing, label: string | null = null): void {
    this.preview(undefined);
    this.#last = (this.#last % mostNumber) + 1;
    const id = this.#last;
    this.#show({ ...drawing, id }, label);
    // What goes by itself need not be taken back.
    if (!(drawing.type === 'ink' && drawing.fades)) this.#drawn.push(id);
    this.#say({ problem: undefined });
    void this.#tell({ ...drawing, id }, label, id);
  }

  /** Shows what would be drawn, here only; undefined takes it away. */
  preview(drawing: NewDrawing | undefined): void {
    this.#show(drawing ? { ...drawing, id: unfinished } : { type: 'remove', id: unfinished }, null);
  }

  /** Begins a line, which goes on with {@link extend}. */
  begin(node: number, spot: Spot, fades: boolean): void {
    this.finish();
    this.draw({ type: 'ink', node, fades, points: [spot] });
    this.#line = { id: this.#last, points: [] };
  }

  extend(spot: Spot): void {
    if (!this.#line) return;
    this.#line.points.push(spot);
    this.#show({ type: 'more', id: this.#line.id, points: [spot] }, null);
    this.#timer ??= setTimeout(this.#sendPiece, piece);
  }

  /** The line is done. */
  finish(): void {
    this.#sendPiece();
    this.#line = undefined;
  }

  undo(): void {
    const id = this.#drawn.pop();
    if (id === undefined) return;
    this.#show({ type: 'remove', id }, null);
    this.#say({ problem: undefined });
    void this.#tell({ type: 'remove', id }, null);
  }

  clear(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#line = undefined;
    this.#drawn = [];
    this.#show({ type: 'clear' }, null);
    this.#say({ problem: undefined });
    void this.#tell({ type: 'clear' }, null);
  }

  readonly #sendPiece = (): void => {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const line = this.#line;
    if (!line || line.points.length === 0) return;
    void this.#tell({ type: 'more', id: line.id, points: line.points }, null);
    line.points = [];
  };

  #show(drawing: Drawing, label: string | null): void {
    this.#picture.receive(this.#self, encodeDrawing(drawing), label);
  }

  /** What the customer does not see must not look as if they did. */
  async #tell(drawing: Drawing, label: string | null, id?: number): Promise<void> {
    const refusal = await this.#send(encodeDrawing(drawing), label);
    if (refusal === null || id === undefined) return;
    this.#show({ type: 'remove', id }, null);
    this.#drawn = this.#drawn.filter((each) => each !== id);
    this.#say({ problem: refusal });
  }

  #say(change: Pick<DeskState, 'problem'>): void {
    this.#state = { ...change, count: this.#drawn.length };
    for (const listener of this.#listeners) listener();
  }
}
