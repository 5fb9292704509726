import { atMost } from '../capture/waiting.ts';
import type { CustomerHub } from '../connection/customer-hub.ts';
import type { SeenAgent, SurfaceDelegate, View } from '../consent/index.ts';
import type { AgentGuidance } from '../guide/agent-guidance.ts';
import {
  type ConsentRequest,
  type CustomerEnd,
  type CustomerHubServer,
  type EndReason,
  protocolVersion,
  type SessionView,
  type WatchView,
} from '../protocol/protocol.gen.ts';
import { readCustomerEvent, readJoined } from './customer-event.ts';
import type { LiveCapture, SharedPolicy } from './live-capture.ts';
import { policyFromJoin } from './policy-from-join.ts';
import type { RemoteControl } from './remote-control.ts';
import { agentsOf, viewOf } from './session-view.ts';
import { WithheldPages } from './withheld-pages.ts';

/** What shows the session and asks the customer; {@link Surface} in a page. */
export interface SessionSurface {
  show(view: View, focus?: boolean): void;
  ask(request: ConsentRequest, words: string | null | undefined): void;
  unask(requestId?: string): void;
}

export interface CustomerSessionParts {
  readonly hub: Pick<CustomerHub, 'start' | 'stop' | 'hurry' | 'reopen' | 'settled' | 'invoke'>;
  readonly live: Pick<LiveCapture, 'start' | 'stop' | 'keyframe' | 'receive'>;
  readonly guidance: Pick<AgentGuidance, 'receive' | 'annotate' | 'remove' | 'clear'>;
  readonly control: Pick<RemoteControl, 'ask' | 'unask' | 'update' | 'room' | 'rules'>;
  readonly surface: SessionSurface;
  readonly tabId: string;
  /** Takes what the node tells and this session has no part in. */
  readonly beside: (target: string, args: readonly unknown[]) => void;
  /** By which the portal's backend says who is signed in. */
  readonly identity?: () => string | undefined;
  /** The view changed. */
  readonly changed: (view: View, session: SessionView | undefined) => void;
  /**
   * The session is over for this browser; without a reason nothing is left to tell the customer. While the node has
   * yet to be told, `told` waits for that, or for the time after which nobody needs to.
   */
  readonly over: (reason: EndReason | undefined, told?: Promise<unknown>) => void;
}

/** `dormant`: another tab has the customer's place. `away`: the page is hidden for good, or cached. */
type Phase = 'idle' | 'connecting' | 'joined' | 'lost' | 'dormant' | 'away' | 'over';

const patienceBeforeSaying = 800;
const patienceForEnd = 5000;

/**
 * One session as this tab takes part in it. What is captured follows from the state alone: this tab has the
 * customer's place, the session is active, and somebody watches.
 */
export class CustomerSession {
  #phase: Phase = 'idle';
  #session: SessionView | undefined;
  #policy: SharedPolicy | undefined;
  #watch: WatchView | undefined;
  /** The customer has pressed Pause; nothing leaves, whatever the node knows by now. */
  #held = false;
  #saying: ReturnType<typeof setTimeout> | undefined;
  #linked: (() => void) | undefined;
  readonly #withheld = new WithheldPages(() => this.#moved());
  readonly #parts: CustomerSessionParts;

  constructor(parts: CustomerSessionParts) {
    this.#parts = parts;
  }

