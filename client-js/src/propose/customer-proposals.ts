import { dress } from '../consent/dress.ts';
import { element } from '../consent/element.ts';
import type { GuidanceDelegate } from '../guide/agent-guidance.ts';
import { boxOf } from '../guide/element-box.ts';
import { Followed } from '../guide/followed.ts';
import { spokenName } from '../guide/spoken-name.ts';
import {
  type FieldKind,
  limits,
  type Proposal,
  type ProposalOutcome,
  type ProposalReason,
} from '../protocol/protocol.gen.ts';
import { Ghost } from './ghost.ts';
import { enterValue, obstacle, stateOf } from './proposed-field.ts';
import { proposalStyles } from './styles.ts';
import { proposalWords } from './words.ts';

interface Open {
  readonly from: string;
  readonly name: string;
  readonly proposal: Proposal;
  readonly followed: Followed;
  readonly ghost: Ghost;
  /** What stood in the field. */
  readonly before: string;
  /** Since when the field was not found. */
  lost: number | undefined;
  settled: boolean;
}

/** How long a page may take to render a field anew, and how long what became of a proposal stays, in milliseconds. */
const patience = 2000;
const readingTime = 8000;

/**
 * Values that agents propose, at the fields they are meant for. The page's own elements are read; one is written to only
 * when the customer accepts, and is judged anew at that moment.
 */
export class CustomerProposals {
  readonly #parts: GuidanceDelegate;
  readonly #words;
  readonly #voice = element('div', { class: 'unseen', attributes: { role: 'status' } });
  readonly #open = new Map<string, Open>();
  #frame = 0;

  constructor(parts: GuidanceDelegate) {
    this.#parts = parts;
    const { layer, strings } = parts.surface;
    this.#words = proposalWords(strings.language);
    dress(layer, proposalStyles);
    layer.append(this.#voice);
  }

  receive(target: string, [from, what]: readonly unknown[]): void {
    if (typeof from !== 'string') return;
    if (target === 'Proposed') this.#receive(from, what);
    else if (target === 'ProposalTakenBack') this.#takenBack(`${from} ${what}`);
  }

  /** Takes away what an agent proposed, or all: nobody waits for an answer any more. */
  remove(participantId?: string): void {
    for (const [key, { from }] of [...this.#open])
      if (participantId === undefined || from === participantId) this.#close(key);
  }

  #receive(from: string, what: unknown): void {
    const proposal = proposalOf(what);
    if (!proposal) return;
    const key = `${from} ${proposal.Id}`;
    const name = this.#parts.agentOf(from)?.name;
    const { live } = this.#parts;
    // A node id of another document means another element.
    const here = name !== undefined && live.epoch === proposal.Epoch;
    const field = here ? live.element(proposal.Node) : undefined;
    const reason = here ? this.#hindrance(proposal, field) : 'Left';
    if (!field || reason || name === undefined) {
      this.#answer(from, proposal.Id, 'NotPossible', reason ?? 'Gone');
      return;
    }
    // One value for a field: the newer one stands.
    for (const other of this.#waiting)
      if (other.followed.find(performance.now()) === field) {
        this.#answer(other.from, other.proposal.Id, 'NotPossible', 'Changed');
        this.#close(`${other.from} ${other.proposal.Id}`);
      }
    this.#close(key);
    this.#show(key, from, name, proposal, field);
  }

  #hindrance(proposal: Proposal, field: Element | undefined): ProposalReason | undefined {
    if (this.#waiting.length >= limits.openProposals) return 'TooMany';
    return field && boxOf(field, window) ? obstacle(field, proposal, this.#granted) : 'Gone';
  }

  #show(key: string, from: string, name: string, proposal: Proposal, field: Element): void {
    const shown = this.#words.shown(proposal.Kind, proposal.Value);
    const ghost = new Ghost(name, shown, this.#words, {
      accept: () => this.#accept(key),
      decline: () => {
        this.#answer(from, proposal.Id, 'Declined', null);
        this.#close(key);
      },
      close: () => this.#close(key),
    });
    this.#open.set(key, {
      from,
      name,
      proposal,
      followed: new Followed(field),
      ghost,
      before: stateOf(field),
      lost: undefined,
      settled: false,
    });
    this.#parts.surface.layer.append(ghost.element);
    ghost.place(boxOf(field, window), performance.now());
    this.#voice.textContent = this.#words.said(name, shown, spokenName(field));
    this.#frame ||= requestAnimationFrame(this.#draw);
  }

