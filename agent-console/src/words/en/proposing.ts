import type { FieldKind, ProposalReason, Refusal } from '@cobrowse/client/protocol';

const refusals: Partial<Record<Refusal, string>> = {
  WrongState: 'Not proposed: the customer has paused, or the connection is down.',
  TooManyAttempts: 'Not proposed: too many values wait for an answer.',
  TooLarge: 'Not proposed: the value is too long.',
};

export const proposing = {
  field: 'Field',
  hint: 'Click on it in the page, or choose it here',
  choose: 'Choose a field',
  unnamed: (kind: string, at: number) => `${kind} ${at}, without a name`,
  list: 'Proposed values',
  kinds: { Text: 'Text', Choice: 'Choice', Check: 'Yes or no', Date: 'Date' } satisfies Record<
    FieldKind,
    string
  >,
  value: 'Value',
  choice: 'Name of the option',
  checked: 'Checked',
  notChecked: 'Not checked',
  propose: 'Propose',
  cancel: 'Cancel',
  promise: 'The customer sees it at the field and decides. Nothing is submitted.',
  open: 'Waiting for the customer',
  accepted: 'Accepted',
  declined: 'Declined',
  takenBack: 'Taken back',
  takeBack: 'Take back',
  forget: 'Remove from the list',
  because: {
    Gone: 'Not possible: the field is gone.',
    Changed: 'Not possible: it is another field by now, or has a newer value.',
    Disabled: 'Not possible: the field takes nothing now.',
    ReadOnly: 'Not possible: the field cannot be changed.',
    NotGranted: 'Not possible: your bank’s policy does not allow it for this field.',
    Typed: 'The customer changed the field themselves.',
    NoSuchOption: 'Not possible: there is no such option.',
    NotValid: 'Not possible: the field does not take such a value.',
    Left: 'Not possible: the page has changed, or is no longer shared.',
    TooMany: 'Not possible: too many values wait for an answer.',
  } satisfies Record<ProposalReason, string>,
  refused: (refusal: Refusal): string =>
    refusals[refusal] ?? 'Not proposed. Ask for a fresh picture and try again.',
};
