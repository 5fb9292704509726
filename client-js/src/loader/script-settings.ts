import type { CoBrowseSettings } from './settings.ts';

/**
 * The settings in the script element's data attributes, where it names a tenant. The server is where the script
 * came from: the address before `/snippet/`.
 */
export function settingsOfScript(script: HTMLOrSVGScriptElement | null): CoBrowseSettings | undefined {
  if (!(script instanceof HTMLScriptElement)) return undefined;
  const { tenant, server, topic, button, language } = script.dataset;
  if (tenant === undefined) return undefined;
  return {
    tenant,
    server: server ?? script.src.replace(/\/snippet\/[^/]*$/, ''),
    ...(topic === undefined ? {} : { topic }),
    ...(button === undefined ? {} : { button: button !== 'false' }),
    ...(language === undefined ? {} : { language }),
  };
}