  /** Takes the customer's place, or waits for the customer to turn to this tab. */
  start(attended: boolean): void {
    if (this.#phase !== 'idle') return;
    this.#phase = attended ? 'connecting' : 'dormant';
    if (attended) this.#parts.hub.start();
  }

  /** Ends the session for everybody, here at once. */
  end(reason: CustomerEnd = 'CustomerEnded'): void {
    if (this.#phase === 'over') return;
    const another = reason === 'IdentityChanged';
    const told = another || this.#phase === 'joined' ? this.#tell(reason) : undefined;
    // Who cancels while waiting knows it; a notice would only be in the way.
    const shared = this.#session?.State === 'Active' || this.#session?.State === 'Paused';
    this.#finish(shared || another ? reason : undefined, told);
  }

  /** Tells the node who is signed in, as far as the portal's backend vouches for it. */
  identify(): void {
    const token = this.#parts.identity?.();
    if (token && this.#phase === 'joined') void this.#ask('Identify', token);
  }

  /** Whether what is captured may leave: not from a page that the tenant withholds. */
  mayLeave(): boolean {
    return !this.#withheld.here;
  }

  /** The customer looks at this tab. */
  attended(): void {
    if (this.#phase === 'dormant') this.#connect();
    else this.#parts.hub.hurry();
  }

  leaving(): void {
    if (this.#phase === 'over' || this.#phase === 'dormant') return;
    if (this.#phase === 'joined') void this.#ask('StandAt', 'Elsewhere');
    this.#silence('away');
    this.#parts.hub.stop();
  }

  returned(): void {
    if (this.#phase === 'away') this.#connect();
  }

  /** Another tab has ended the session. */
  forgotten(): void {
    if (this.#phase !== 'over' && this.#phase !== 'joined') this.#finish(undefined);
  }

  readonly hubDelegate = {
    connected: (): void => {
      if (this.#phase === 'over') this.#linked?.();
      else void this.#join();
    },
    lost: (): void => {
      if (this.#phase === 'over') return;
      this.#silence('lost');
      this.#saying = setTimeout(() => this.#say({ type: 'reconnecting' }), patienceBeforeSaying);
    },
    received: (target: string, args: readonly unknown[]): void => this.#receive(target, args),
    refused: (): void => this.#finish(this.#vanished()),
  };

  readonly surfaceDelegate: Pick<
    SurfaceDelegate,
    'answered' | 'pausePressed' | 'resumePressed' | 'removePressed' | 'controlStopPressed'
  > = {
    answered: (request, granted) =>
      void this.#ask('AnswerConsent', { RequestId: request.RequestId, Granted: granted }),
    pausePressed: () => {
      this.#held = true;
      this.#apply();
      void this.#ask('Pause');
    },
    resumePressed: () => {
      this.#held = false;
      void this.#ask('Resume');
    },
    controlStopPressed: () => {
      this.#parts.control.room?.stop();
      this.#apply();
      void this.#ask('RevokeControl');
    },
    removePressed: (agentId) => {
      this.#parts.guidance.remove(agentId);
      void this.#ask('RemoveAgent', agentId);
    },
  };

  #connect(): void {
    this.#phase = 'connecting';
    this.#parts.hub.start();
  }

  async #join(): Promise<void> {
    const { hub, surface, tabId } = this.#parts;
    const session = this.#session;
    const watch = this.#watch;
    const policy = this.#policy;
    const answer = await hub
      .invoke('Join', { ProtocolVersion: protocolVersion, TabId: tabId })
      .then(readJoined, () => undefined);
    if (this.#phase === 'over' || this.#phase === 'away' || this.#phase === 'dormant') return;
    if (!answer || (answer.Refusal === null && !answer.Session)) return hub.reopen();
    if (answer.Refusal === 'Superseded') return this.#rest();
    if (answer.Refusal !== null) return this.#finish(this.#vanished());
    hub.settled();
    this.#phase = 'joined';
    // What the node told while this was under way is newer than the answer, which may have been overtaken.
    if (this.#session === session) this.#session = answer.Session ?? undefined;
    if (this.#watch === watch) this.#watch = answer.Watch ?? undefined;
    if (this.#policy === policy) this.#policy = shared(answer.Policy, answer.PolicyHash);
    clearTimeout(this.#saying);
    this.#parts.control.rules = answer.Control;
    this.identify();
    this.#withheld.start(answer.Withheld);
    if (this.#withheld.here) this.#moved();
    this.#apply();
    if (this.#held && this.#session?.State === 'Active') void this.#ask('Pause');
    if (answer.Consent) this.#question(answer.Consent);
    else surface.unask();
  }

  #receive(target: string, args: readonly unknown[]): void {
    const event = readCustomerEvent(target, args);
    const { guidance, live, surface } = this.#parts;
    if (this.#phase === 'over') return;
    if (!event) {
      this.#parts.beside(target, args);
      return;
    }
    switch (event.type) {
      case 'SessionChanged':
        this.#session = event.session;
        if (event.session.State !== 'Active') this.#held = false;
        this.#apply();
        return;
      case 'WatchChanged':
        this.#watch = event.watch;
        this.#apply();
        return;
      case 'PolicyChanged':
        this.#policy = shared(event.policy, event.hash);
        this.#apply();
        return;
      case 'ConsentRequested':
        this.#question(event.request);
        return;
      case 'ConsentClosed':
        this.#parts.control.unask();
        surface.unask(event.requestId);
        return;
      case 'KeyframeNeeded':
        live.keyframe();
        return;
      case 'Guidance':
        guidance.receive(event.participantId, event.body);
        return;
      case 'Annotation':
        guidance.annotate(event.participantId, event.body, event.label);
        return;
      case 'Action':
        this.#parts.control.room?.act(event.participantId, event.action, event.kind, event.body);
        return;
      case 'Feedback':
        live.receive(event.body);
        return;
      case 'Superseded':
        this.#rest();
        return;
      default:
        event satisfies never;
    }
  }

  #question(request: ConsentRequest): void {
    const words = this.#session?.Words;
    if (request.Grants.includes('View')) this.#parts.surface.ask(request, words);
    else this.#parts.control.ask(request, words);
  }

  /** Makes page and screen agree with what is known. */
  #apply(): void {
    const session = this.#session;
    const policy = this.#policy;
    const watch = this.#watch;
    const { guidance, live } = this.#parts;
    if (!session || this.#phase !== 'joined') return;
    if (session.State === 'Ended') {
      this.#finish(session.EndReason ?? 'Expired');
      return;
    }
    const withheld = this.#withheld.here;
    const sharing = session.State === 'Active' && !this.#held && !withheld && watch?.Watching === true;
    if (sharing && policy) live.start(policy);
    else live.stop();
    if (!sharing) guidance.clear();
    const view = viewOf(session);
    const control = this.#parts.control.update(session);
    this.#say(
      view.type === 'sharing'
        ? {
            ...view,
            paused: view.paused || this.#held,
            ...(withheld ? { withheld } : {}),
            ...(control ? { control } : {}),
          }
        : view,
    );
  }

  #moved(): void {
    void this.#ask('StandAt', this.#withheld.here ? 'Withheld' : 'Shared');
    this.#apply();
  }

  async #ask<
    K extends 'AnswerConsent' | 'Pause' | 'Resume' | 'RemoveAgent' | 'RevokeControl' | 'Identify' | 'StandAt',
  >(method: K, ...args: Parameters<CustomerHubServer[K]>): Promise<void> {
    // A refusal means that the state has moved on; the node has told or will tell the new one.
    await this.#parts.hub.invoke(method, ...args).catch(() => undefined);
  }

  /** Tells the node of the end; without a link, as soon as there is one. */
  #tell(reason: CustomerEnd): Promise<unknown> {
    const { hub } = this.#parts;
    hub.start();
    return hub.invoke('End', reason).catch(async () => {
      await new Promise<void>((go) => {
        this.#linked = go;
      });
      return hub.invoke('End', reason);
    });
  }

  /** Nothing is captured, shown or pointed at from here on. */
  #silence(phase: Phase): void {
    this.#phase = phase;
    clearTimeout(this.#saying);
    this.#withheld.stop();
    this.#parts.live.stop();
    this.#parts.guidance.clear();
    if (phase === 'dormant' || phase === 'over') this.#parts.control.room?.stop();
  }

  /** Why the node knows the session no more, as far as this page can tell. */
  #vanished(): EndReason | undefined {
    if (!this.#session) return undefined;
    return this.#session.State === 'Active' || this.#session.State === 'Paused' ? 'CustomerGone' : 'Expired';
  }

  #rest(): void {
    this.#silence('dormant');
    this.#parts.hub.stop();
    this.#parts.surface.unask();
    this.#say({ type: 'nothing' });
  }

  #finish(reason: EndReason | undefined, told?: Promise<unknown>): void {
    if (this.#phase === 'over') return;
    this.#silence('over');
    this.#parts.surface.unask();
    const { hub } = this.#parts;
    const heard =
      told &&
      atMost(
        patienceForEnd,
        told.catch(() => undefined),
      ).then(() => hub.stop());
    if (!heard) hub.stop();
    this.#say(reason ? { type: 'ended', reason } : { type: 'nothing' });
    this.#parts.over(reason, heard);
  }

  #say(view: View): void {
    this.#parts.surface.show(view);
    this.#parts.changed(view, this.#session);
  }

  /** The session and its policy, as far as they are known. */
  get known(): { readonly session: SessionView | undefined; readonly policy: SharedPolicy | undefined } {
    return { session: this.#session, policy: this.#policy };
  }

  /** The agent whose guidance may be drawn: only one of those the customer shares with now. */
  agentOf(participantId: string): SeenAgent | undefined {
    if (this.#phase !== 'joined' || this.#session?.State !== 'Active' || this.#withheld.here)
      return undefined;
    return agentsOf(this.#session).find((agent) => agent.id === participantId && agent.sees);
  }
}

const shared = (json: string | null, hash: string | null): SharedPolicy => ({
  policy: policyFromJoin(json),
  hash,
});
