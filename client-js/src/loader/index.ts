import { createApi } from './page-api.ts';

export type { CoBrowseApi } from './page-api.ts';
export type { PageEvents, StateEvent } from './page-events.ts';
export type { BarState, ConsentQuestion, PortalHooks } from './portal-hooks.ts';
export type { CoBrowseSettings } from './settings.ts';

const api = createApi();

/**
 * Starts the snippet on this page.
 *
 * @example
 * ```ts
 * import { init, on } from '@cobrowse/client';
 *
 * init({ server: 'https://cobrowse.example', tenant: 'bank', topic: 'Mortgage' });
 * on('state', ({ state }) => console.log(state));
 * ```
 */
export const init = api.init;
/** Opens a session, as the help button does. */
export const start = api.start;
/** Says who is signed in, or null; when it is somebody else, a running session ends. */
export const identify = api.identify;
/** Ends a running session and leaves the page exactly as it was. */
export const stop = api.stop;
/** Listens to the snippet; the function that it returns stops listening. */
export const on = api.on;
