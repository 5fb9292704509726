import type { View } from '../../src/consent/index.ts';
import type { ControlRoom } from '../../src/control/control-room.ts';
import type {
  ConsentRequest,
  CustomerJoined,
  EndReason,
  SessionView,
  WatchView,
} from '../../src/protocol/index.ts';
import { CustomerSession } from '../../src/session/customer-session.ts';

export const maria = {
  ParticipantId: 'p2',
  Role: 'Agent',
  Name: 'Maria Keller',
  Present: true,
  Watching: true,
  Control: 'None',
  Hue: 3,
} as const;
const customer = {
  ParticipantId: 'p1',
  Role: 'Customer',
  Name: '',
  Present: true,
  Watching: false,
  Control: 'None',
  Hue: 0,
} as const;
export const request: ConsentRequest = {
  RequestId: 'r1',
  AgentId: 'a1',
  AgentName: 'Maria Keller',
  AgentTitle: null,
  Grants: ['View'],
  ExpiresIn: 60,
  HandedOverBy: null,
  WithSupervisors: false,
};
export const watched: WatchView = { Watching: true, Watchers: [maria] };
export const unwatched: WatchView = { Watching: false, Watchers: [] };

export function view(State: SessionView['State'], more: Partial<SessionView> = {}): SessionView {
  return {
    SessionId: 's1',
    State,
    Code: '482913',
    Topic: null,
    Origin: 'http://portal',
    CreatedAt: 1,
    EndReason: null,
    CustomerPresent: true,
    Words: 'amber river',
    VerifiedAs: null,
    Place: 'Shared',
    Participants: [customer, maria],
    Invitations: [],
    ...more,
  };
}

/** A session whose surroundings write down what they are told. */
export class Scene {
  answer: Partial<CustomerJoined> | Error = {};
  readonly calls: unknown[][] = [];
  readonly besides: unknown[][] = [];
  readonly shown: View[] = [];
  readonly asked: string[] = [];
  readonly askedControl: string[] = [];
  readonly acted: number[] = [];
  controlStopped = 0;
  links = 0;
  reopened = 0;
  open = false;
  capturing: string | undefined;
  /** The hash of the policy that is captured under. */
  hash: string | null = null;
  keyframes = 0;
  ended: (EndReason | undefined)[] = [];
  /** The node has heard of the end. */
  told = false;
  /** Whether a link stands, so that calls get through. */
  linked = true;

  readonly session: CustomerSession = new CustomerSession({
    hub: {
      start: () => {
        this.open = true;
        this.links++;
      },
      stop: () => {
        this.open = false;
      },
      hurry: () => undefined,
      reopen: () => {
        this.reopened++;
      },
      settled: () => undefined,
      invoke: async (method, ...args) => {
        if (!this.linked) throw new Error('no link');
        this.calls.push([method, ...args]);
        if (this.answer instanceof Error) throw this.answer;
        const joined = {
          Refusal: null,
          Session: null,
          Policy: null,
          PolicyHash: null,
          Watch: null,
          Consent: null,
          Control: null,
          ...this.answer,
        };
        return (method === 'Join' ? joined : { Refusal: null }) as never;
      },
    },
    live: {
      start: ({ policy, hash }) => {
        this.capturing = policy.text;
        this.hash = hash;
      },
      stop: () => {
        this.capturing = undefined;
      },
      keyframe: () => {
        this.keyframes++;
      },
      receive: () => undefined,
    },
    guidance: {
      receive: () => undefined,
      annotate: () => undefined,
      remove: () => undefined,
      clear: () => undefined,
    },
    control: {
      rules: null,
      ask: ({ RequestId }) => this.askedControl.push(RequestId),
      unask: () => undefined,
      update: () => undefined,
      room: {
        act: (_id: string, action: number) => this.acted.push(action),
        stop: () => {
          this.controlStopped++;
        },
      } as unknown as ControlRoom,
    },
    surface: {
      show: (shown) => this.shown.push(shown),
      ask: (asked) => this.asked.push(asked.RequestId),
      unask: (id) => {
        this.asked.splice(0, this.asked.length, ...(id ? this.asked.filter((each) => each !== id) : []));
      },
    },
    tabId: 'tab',
    beside: (target, args) => this.besides.push([target, ...args]),
    changed: () => undefined,
    over: (reason, told) => {
      this.ended.push(reason);
      void told?.then(() => {
        this.told = true;
      });
    },
  });

  async join(answer: Partial<CustomerJoined> | Error): Promise<void> {
    this.answer = answer;
    this.session.hubDelegate.connected();
    await new Promise((go) => setTimeout(go));
    if (!(answer instanceof Error)) this.answer = {};
  }

  tell(target: string, ...args: unknown[]): void {
    this.session.hubDelegate.received(target, args);
  }

  get last(): View | undefined {
    return this.shown.at(-1);
  }
}
