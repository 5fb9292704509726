import type { ActionKind, ActionOutcome, ControlEnd, Refusal } from '@cobrowse/client/protocol';
import type { ControlNote } from '../../control/control-seat.ts';

const outcomes: Readonly<Record<Exclude<ActionOutcome, 'Done'>, string>> = {
  Moved: 'It moved while you aimed. Look where it is now, and try again.',
  Covered: 'Something on the customer’s screen lies above it.',
  Masked: 'It is hidden from you, so you cannot use it. Ask the customer to.',
  Blocked: 'Your bank keeps this for the customer. Ask them to do it.',
  Gone: 'It is not there any more.',
  NotAccepted: 'This field takes nothing from you. Ask the customer to fill it in.',
  Paused: 'The customer is busy on their page. Try again in a moment.',
  OutsideOrigins: 'It leads away from the bank’s pages.',
  Failed: 'The page did not take it.',
};

const kinds: Readonly<Record<ActionKind, string>> = {
  Click: 'Click',
  DoubleClick: 'Double click',
  Type: 'Typing',
  Select: 'Choice',
  Check: 'Tick',
  Scroll: 'Scroll',
  Focus: 'Focus',
  Keys: 'Key',
  Hover: 'Pointing',
  Drag: 'Drag',
  Back: 'Back',
  Forward: 'Forward',
  Navigate: 'Address',
};

const ends: Readonly<Record<ControlEnd, string>> = {
  Revoked: 'The customer has taken control back.',
  Released: 'You have given control back.',
  NewPage: 'A new page has opened, and control ended with the former one.',
  AgentAway: 'Your connection was lost, and control ended with it.',
  Removed: 'The customer shares with you no longer.',
  SessionEnded: 'The session is over.',
};

function refused(refusal: Refusal): string {
  switch (refusal) {
    case 'AlreadyClaimed':
      return 'A colleague controls the page, or is asking for it.';
    case 'TooManyAttempts':
      return 'That was too much. The customer has said no before, or it came too fast.';
    case 'NotAllowed':
      return 'You do not control this page.';
    case 'WrongState':
      return 'Not now: the customer is away, has paused, or is busy on their page.';
    default:
      return 'It did not reach the customer’s page.';
  }
}

export const control = {
  tool: 'Control',
  ask: 'Ask the customer to let you click and type',
  cancel: 'Take the question back',
  release: 'Give control back',
  taken: (name: string) => `${name} controls the page`,
  asking: 'Asking the customer to let you click and type',
  askingMore: 'They see the question now. No answer is a no.',
  held: 'You can click and type on the customer’s page',
  heldMore: 'Every key goes there. Ctrl + . gives control back.',
  yielded: 'The customer is using their page',
  yieldedMore: 'You go on when their hands have rested for a moment.',
  stop: 'Stop control',
  cancelAsking: 'Cancel',
  askAgain: 'Ask again (K)',
  dismiss: 'Dismiss',
  back: 'Back on the customer’s page',
  forward: 'Forward on the customer’s page',
  navigate: 'Open another page of the bank',
  address: 'Address',
  addressHint: 'Such as /accounts. A new page ends control; you can ask again.',
  open: 'Open',
  layer: 'The customer’s page, under your control. Ctrl and the full stop key give it back.',
  choose: 'Choose for the customer',
  set: 'Set',
  value: 'Value',
  shortcut: 'Ask for control, or give it back',
  outcome: (kind: ActionKind, outcome: ActionOutcome) =>
    outcome === 'Done' ? '' : `${kinds[kind]} refused. ${outcomes[outcome]}`,
  refused: (kind: ActionKind, refusal: Refusal) => `${kinds[kind]} refused. ${refused(refusal)}`,
  note(note: ControlNote): string {
    switch (note.type) {
      case 'decided':
        return note.outcome === 'TimedOut'
          ? 'The customer did not answer, so you cannot click or type.'
          : note.outcome === 'Withdrawn'
            ? 'The question is closed.'
            : 'The customer said no to control. You still see the page.';
      case 'ended':
        return ends[note.reason];
      case 'refused':
        return refused(note.refusal);
      default:
        return note satisfies never;
    }
  },
};
