import type { ConsentOutcome, ControlEnd, Refusal } from '@cobrowse/client/protocol';
import type { Seated } from '../workspace/workspace-state.ts';

/** How control did not come about, or ended. */
export type ControlNote =
  | { readonly type: 'decided'; readonly outcome: Exclude<ConsentOutcome, 'Granted'> }
  | { readonly type: 'ended'; readonly reason: ControlEnd }
  | { readonly type: 'refused'; readonly refusal: Refusal };

/** How this agent stands to the control of the customer's page. */
export type ControlSeat =
  | { readonly type: 'free'; readonly note: ControlNote | undefined }
  | { readonly type: 'asking' }
  | { readonly type: 'held' }
  | { readonly type: 'yielded' }
  /** A colleague has it, or asks for it. */
  | { readonly type: 'taken'; readonly name: string };

export function controlSeat({ session, participantId, controlNote }: Seated): ControlSeat {
  const holder = session.Participants.find(({ Control }) => Control !== 'None' && Control !== undefined);
  if (!holder) return { type: 'free', note: controlNote };
  if (holder.ParticipantId !== participantId) return { type: 'taken', name: holder.Name };
  switch (holder.Control) {
    case 'Asked':
      return { type: 'asking' };
    case 'Held':
      return { type: 'held' };
    case 'Yielded':
      return { type: 'yielded' };
    case 'None':
      return { type: 'free', note: controlNote };
    default:
      return holder.Control satisfies never;
  }
}
