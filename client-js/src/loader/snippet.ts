import type { View } from '../consent/view.ts';
import type { SessionView } from '../protocol/protocol.gen.ts';
import type { Subject } from '../session/identity.ts';
import type { Runtime, RuntimeHooks, Sessions } from '../session/runtime.ts';
import { pointerKey, readPointer } from '../session/session-pointer.ts';
import { takeLink } from './agent-link.ts';
import { coveringSnippet } from './covering-page.ts';
import { subjectOf } from './identity-token.ts';
import { type PageEvents, PageListeners, type StateEvent, warn } from './page-events.ts';
import { type ServerModules, serverModules } from './server-modules.ts';
import { type CheckedSettings, type CoBrowseSettings, checkSettings } from './settings.ts';

const recheckEvery = 40_000;

/** The snippet on one page: small, quiet, and out of the way until somebody asks for help. */
export class Snippet {
  readonly #listeners = new PageListeners();
  #settings: CheckedSettings | undefined;
  #modules: Promise<ServerModules | undefined> | undefined;
  #runtime: Runtime | undefined;
  #hideButton: (() => void) | undefined;
  #subject: Subject;
  /** By which the portal's backend says who is signed in. */
  #identity: string | undefined;
  /** Of an agent's link that has led here. */
  #link: string | undefined;
  #deaf: (() => void) | undefined;
  /** Counts lives, so that what a former `init` still loads comes to nothing. */
  #life = 0;

