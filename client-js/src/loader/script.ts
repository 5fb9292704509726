// The classic script: the only file of the snippet with an effect of its own.
import { type CoBrowseApi, createApi } from './page-api.ts';
import { warn } from './page-events.ts';
import { settingsOfScript } from './script-settings.ts';

type Queued = readonly [keyof CoBrowseApi, ...unknown[]];
type Host = Window & { CoBrowse?: Partial<CoBrowseApi> & { q?: readonly Queued[] } };

function install(host: Host, script: HTMLOrSVGScriptElement | null): void {
  const early = host.CoBrowse;
  if (early?.version) {
    warn('the snippet is on this page twice; the second one is ignored.');
    return;
  }
  const api = createApi();
  host.CoBrowse = api;
  const settings = settingsOfScript(script);
  if (settings) api.init(settings);
  for (const [name, ...args] of early?.q ?? []) {
    const call = api[name];
    if (typeof call === 'function') (call as (...args: unknown[]) => void)(...args);
    else warn(`there is no function '${String(name)}'.`);
  }
}

try {
  install(window, document.currentScript);
} catch (error) {
  warn('the snippet could not start; the page is not affected.', error);
}
