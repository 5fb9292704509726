import type { Link, Seated } from '../workspace/workspace-state.ts';

/** What holds between agent and customer right now, the most important thing first. */
export type SessionCondition =
  | { readonly type: 'asking'; readonly until: number | undefined }
  /** The console lost the node; the picture stands still. */
  | { readonly type: 'cut' }
  | { readonly type: 'returning' }
  | { readonly type: 'silent' }
  | { readonly type: 'paused' }
  | { readonly type: 'away' }
  /** On a page that cannot be shared: one that the tenant withholds, or none of the portal's. */
  | { readonly type: 'withheld' }
  | { readonly type: 'elsewhere' }
  | { readonly type: 'lost'; readonly reason: string }
  | { readonly type: 'broken' }
  | { readonly type: 'catching-up' }
  | { readonly type: 'first-picture' }
  | { readonly type: 'live' };

/** `silent`: the node has not answered for some seconds, though the connection is not yet given up. */
export function sessionCondition(seat: Seated, link: Link, silent = false): SessionCondition {
  if (link.type !== 'online') return { type: 'cut' };
  if (!seat.joined) return { type: 'returning' };
  if (silent) return { type: 'silent' };
  if (seat.consent.type === 'asking') return seat.consent;
  if (seat.session.State === 'Paused') return { type: 'paused' };
  if (!seat.session.CustomerPresent)
    return { type: seat.session.Place === 'Elsewhere' ? 'elsewhere' : 'away' };
  if (seat.session.Place === 'Withheld') return { type: 'withheld' };
  switch (seat.picture.type) {
    case 'lost':
    case 'broken':
    case 'catching-up':
      return seat.picture;
    case 'awaited':
      return { type: 'first-picture' };
    case 'live':
      return { type: 'live' };
    default:
      return seat.picture satisfies never;
  }
}

export function conditionTone(condition: SessionCondition): 'good' | 'fair' | 'poor' | 'calm' {
  switch (condition.type) {
    case 'live':
      return 'good';
    case 'cut':
    case 'silent':
    case 'lost':
    case 'broken':
      return 'poor';
    case 'asking':
    case 'first-picture':
      return 'calm';
    default:
      return 'fair';
  }
}