  init(given: CoBrowseSettings): void {
    if (this.#settings) {
      warn('init was called before; call stop() first to change the settings.');
      return;
    }
    this.#link = takeLink();
    const checked = checkSettings(given, {
      language: document.documentElement.lang || navigator.language || 'en',
      framed: window.parent !== window,
      secure: location.protocol === 'https:',
    });
    if (Array.isArray(checked)) {
      warn(`these settings need your attention, nothing was started.\n- ${checked.join('\n- ')}`);
      return;
    }
    this.#settings = checked as CheckedSettings;
    if (document.readyState !== 'loading') {
      this.#begin();
      return;
    }
    document.addEventListener('DOMContentLoaded', this.#begin);
    // An agent waits for a page of a running session: its connection opens while the page is parsed.
    if (window.parent === window) this.#resume(document.visibilityState === 'visible');
  }

  start(): void {
    const covering = coveringSnippet(window);
    if (covering) {
      covering.start();
      return;
    }
    if (!this.#settings) {
      warn('call init({ server, tenant }) before start().');
      return;
    }
    if (this.#runtime) return;
    // The page may have been open for long.
    this.#modules = undefined;
    this.#start();
  }

  #start(): void {
    const link = this.#link;
    this.#link = undefined;
    void this.#run((sessions, settings, hooks) =>
      sessions.start(settings, hooks, this.#subject, { link, identity: this.#identity }),
    );
  }

  identify(given: unknown): void {
    let subject: Subject = null;
    if (typeof given === 'string' || typeof given === 'number') subject = `${given}` || null;
    else if (given) warn('identify takes a text, or null for nobody.');
    const named = subject && subjectOf(subject);
    this.#identity = named ? (subject as string) : undefined;
    if (named) subject = named;
    this.#listen();
    // A page says it as often as it likes; only another one is news.
    if (subject === this.#subject) return;
    this.#subject = subject;
    if (this.#runtime) this.#runtime.identify(subject, this.#identity);
    else if (document.readyState !== 'loading') this.#resume(document.visibilityState === 'visible');
  }

  /** Ends a running session and leaves the page as it was. */
  stop(): void {
    this.#life++;
    document.removeEventListener('DOMContentLoaded', this.#begin);
    removeEventListener('storage', this.#stored);
    this.#hideButton?.();
    this.#hideButton = undefined;
    this.#deaf?.();
    this.#modules = this.#settings = this.#deaf = undefined;
    const runtime = this.#runtime;
    this.#runtime = undefined;
    runtime?.stop();
  }

  on<K extends keyof PageEvents>(event: K, listener: (detail: PageEvents[K]) => void): () => void {
    return this.#listeners.on(event, listener);
  }

  readonly #begin = (): void => {
    document.removeEventListener('DOMContentLoaded', this.#begin);
    // A page around us that shows us in its own session needs no second one in here.
    if (!this.#settings || coveringSnippet(window)) return;
    addEventListener('storage', this.#stored);
    this.#resume(document.visibilityState === 'visible');
    // Who is in a session already goes on with it; the link stays good for another.
    if (this.#link && !this.#resumable(this.#settings)) this.#start();
    else if (!this.#runtime) void this.#offer();
    this.#listen();
  };

  /** While the backend vouches for who is signed in, an agent may ask; only where the tenant wants it. */
  #listen(): void {
    if (!this.#identity || this.#deaf || document.readyState === 'loading') return;
    void this.#load(async ({ listening }, { server, tenant, language }, current) => {
      const module = await listening?.();
      if (!module || this.#deaf || !current()) return;
      this.#deaf = module.listen({
        server,
        tenant,
        language,
        identity: () => this.#identity,
        idle: () => !this.#runtime,
        invited: (invitation, card) =>
          void this.#run((sessions, settings, hooks) =>
            sessions.invited(settings, hooks, this.#subject, { invitation, identity: this.#identity }, card),
          ),
      });
    });
  }

  /** Another tab of this browser began a session: be ready to take over. */
  readonly #stored = (event: StorageEvent): void => {
    if (event.key === pointerKey && event.newValue) this.#resume(false);
  };

  #resume(attended: boolean): void {
    if (this.#runtime || !this.#settings || !this.#resumable(this.#settings)) return;
    void this.#run((sessions, settings, hooks) => sessions.resume(settings, hooks, attended, this.#subject));
  }

  /** A session is there to go on with. One that belongs to somebody waits until this page has said who is signed in. */
  #resumable({ server, tenant }: CheckedSettings): boolean {
    const pointer = readPointer(server, tenant);
    return pointer !== undefined && (pointer.owner === undefined || this.#subject !== undefined);
  }

  /** The button shows once the server has shown that it is there. */
  #offer(): Promise<void> {
    return this.#load(async (modules, settings, current) => {
      const wanted = settings.button && !this.#resumable(settings);
      const button = wanted ? await modules.button() : undefined;
      if (!current()) return;
      this.#listeners.tell('available', undefined);
      if (this.#runtime || this.#hideButton || !button) return;
      const hide = await button.showHelpCorner(settings.language, () => this.start());
      if (!current() || this.#runtime || this.#hideButton) hide();
      else this.#hideButton = hide;
    });
  }

  #run(
    begin: (sessions: Sessions, settings: CheckedSettings, hooks: RuntimeHooks) => Runtime | undefined,
  ): Promise<void> {
    return this.#load(async (modules, settings, current) => {
      const sessions = await modules.sessions(settings);
      if (!current() || this.#runtime) return;
      const hooks: RuntimeHooks = {
        changed: (view, state) => current() && this.#listeners.tell('state', stateEvent(view, state)),
        gone: () => current() && this.#gone(),
      };
      this.#runtime = begin(sessions, settings, hooks);
      if (!this.#runtime) return void this.#offer();
      setTimeout(this.#recheck, recheckEvery);
      this.#hideButton?.();
      this.#hideButton = undefined;
    });
  }

  /** Fetches modules for `use`; `current` tells whether this is still the life that asked for them. */
  async #load(
    use: (modules: ServerModules, settings: CheckedSettings, current: () => boolean) => Promise<void>,
  ): Promise<void> {
    const settings = this.#settings;
    const life = this.#life;
    const current = () => life === this.#life;
    if (!settings) return;
    try {
      this.#modules ??= serverModules(settings.server, settings.tenant);
      const modules = await this.#modules;
      if (modules) return await use(modules, settings, current);
      if (!current()) return;
      // An operator has stopped the snippet: nothing is left on the page, and nothing is said in it.
      this.#hideButton?.();
      this.#hideButton = undefined;
      this.#runtime?.stop();
    } catch {
      if (!current()) return;
      this.#modules = undefined;
    }
    this.#listeners.tell('unavailable', undefined);
  }

  /** While a session runs, it learns within a minute that the snippet is stopped here. */
  readonly #recheck = (): void => {
    if (!this.#runtime) return;
    setTimeout(this.#recheck, recheckEvery);
    this.#modules = undefined;
    void this.#load(async () => undefined);
  };

  #gone(): void {
    this.#runtime = undefined;
    this.#listeners.tell('state', { state: 'idle' });
    void this.#offer();
  }
}

function stateEvent(view: View, session: SessionView | undefined): StateEvent {
  const id = session ? { sessionId: session.SessionId } : {};
  switch (view.type) {
    case 'nothing':
    case 'card':
      return { state: 'idle', ...id };
    case 'waiting':
      return { state: 'waiting', code: view.code, ...id };
    case 'sharing':
      return { state: view.paused ? 'paused' : 'sharing', ...id };
    case 'ended':
      return { state: 'ended', reason: view.reason, ...id };
    case 'failed':
      return { state: 'failed', reason: view.failure };
    case 'preparing':
    case 'reconnecting':
      return { state: view.type, ...id };
    default:
      return view satisfies never;
  }
}
