import type { CustomerInvitationOutcome, Refusal, ReservationView } from '@cobrowse/client/protocol';

const left = (kept: ReservationView, now: number) => `${Math.max(1, Math.ceil((kept.Until - now) / 1000))} s`;

const yours: Record<ReservationView['Cause'], string> = {
  Link: 'Opened your link',
  Invitation: 'Took your invitation',
  Return: 'Was with you before',
};

const theirs: Record<ReservationView['Cause'], (name: string) => string> = {
  Link: (name) => `Opened ${name}’s link`,
  Invitation: (name) => `Invited by ${name}`,
  Return: (name) => `Was with ${name}`,
};

const linkRefusals: Partial<Record<Refusal, string>> = {
  AlreadyClaimed:
    'Somebody opened a link of yours a second time. It was refused: a link is good for one customer.',
  Expired: 'Somebody opened a link of yours after it had expired. Send them a new one.',
};

const inviteRefusals: Partial<Record<Refusal, string>> = {
  NotFound: 'No customer with exactly this reference is signed in on the portal now.',
  NotAllowed:
    'They cannot be asked now: your bank has not turned invitations on, or they want to be left in peace.',
  TooManyAttempts: 'You have asked for many references. Wait ten minutes.',
  InvalidRequest: 'That is no reference. Type it exactly as your systems show it.',
};

const outcomes: Record<CustomerInvitationOutcome, string> = {
  Accepted: 'They said yes.',
  Declined: 'They said no. They are not asked again for an hour.',
  NotNow: 'They said not now. You may ask again in five minutes.',
};

/** How a session begins, and how customers know that an agent is the bank's. */
export const starting = {
  twoWords: {
    label: (words: string) => `Two words: ${words}`,
    hint: 'Read these two words to the customer. Their page shows the same two, so they know you are the bank’s.',
    whileAsking: 'Read them these two words. Their page shows the same two:',
  },
  verified: {
    byBank: (reference: string) => `Verified by the bank: ${reference}`,
    nobody: 'Not signed in',
  },
  kept: (kept: ReservationView, now: number) =>
    kept.Yours
      ? `${yours[kept.Cause]} · yours for ${left(kept, now)}`
      : `${theirs[kept.Cause](kept.AgentName)} · theirs for ${left(kept, now)}`,
  bring: {
    label: 'Bring a customer in',
    link: 'Copy a link to send',
    copied: (minutes: number) =>
      `Copied. For one customer, good for ${minutes} minutes, while you are connected.`,
    address: 'The link',
    linkRefused: 'Your bank has not named a start page for links. Ask your administrator.',
    linkNews: (refusal: Refusal) =>
      linkRefusals[refusal] ?? 'Somebody opened a link of yours, and it was refused.',
    reference: 'Invite a customer who is on the portal',
    placeholder: 'Their exact reference',
    invite: 'Invite',
    waiting: (seconds: number) => `They are being asked. ${seconds} s left.`,
    silent: 'They did not answer.',
    refused: (refusal: Refusal) => inviteRefusals[refusal] ?? 'That did not work. Try again.',
    outcome: (outcome: CustomerInvitationOutcome) => outcomes[outcome],
    unreachable: 'The server could not be reached. Try again in a moment.',
  },
};
