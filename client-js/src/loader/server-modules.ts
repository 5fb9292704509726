import type { ListeningOptions } from '../session/listening.ts';
import type { Sessions } from '../session/runtime.ts';
import type { CheckedSettings } from './settings.ts';
import { isStopped } from './stopped.ts';

/** The modules that the server holds for this loader. Their names carry hashes, so they never change. */
export interface ServerModules {
  sessions(settings: CheckedSettings): Promise<Sessions>;
  button(): Promise<ButtonModule>;
  /** Only of a tenant whose agents may invite customers. */
  readonly listening: (() => Promise<ListeningModule>) | undefined;
}

/** What a pinned loader expects of the server: the files that an entry loads, each with its hash, the entry first. */
export type PinnedModules = Readonly<
  Record<'session' | 'button' | 'listening', readonly (readonly [file: string, integrity: string])[]>
>;

// Put in its place by the build: only a loader under a name with a hash knows modules before the server names them.
declare const pinnedModules: PinnedModules | undefined;

interface SessionModule {
  prepare(settings: CheckedSettings): Promise<Sessions>;
}

interface ListeningModule {
  listen(options: ListeningOptions): () => void;
}

interface ButtonModule {
  showHelpCorner(language: string, pressed: () => void): Promise<() => void>;
}

const patience = 8000;
const moduleName = /^[\w-]+\.js$/;

/**
 * Asks the server for its manifest, which doubles as the sign that the server is there. Rejects when it is slow or
 * gone, and answers nothing where an operator has stopped the snippet on this page or in this browser. Imports take
 * absolute addresses: unlike `script.src`, they work under Trusted Types.
 */
export async function serverModules(server: string, tenant: string): Promise<ServerModules | undefined> {
  const response = await fetch(`${server}/snippet/manifest.json?tenant=${tenant}`, {
    credentials: 'omit',
    cache: 'no-cache',
    signal: AbortSignal.timeout(patience),
  });
  const manifest = (await response.json()) as Record<string, unknown>;
  if (isStopped(manifest['off'])) return undefined;
  const address = (name: string): string => {
    const file = manifest[name];
    if (!response.ok || typeof file !== 'string' || !moduleName.test(file)) throw new Error('no manifest');
    return `${server}/snippet/${file}`;
  };
  const session = address('session');
  const button = address('button');
  const invites = manifest['invites'] === true;
  if (typeof pinnedModules === 'object') return pinned(server, pinnedModules, invites);
  return {
    async sessions(settings) {
      const module: SessionModule = await load(session);
      return module.prepare(settings);
    },
    button: () => load(button),
    listening: invites ? () => load(address('listening')) : undefined,
  };
}

const load = (address: string) => import(/* @vite-ignore */ /* webpackIgnore: true */ address);

/** The same, of one build and no other: what a module's bytes are is checked before it runs. */
function pinned(server: string, modules: PinnedModules, invites: boolean): ServerModules {
  const checked = async (entry: keyof PinnedModules) => {
    await Promise.all(
      modules[entry].map(([file, integrity]) => check(`${server}/snippet/${file}`, integrity)),
    );
    return load(`${server}/snippet/${modules[entry][0]![0]}`);
  };
  return {
    sessions: async (settings) => ((await checked('session')) as SessionModule).prepare(settings),
    button: () => checked('button') as Promise<ButtonModule>,
    listening: invites ? () => checked('listening') as Promise<ListeningModule> : undefined,
  };
}

/** Fetches a module into the browser's module map, from which imports are served; rejects where it is another. */
async function check(address: string, integrity: string): Promise<void> {
  const link = document.createElement('link');
  link.rel = 'modulepreload';
  link.integrity = integrity;
  link.href = address;
  const loaded = new Promise((resolve, reject) => {
    link.onload = resolve;
    link.onerror = reject;
  });
  document.head.append(link);
  await loaded.finally(() => link.remove());
}