  #accept(key: string): void {
    const open = this.#open.get(key);
    if (!open || open.settled) return;
    const field = open.followed.find(performance.now());
    // What the customer cannot see is not entered either.
    const reason = field && boxOf(field, window) ? this.#reason(open, field) : 'Gone';
    if (!field || reason) {
      this.#fail(key, open, reason ?? 'Gone');
      return;
    }
    // Settled first: entering runs the page's own code, which may change anything.
    open.settled = true;
    if (!enterValue(field, open.proposal, this.#granted)) {
      this.#fail(key, open, 'NotValid');
      return;
    }
    this.#answer(open.from, open.proposal.Id, 'Accepted', null);
    this.#voice.textContent = this.#words.accepted;
    this.#close(key);
  }

  #takenBack(key: string): void {
    const open = this.#open.get(key);
    if (open && !open.settled) this.#settle(key, open, this.#words.takenBack(open.name));
  }

  #fail(key: string, open: Open, reason: ProposalReason): void {
    this.#answer(open.from, open.proposal.Id, 'NotPossible', reason);
    this.#settle(key, open, this.#words.because[reason]);
  }

  #settle(key: string, open: Open, text: string): void {
    open.settled = true;
    open.ghost.settle(text);
    this.#voice.textContent = text;
    setTimeout(() => this.#open.get(key) === open && this.#close(key), readingTime);
  }

  #close(key: string): void {
    this.#open.get(key)?.ghost.element.remove();
    this.#open.delete(key);
    if (this.#open.size > 0) return;
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  get #waiting(): Open[] {
    return [...this.#open.values()].filter(({ settled }) => !settled);
  }

  readonly #granted = (field: Element): boolean => this.#parts.live.accepts(field, 'propose');

  #reason(open: Open, field: Element): ProposalReason | undefined {
    return (
      obstacle(field, open.proposal, this.#granted) ?? (stateOf(field) === open.before ? undefined : 'Typed')
    );
  }

  /** Each frame while something is open: the page may scroll, move, render anew; the customer may type. */
  readonly #draw = (now: number): void => {
    for (const [key, open] of [...this.#open]) {
      const field = open.followed.find(now);
      const box = field && boxOf(field, window);
      open.ghost.place(box, now);
      if (open.settled) continue;
      if (field && box) {
        open.lost = undefined;
        const reason = this.#reason(open, field);
        if (reason) this.#fail(key, open, reason);
      } else {
        open.lost ??= now;
        if (now - open.lost > patience) this.#fail(key, open, 'Gone');
      }
    }
    this.#frame = this.#open.size > 0 ? requestAnimationFrame(this.#draw) : 0;
  };

  #answer(from: string, id: string, outcome: ProposalOutcome, reason: ProposalReason | null): void {
    // Without a link the node has closed it, and told the agent.
    void this.#parts.hub.invoke('AnswerProposal', from, id, outcome, reason).catch(() => undefined);
  }
}

const kinds: readonly unknown[] = ['Text', 'Choice', 'Check', 'Date'] satisfies FieldKind[];

function proposalOf(value: unknown): Proposal | undefined {
  const { Id, Epoch, Node: node, Kind, Value } = (value ?? {}) as Record<string, unknown>;
  if (typeof Id !== 'string' || typeof Epoch !== 'number' || typeof node !== 'number') return undefined;
  if (!kinds.includes(Kind) || typeof Value !== 'string' || Value.length > limits.proposalLength)
    return undefined;
  return { Id, Epoch, Node: node, Kind: Kind as FieldKind, Value };
}
