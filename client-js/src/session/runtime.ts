import { hex } from '../capture/content-hash.ts';
import { startCapture } from '../capture/index.ts';
import { tried } from '../capture/tried.ts';
import type { CustomerChat } from '../chat/customer-chat.ts';
import { CustomerHub } from '../connection/customer-hub.ts';
import { openWebSocketLink } from '../connection/web-socket-link.ts';
import {
  type Failure,
  loadStrings,
  type Strings,
  Surface,
  type SurfaceDelegate,
  type View,
} from '../consent/index.ts';
import type { PortalSurface } from '../consent/portal-surface.ts';
import { AgentGuidance } from '../guide/agent-guidance.ts';
import type { CheckedSettings } from '../loader/settings.ts';
import { customerHubPath, type SessionView } from '../protocol/protocol.gen.ts';
import { AssetUploads } from './asset-uploads.ts';
import {
  type Beginning,
  missingAssets,
  openSession,
  putAsset,
  RequestFailed,
  ticketFor,
} from './customer-api.ts';
import { CustomerSession, type SessionSurface } from './customer-session.ts';
import { belongs, disowned, type Subject } from './identity.ts';
import type { InvitationCard } from './listening.ts';
import { LiveCapture } from './live-capture.ts';
import { RemoteControl } from './remote-control.ts';
import { clearPointer, readPointer, type SessionPointer, writePointer } from './session-pointer.ts';
import { readHashes, writeHashes } from './stored-hashes.ts';
import { TabAttention } from './tab-attention.ts';
import { type WhenNeeded, whenNeeded } from './when-needed.ts';

/** What the loader is told of a running session. */
export interface RuntimeHooks {
  changed(view: View, session: SessionView | undefined): void;
  /** Nothing of the session is left on the page. */
  gone(): void;
}

/** A session as the loader holds it. */
export interface Runtime {
  /** Ends the session for everybody and takes everything off the page. */
  stop(): void;
  /** The page says that somebody else is signed in than before, or nobody. */
  identify(subject: Subject, identity?: string): void;
}

/** What the loader gets: sessions on this page, ready to begin. */
export interface Sessions {
  /** Opens a new session; the customer has asked for it just now. */
  start(settings: CheckedSettings, hooks: RuntimeHooks, subject?: Subject, beginning?: Beginning): Runtime;
  /** Shows an agent's invitation; a yes opens a session. */
  invited(
    settings: CheckedSettings,
    hooks: RuntimeHooks,
    subject: Subject,
    beginning: Beginning,
    card: InvitationCard,
  ): Runtime;
  /** Goes on with the session that this browser is in; undefined where there is none. */
  resume(
    settings: CheckedSettings,
    hooks: RuntimeHooks,
    attended: boolean,
    subject?: Subject,
  ): Runtime | undefined;
}

/** Fetches what a session needs before it can show itself. */
export async function prepare({ language, hooks: own }: CheckedSettings): Promise<Sessions> {
  const [strings, Portal] = await Promise.all([
    loadStrings(language),
    Object.keys(own).length > 0 ? portalSurface() : undefined,
  ]);
  return {
    start(settings, hooks, subject, beginning) {
      const runtime = new SessionRuntime(strings, settings, hooks, subject, Portal, beginning?.identity);
      void runtime.open(beginning);
      return runtime;
    },
    invited(settings, hooks, subject, beginning, card) {
      const runtime = new SessionRuntime(strings, settings, hooks, subject, Portal, beginning.identity);
      runtime.invite(beginning, card);
      return runtime;
    },
    resume(settings, hooks, attended, subject) {
      const pointer = readPointer(settings.server, settings.tenant);
      if (!pointer) return undefined;
      const runtime = new SessionRuntime(strings, settings, hooks, subject, Portal);
      void runtime.resume(pointer, attended);
      return runtime;
    },
  };
}

/** Where it cannot be fetched, all is asked and shown in our way. */
const portalSurface = () =>
  import('../consent/portal-surface.ts').then(
    ({ PortalSurface }) => PortalSurface,
    () => undefined,
  );

// The button shares most of what it shows with a session: taken from here too, all of it stands in the shared chunk.
export { showHelpCorner } from '../consent/help-corner.ts';

// The customer's own stop needs no more than a short word; every other end stays until it is read.
const noticeTime = 8000;

