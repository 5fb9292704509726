import type { Bringing, WorkspaceEvent } from './workspace-state.ts';

type BringingEvent = Extract<WorkspaceEvent, { type: 'link-opened' | 'invited' | 'invitation-answered' }>;

/** What became of links and invitations. Pure. */
export function advanceBringing(bringing: Bringing, event: BringingEvent): Bringing {
  const { invitation, refusedLink } = bringing;
  switch (event.type) {
    case 'link-opened':
      return {
        ...bringing,
        refusedLink: event.refusal
          ? { refusal: event.refusal, count: (refusedLink?.count ?? 0) + 1 }
          : undefined,
      };
    case 'invited':
      return { ...bringing, invitation: event.invitation };
    case 'invitation-answered':
      return invitation?.id === event.id
        ? { ...bringing, invitation: { ...invitation, outcome: event.outcome } }
        : bringing;
    default:
      return event satisfies never;
  }
}
