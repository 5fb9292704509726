import { advanceBringing } from './advance-bringing.ts';
import { advanceSeat } from './advance-seat.ts';
import type { WorkspaceEvent, WorkspaceState } from './workspace-state.ts';

/** The next state. Pure; events that no longer apply leave the state as it is. */
export function advance(state: WorkspaceState, event: WorkspaceEvent): WorkspaceState {
  switch (event.type) {
    case 'link': {
      const { seat } = state;
      const cut = event.link.type !== 'online' && seat.type === 'seated' && seat.joined;
      return { ...state, link: event.link, seat: cut ? { ...seat, joined: false } : seat };
    }
    case 'queue':
      return { ...state, queue: { type: 'known', entries: event.entries } };
    case 'link-opened':
    case 'invited':
    case 'invitation-answered':
      return { ...state, bringing: advanceBringing(state.bringing, event) };
    case 'desk':
      return { ...state, desk: event.desk };
    case 'colleagues':
      return { ...state, colleagues: event.list };
    case 'helped':
      return { ...state, helped: event.sessions };
    case 'answered':
      return { ...state, answered: event.answer };
    default: {
      const seat = advanceSeat(state.seat, event);
      return seat === state.seat ? state : { ...state, seat };
    }
  }
}