/** The composition root: connects the session with the hub, the capture, the screen and the guidance. */
class SessionRuntime implements Runtime {
  readonly #strings: Strings;
  readonly #surface: Surface;
  /** What is asked and shown goes here: to the portal's hooks, or to ours. */
  readonly #face: SessionSurface;
  #following:
    | {
        readonly session: CustomerSession;
        readonly pointer: SessionPointer;
        readonly live: LiveCapture;
        readonly chat: WhenNeeded<CustomerChat>;
      }
    | undefined;
  #outlines: { stop(): void } | undefined;
  #outlined = false;
  #opening = 0;
  #closing: ReturnType<typeof setTimeout> | undefined;
  readonly #settings: CheckedSettings;
  readonly #hooks: RuntimeHooks;
  #subject: Subject;
  #identity: string | undefined;

  constructor(
    strings: Strings,
    settings: CheckedSettings,
    hooks: RuntimeHooks,
    subject: Subject,
    Portal: typeof PortalSurface | undefined,
    identity?: string,
  ) {
    this.#identity = identity;
    this.#strings = strings;
    this.#subject = subject;
    this.#settings = settings;
    this.#hooks = hooks;
    const pressed = () => this.#following?.session.surfaceDelegate;
    const delegate: SurfaceDelegate = {
      answered: (request, granted) => pressed()?.answered(request, granted),
      pausePressed: () => pressed()?.pausePressed(),
      resumePressed: () => pressed()?.resumePressed(),
      removePressed: (agentId) => pressed()?.removePressed(agentId),
      controlStopPressed: () => pressed()?.controlStopPressed(),
      hiddenPressed: (on) => this.#outline(on),
      chatPressed: () => this.#following?.chat((chat) => chat.toggle()),
      stopPressed: () => (this.#following ? this.#following.session.end() : this.#dispose()),
      retryPressed: () => void this.open(),
      closePressed: () => this.#dispose(),
    };
    this.#surface = new Surface(strings, delegate);
    this.#face = Portal ? new Portal(this.#surface, settings.hooks, delegate) : this.#surface;
  }

  /** What agents cannot see, drawn on the page: fetched with the first wish. */
  #outline(on: boolean): void {
    this.#outlined = on;
    this.#outlines?.stop();
    this.#outlines = undefined;
    const live = this.#following?.live;
    if (!on || !live) return;
    import('../consent/hidden-outlines.ts').then(
      ({ HiddenOutlines }) => {
        if (!this.#outlined || this.#outlines) return;
        this.#outlines = new HiddenOutlines(this.#surface.layer, (element) => live.hides(element));
      },
      () => undefined,
    );
  }

  /** The card takes no focus: nobody has asked for it. */
  invite(beginning: Beginning, card: InvitationCard): void {
    const attempt = ++this.#opening;
    const current = (work: () => void) => () => attempt === this.#opening && work();
    this.#surface.show(
      card(
        current(() => void this.open(beginning)),
        current(() => this.#dispose()),
      ),
    );
  }

  async open(beginning?: Beginning): Promise<void> {
    const { server, tenant, topic } = this.#settings;
    const attempt = ++this.#opening;
    this.#show({ type: 'preparing' });
    try {
      const { pointer } = await openSession(server, tenant, topic, beginning);
      if (attempt !== this.#opening) return;
      writePointer(pointer);
      await this.resume(pointer, true);
    } catch (error) {
      if (attempt !== this.#opening) return;
      const failure = failureOf(error, this.#strings);
      this.#show({ type: 'failed', failure });
      // Why a link or an invitation leads nowhere, few need to know.
      if (failure === 'Other' && (beginning?.link || beginning?.invitation))
        import('../consent/spent.ts').then(
          ({ spentCard }) =>
            attempt === this.#opening &&
            this.#surface.show(
              spentCard(
                this.#strings,
                (error as Error).message,
                () => this.#dispose(),
                () => void this.open(),
              ),
              true,
            ),
          () => undefined,
        );
    }
  }

  /** Goes on with a session, if it belongs to who is signed in; what an attended page must not see, ends. */
  async resume(pointer: SessionPointer, attended: boolean): Promise<void> {
    const attempt = ++this.#opening;
    const own = await belongs(pointer, () => this.#subject);
    if (attempt !== this.#opening) return;
    // A page in the background may be one that was left behind, with a customer of the past.
    if (!own && !attended) return this.#dispose();
    this.#follow(pointer, own && attended);
    if (!own) this.#following?.session.end('IdentityChanged');
  }

  identify(subject: Subject, identity?: string): void {
    this.#identity = identity;
    const known = typeof this.#subject === 'string';
    this.#subject = subject;
    const following = this.#following;
    if (!following) return;
    if (known) following.session.end('IdentityChanged');
    else
      void belongs(following.pointer, () => this.#subject).then((own) =>
        own ? following.session.identify() : following.session.end('IdentityChanged'),
      );
  }

  #follow(pointer: SessionPointer, attended: boolean): void {
    const surface = this.#surface;
    const hooks = this.#hooks;
    const assets = new AssetUploads(
      {
        missing: (hashes) => missingAssets(pointer, hashes),
        put: (...asset) => putAsset(pointer, ...asset),
      },
      readHashes(pointer.sessionId),
    );
    const hub = new CustomerHub({
      address: pointer.server + customerHubPath,
      delegate: {
        ticket: () => ticketFor(pointer),
        // What is shown and captured needs the page; the way there does not.
        connected: () => whenParsed(() => session.hubDelegate.connected()),
        lost: () => session.hubDelegate.lost(),
        received: (target, args) => session.hubDelegate.received(target, args),
        refused: () => session.hubDelegate.refused(),
      },
      openLink: openWebSocketLink,
      openFallback: async () => (await import('../connection/official-link.ts')).openOfficialLink,
    });
    const live = new LiveCapture({
      startCapture,
      outbox: {
        get buffered() {
          return hub.buffered;
        },
        get congested() {
          return hub.congested;
        },
        frame: (bytes) => session.mayLeave() && hub.frame(bytes),
        policyInUse: (hash, epoch) => hub.policyInUse(hash, epoch),
      },
      assets,
    });
    const guidance = new AgentGuidance(surface.guide, {
      live,
      hub,
      surface,
      agentOf: (participantId) => session.agentOf(participantId),
    });
    const control = new RemoteControl({
      strings: this.#strings,
      hub,
      live,
      guidance,
      surface,
      face: this.#face,
    });
    const kept = () => readPointer(pointer.server, pointer.tenant);
    const attention = new TabAttention({
      attended: () => {
        // Another page has said whose session it is, this one has not said who is signed in.
        if (this.#subject !== undefined || !kept()?.owner) session.attended();
      },
      leaving: () => {
        writeHashes(pointer.sessionId, assets.known);
        session.leaving();
      },
      returned: () => session.returned(),
      pointerChanged: () => {
        const now = kept();
        const lost = now?.owner === disowned;
        if (lost || now?.sessionId !== pointer.sessionId) session.forgotten();
        if (lost) session.end('IdentityChanged');
      },
    });
    const session: CustomerSession = new CustomerSession({
      hub,
      live,
      guidance,
      control,
      surface: this.#face,
      tabId: tabId(),
      identity: () => this.#identity,
      beside: (target, args) =>
        target.startsWith('Chat')
          ? chat((chat) => chat.receive(target, args))
          : guidance.propose(target, args),
      changed: (view, state) => {
        hooks.changed(view, state);
        chat((chat) => chat.changed(view), true);
      },
      over: (reason, told) => {
        // Another tab must stop before the node tells it, and the next page must tell it if this one cannot.
        if (told && reason === 'IdentityChanged') {
          writePointer({ ...pointer, owner: disowned });
          void told.then(() => clearPointer(pointer));
        } else if (kept()?.owner !== disowned) clearPointer(pointer);
        writeHashes(pointer.sessionId, []);
        attention.stop();
        assets.stop();
        this.#following = undefined;
        if (reason === undefined) this.#dispose();
        else if (reason === 'CustomerEnded') this.#closing = setTimeout(() => this.#dispose(), noticeTime);
      },
    });
    const chat = whenNeeded(async () => {
      const { CustomerChat } = await import('../chat/customer-chat.ts');
      return new CustomerChat({ surface, hub, session, sessionId: pointer.sessionId });
    });
    if (tried(() => sessionStorage['cobrowse.chat'])) chat(() => {});
    this.#following = { session, pointer, live, chat };
    attention.start();
    session.start(attended);
  }

  stop(): void {
    this.#following?.session.end();
    this.#dispose();
  }

  #dispose(): void {
    this.#opening++;
    clearTimeout(this.#closing);
    this.#surface.dispose();
    this.#hooks.gone();
  }

  #show(view: View): void {
    this.#face.show(view, true);
    this.#hooks.changed(view, undefined);
  }
}

function failureOf(error: unknown, { failed }: Strings): Failure {
  const reason = error instanceof RequestFailed ? error.message : 'Other';
  return Object.hasOwn(failed, reason) ? (reason as Failure) : 'Other';
}

function whenParsed(go: () => void): void {
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', go, { once: true });
  else go();
}

function tabId(): string {
  return hex(crypto.getRandomValues(new Uint8Array(16)));
}
