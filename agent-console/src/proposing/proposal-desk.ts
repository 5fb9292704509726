import type {
  FieldKind,
  Proposal,
  ProposalOutcome,
  ProposalReason,
  Refusal,
} from '@cobrowse/client/protocol';
import type { AgentHub } from '../connection/agent-hub.ts';
import type { Seated } from '../workspace/workspace-state.ts';

/** What became of a proposed value. */
export type ProposalState =
  | { readonly type: 'open' }
  | { readonly type: 'accepted' }
  | { readonly type: 'declined' }
  | { readonly type: 'taken-back' }
  | { readonly type: 'not-possible'; readonly reason: ProposalReason }
  | { readonly type: 'refused'; readonly refusal: Refusal };

/** A value that this agent has proposed. What stands in the field nobody is told. */
export interface ProposedValue {
  readonly id: string;
  readonly field: string;
  readonly kind: FieldKind;
  readonly value: string;
  readonly state: ProposalState;
}

/** More of them tell nobody more. */
const mostShown = 30;

/** The values that the agent has proposed in the session where they sit, as a store that React reads. */
export class ProposalDesk {
  readonly #hub: Pick<AgentHub, 'call'>;
  readonly #listeners = new Set<() => void>();
  #values: readonly ProposedValue[] = [];
  #seat: Seated | undefined;

  constructor(hub: Pick<AgentHub, 'call'>) {
    this.#hub = hub;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): readonly ProposedValue[] => this.#values;

  seated(seat: Seated | undefined): void {
    const before = this.#seat;
    this.#seat = seat;
    if (seat?.session.SessionId !== before?.session.SessionId) this.#say([]);
    // Without a connection the node has taken them back, since nobody would hear the answer.
    else if (!seat?.joined)
      for (const { id } of this.#values) this.#become(id, { type: 'not-possible', reason: 'Left' });
  }

  propose = async (proposal: Omit<Proposal, 'Id'>, field: string): Promise<void> => {
    const id = crypto.randomUUID();
    const value = { id, field, kind: proposal.Kind, value: proposal.Value, state: { type: 'open' } } as const;
    this.#say([...this.#values, value].slice(-mostShown));
    const { Refusal } = await this.#hub
      .call('Propose', { ...proposal, Id: id })
      .catch(() => ({ Refusal: 'WrongState' as const }));
    if (Refusal !== null) this.#become(id, { type: 'refused', refusal: Refusal });
  };

  readonly takeBack = (id: string): void => {
    this.#become(id, { type: 'taken-back' });
    // Where it is answered already, that answer has arrived or will.
    this.#hub.call('TakeBack', id).catch(() => undefined);
  };

  readonly forget = (id: string): void => this.#say(this.#values.filter((value) => value.id !== id));

  closed(id: string, outcome: ProposalOutcome, reason: ProposalReason | null): void {
    switch (outcome) {
      case 'Accepted':
        // The customer may have accepted in the moment in which it was taken back: then the value stands there.
        this.#become(id, { type: 'accepted' }, true);
        return;
      case 'Declined':
        this.#become(id, { type: 'declined' });
        return;
      case 'NotPossible':
        this.#become(id, { type: 'not-possible', reason: reason ?? 'Left' });
        return;
      default:
        outcome satisfies never;
    }
  }

  #become(id: string, state: ProposalState, certainly = false): void {
    this.#say(
      this.#values.map((value) =>
        value.id === id && (certainly || value.state.type === 'open') ? { ...value, state } : value,
      ),
    );
  }

  #say(values: readonly ProposedValue[]): void {
    this.#values = values;
    for (const listener of this.#listeners) listener();
  }
}
