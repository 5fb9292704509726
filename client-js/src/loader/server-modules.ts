import type { Sessions } from '../session/runtime.ts';

/** The modules that the server holds for this loader. Their names carry hashes, so they never change. */
export interface ServerModules {
  sessions(language: string): Promise<Sessions>;
  button(): Promise<ButtonModule>;
}

interface SessionModule {
  prepare(language: string): Promise<Sessions>;
}

interface ButtonModule {
  showHelpCorner(language: string, pressed: () => void): Promise<() => void>;
}

const patience = 8000;
const moduleName = /^[\w-]+\.js$/;

/**
 * Asks the server for its manifest, which doubles as the sign that the server is there. Rejects when it is slow or
 * gone. Imports take absolute addresses: unlike `script.src`, they work under Trusted Types.
 */
export async function serverModules(server: string): Promise<ServerModules> {
  const response = await fetch(`${server}/snippet/manifest.json`, {
    credentials: 'omit',
    cache: 'no-cache',
    signal: AbortSignal.timeout(patience),
  });
  const manifest = (await response.json()) as Record<string, unknown>;
  const address = (name: string): string => {
    const file = manifest[name];
    if (!response.ok || typeof file !== 'string' || !moduleName.test(file)) throw new Error('no manifest');
    return `${server}/snippet/${file}`;
  };
  const session = address('session');
  const button = address('button');
  return {
    async sessions(language) {
      const module: SessionModule = await import(/* @vite-ignore */ /* webpackIgnore: true */ session);
      return module.prepare(language);
    },
    button: () => import(/* @vite-ignore */ /* webpackIgnore: true */ button),
  };
}
