import { startCapture } from '../capture/index.ts';
import { CustomerHub } from '../connection/customer-hub.ts';
import { openWebSocketLink } from '../connection/web-socket-link.ts';
import { loadStrings, type Strings, Surface, type View } from '../consent/index.ts';
import { AgentGuidance } from '../guide/agent-guidance.ts';
import type { CheckedSettings } from '../loader/settings.ts';
import { customerHubPath, type SessionView } from '../protocol/index.ts';
import { AssetUploads } from './asset-uploads.ts';
import { missingAssets, openSession, putAsset, RequestFailed, ticketFor } from './customer-api.ts';
import { CustomerSession } from './customer-session.ts';
import { LiveCapture } from './live-capture.ts';
import { clearPointer, readPointer, type SessionPointer, writePointer } from './session-pointer.ts';
import { TabAttention } from './tab-attention.ts';

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
}

/** What the loader gets: sessions on this page, ready to begin. */
export interface Sessions {
  /** Opens a new session; the customer has asked for it just now. */
  start(settings: CheckedSettings, hooks: RuntimeHooks): Runtime;
  /** Goes on with the session that this browser is in; undefined where there is none. */
  resume(settings: CheckedSettings, hooks: RuntimeHooks, attended: boolean): Runtime | undefined;
}

/** Fetches what a session needs before it can show itself. */
export async function prepare(language: string): Promise<Sessions> {
  const strings = await loadStrings(language);
  return {
    start(settings, hooks) {
      const runtime = new SessionRuntime(strings, settings, hooks);
      void runtime.open();
      return runtime;
    },
    resume(settings, hooks, attended) {
      const pointer = readPointer(settings.server, settings.tenant);
      if (!pointer) return undefined;
      const runtime = new SessionRuntime(strings, settings, hooks);
      runtime.follow(pointer, attended);
      return runtime;
    },
  };
}

// The customer's own stop needs no more than a short word; every other end stays until it is read.
const noticeTime = 8000;

/** The composition root: connects the session with the hub, the capture, the screen and the guidance. */
class SessionRuntime implements Runtime {
  readonly #surface: Surface;
  #following: { readonly session: CustomerSession; readonly release: () => void } | undefined;
  #opening = 0;
  #closing: ReturnType<typeof setTimeout> | undefined;
  readonly #settings: CheckedSettings;
  readonly #hooks: RuntimeHooks;

  constructor(strings: Strings, settings: CheckedSettings, hooks: RuntimeHooks) {
    this.#settings = settings;
    this.#hooks = hooks;
    const close = () => this.#dispose();
    this.#surface = new Surface(strings, {
      answered: (request, granted) => this.#following?.session.surfaceDelegate.answered(request, granted),
      pausePressed: () => this.#following?.session.surfaceDelegate.pausePressed(),
      resumePressed: () => this.#following?.session.surfaceDelegate.resumePressed(),
      removePressed: (agentId) => this.#following?.session.surfaceDelegate.removePressed(agentId),
      stopPressed: () => (this.#following ? this.#following.session.end() : this.#dispose()),
      retryPressed: () => void this.open(),
      closePressed: close,
    });
  }

  async open(): Promise<void> {
    const { server, tenant, topic } = this.#settings;
    const attempt = ++this.#opening;
    this.#show({ type: 'preparing' });
    try {
      const { pointer } = await openSession(server, tenant, topic);
      if (attempt !== this.#opening) return;
      writePointer(pointer);
      this.follow(pointer, true);
    } catch (error) {
      if (attempt === this.#opening) this.#show({ type: 'failed', failure: failureOf(error) });
    }
  }

  follow(pointer: SessionPointer, attended: boolean): void {
    const surface = this.#surface;
    const hooks = this.#hooks;
    const assets = new AssetUploads({
      missing: (hashes) => missingAssets(pointer, hashes),
      put: (hash, type, bytes, signal) => putAsset(pointer, hash, type, bytes, signal),
    });
    const hub = new CustomerHub({
      address: pointer.server + customerHubPath,
      delegate: {
        ticket: () => ticketFor(pointer),
        connected: () => session.hubDelegate.connected(),
        lost: () => session.hubDelegate.lost(),
        received: (target, args) => session.hubDelegate.received(target, args),
        refused: () => session.hubDelegate.refused(),
      },
      openLink: openWebSocketLink,
      openFallback: async () => (await import('../connection/official-link.ts')).openOfficialLink,
    });
    const live = new LiveCapture({
      startCapture,
      outbox: hub,
      assets,
    });
    const guidance = new AgentGuidance(surface.guide, {
      locate: (node) => live.element(node),
      nameOf: (participantId) => session.nameOf(participantId),
    });
    const attention = new TabAttention({
      attended: () => session.attended(),
      leaving: () => session.leaving(),
      returned: () => session.returned(),
      pointerChanged: () => {
        if (readPointer(pointer.server, pointer.tenant)?.sessionId !== pointer.sessionId) session.forgotten();
      },
    });
    const release = () => {
      attention.stop();
      assets.stop();
    };
    const session: CustomerSession = new CustomerSession({
      hub,
      live,
      guidance,
      surface,
      tabId: tabId(),
      changed: (view, state) => hooks.changed(view, state),
      over: (reason) => {
        clearPointer(pointer);
        release();
        this.#following = undefined;
        if (reason === undefined) this.#dispose();
        else if (reason === 'CustomerEnded') this.#closing = setTimeout(() => this.#dispose(), noticeTime);
      },
    });
    this.#following = { session, release };
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
    this.#surface.show(view, true);
    this.#hooks.changed(view, undefined);
  }
}

function failureOf(error: unknown) {
  const reason = error instanceof RequestFailed ? error.reason : 'Other';
  switch (reason) {
    case 'Unreachable':
    case 'TooManyAttempts':
    case 'OriginNotAllowed':
    case 'TenantUnknown':
      return reason;
    default:
      return 'Other';
  }
}

function tabId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
