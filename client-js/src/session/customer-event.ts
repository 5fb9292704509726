import type { ConsentRequest, CustomerJoined, SessionView, WatchView } from '../protocol/protocol.gen.ts';

/** What the node tells the customer's side, once decoded. */
export type CustomerEvent =
  | { readonly type: 'session'; readonly session: SessionView }
  | { readonly type: 'ask'; readonly request: ConsentRequest }
  | { readonly type: 'unask'; readonly requestId: string }
  | { readonly type: 'watch'; readonly watch: WatchView }
  | { readonly type: 'keyframe' }
  | { readonly type: 'guidance'; readonly participantId: string; readonly body: Uint8Array }
  | { readonly type: 'feedback'; readonly body: Uint8Array }
  | { readonly type: 'superseded' };

/** The event in a hub call, or undefined where it is none that we know. */
export function readCustomerEvent(target: string, args: readonly unknown[]): CustomerEvent | undefined {
  const [first, second] = args;
  switch (target) {
    case 'SessionChanged':
      return isSession(first) ? { type: 'session', session: first } : undefined;
    case 'ConsentRequested':
      return isRequest(first) ? { type: 'ask', request: first } : undefined;
    case 'ConsentClosed':
      return typeof first === 'string' ? { type: 'unask', requestId: first } : undefined;
    case 'WatchChanged':
      return isWatch(first) ? { type: 'watch', watch: first } : undefined;
    case 'KeyframeNeeded':
      return { type: 'keyframe' };
    case 'Guidance':
      return typeof first === 'string' && second instanceof Uint8Array
        ? { type: 'guidance', participantId: first, body: second }
        : undefined;
    case 'Feedback':
      return second instanceof Uint8Array ? { type: 'feedback', body: second } : undefined;
    case 'Superseded':
      return { type: 'superseded' };
    default:
      return undefined;
  }
}

/** The answer to Join, with everything unreadable left out. */
export function readJoined(answer: unknown): CustomerJoined {
  const joined = fields(answer);
  const { Refusal, Session, Policy, Watch, Consent } = joined ?? {};
  return {
    Refusal: typeof Refusal === 'string' ? (Refusal as CustomerJoined['Refusal']) : null,
    Session: isSession(Session) ? Session : null,
    Policy: typeof Policy === 'string' ? Policy : null,
    Watch: isWatch(Watch) ? Watch : null,
    Consent: isRequest(Consent) ? Consent : null,
  };
}

function fields(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
}

function isSession(value: unknown): value is SessionView {
  const session = fields(value);
  return (
    typeof session?.['SessionId'] === 'string' &&
    typeof session['State'] === 'string' &&
    Array.isArray(session['Participants']) &&
    session['Participants'].every(isParticipant)
  );
}

function isParticipant(value: unknown): boolean {
  const participant = fields(value);
  return typeof participant?.['ParticipantId'] === 'string' && typeof participant['Name'] === 'string';
}

function isRequest(value: unknown): value is ConsentRequest {
  const request = fields(value);
  return (
    typeof request?.['RequestId'] === 'string' &&
    typeof request['AgentName'] === 'string' &&
    typeof request['ExpiresIn'] === 'number'
  );
}

function isWatch(value: unknown): value is WatchView {
  return typeof fields(value)?.['Watching'] === 'boolean';
}
