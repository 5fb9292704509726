import type {
  ActionKind,
  ConsentRequest,
  ControlRules,
  CustomerJoined,
  SessionView,
  WatchView,
} from '../protocol/protocol.gen.ts';

/** What the node tells the customer's side, once decoded. */
export type CustomerEvent =
  | { readonly type: 'SessionChanged'; readonly session: SessionView }
  | { readonly type: 'ConsentRequested'; readonly request: ConsentRequest }
  | { readonly type: 'ConsentClosed'; readonly requestId: string }
  | { readonly type: 'WatchChanged'; readonly watch: WatchView }
  | { readonly type: 'KeyframeNeeded' }
  | { readonly type: 'Guidance'; readonly participantId: string; readonly body: Uint8Array }
  | {
      readonly type: 'Annotation';
      readonly participantId: string;
      readonly body: Uint8Array;
      readonly label: string | null;
    }
  | {
      readonly type: 'Action';
      readonly participantId: string;
      readonly action: number;
      readonly kind: ActionKind;
      readonly body: Uint8Array;
    }
  | { readonly type: 'Feedback'; readonly body: Uint8Array }
  | { readonly type: 'PolicyChanged'; readonly policy: string; readonly hash: string }
  | { readonly type: 'Superseded' };

/** The event in a hub call, or undefined where it is none that we know. */
export function readCustomerEvent(type: string, args: readonly unknown[]): CustomerEvent | undefined {
  const [first, second, third, fourth] = args;
  switch (type) {
    case 'SessionChanged':
      return isSession(first) ? { type, session: first } : undefined;
    case 'ConsentRequested':
      return isRequest(first) ? { type, request: first } : undefined;
    case 'ConsentClosed':
      return typeof first === 'string' ? { type, requestId: first } : undefined;
    case 'WatchChanged':
      return isWatch(first) ? { type, watch: first } : undefined;
    case 'Guidance':
      return typeof first === 'string' && second instanceof Uint8Array
        ? { type, participantId: first, body: second }
        : undefined;
    case 'Annotation':
      return typeof first === 'string' && second instanceof Uint8Array
        ? { type, participantId: first, body: second, label: typeof third === 'string' ? third : null }
        : undefined;
    case 'Action':
      return typeof second === 'number' && fourth instanceof Uint8Array
        ? { type, participantId: `${first}`, action: second, kind: third as ActionKind, body: fourth }
        : undefined;
    case 'Feedback':
      return second instanceof Uint8Array ? { type, body: second } : undefined;
    case 'PolicyChanged':
      return typeof first === 'string' && typeof second === 'string'
        ? { type, policy: first, hash: second }
        : undefined;
    case 'KeyframeNeeded':
    case 'Superseded':
      return { type };
    default:
      return undefined;
  }
}

/** The answer to Join, with everything unreadable left out. */
export function readJoined(answer: unknown): CustomerJoined {
  const { Refusal, Session, Policy, PolicyHash, Watch, Consent, Control, Withheld } = (answer ??
    {}) as Record<string, unknown>;
  return {
    Refusal: typeof Refusal === 'string' ? (Refusal as CustomerJoined['Refusal']) : null,
    Session: isSession(Session) ? Session : null,
    Policy: typeof Policy === 'string' ? Policy : null,
    PolicyHash: typeof PolicyHash === 'string' ? PolicyHash : null,
    Watch: isWatch(Watch) ? Watch : null,
    Consent: isRequest(Consent) ? Consent : null,
    // Read where it is followed: few sessions need it.
    Control: (Control as ControlRules | undefined) ?? null,
    Withheld: typeof Withheld === 'string' ? Withheld : null,
  };
}

/** Whether each of these fields is there and of this type. */
function holds(value: unknown, type: string, ...names: string[]): boolean {
  const fields = value as Record<string, unknown> | null | undefined;
  return names.every((name) => typeof fields?.[name] === type);
}

function isSession(value: unknown): value is SessionView {
  return (
    holds(value, 'string', 'SessionId', 'State') &&
    Array.isArray((value as SessionView).Participants) &&
    (value as SessionView).Participants.every((each) => holds(each, 'string', 'ParticipantId', 'Name'))
  );
}

const isRequest = (value: unknown): value is ConsentRequest =>
  holds(value, 'string', 'RequestId', 'AgentName') && holds(value, 'number', 'ExpiresIn');

const isWatch = (value: unknown): value is WatchView => holds(value, 'boolean', 'Watching');
