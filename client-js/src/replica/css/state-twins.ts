/**
 * Attributes that stand for states which a replica cannot have by itself: the customer hovers, not the agent.
 * Style sheets are rewritten from the pseudo-class to the attribute; both count the same in specificity.
 * An attribute is set only while some sheet asks for it.
 */
export const stateTwins = {
  hover: 'data-cobrowse-hover',
  active: 'data-cobrowse-active',
  focus: 'data-cobrowse-focus',
  'focus-visible': 'data-cobrowse-focus-visible',
  'focus-within': 'data-cobrowse-focus-within',
  target: 'data-cobrowse-target',
  fullscreen: 'data-cobrowse-fullscreen',
  '-webkit-full-screen': 'data-cobrowse-fullscreen',
  'user-invalid': 'data-cobrowse-user-invalid',
  'user-valid': 'data-cobrowse-user-valid',
} as const;

export type TwinState = keyof typeof stateTwins;

/** Set on elements whose custom element definition the source lacks. */
export const undefinedTwin = 'data-cobrowse-undefined';

/** Lists an element's custom states. */
export const customStateTwin = 'data-cobrowse-state';

const names: ReadonlySet<string> = new Set([...Object.values(stateTwins), undefinedTwin, customStateTwin]);

/** Whether an attribute belongs to the replica, so that a page cannot set it. */
export const isTwinAttribute = (name: string): boolean => names.has(name);

/** The selector that replaces a pseudo-class, or undefined where it stays. */
export function twinOfPseudoClass(name: string): string | undefined {
  if (name === 'defined') return `:not([${undefinedTwin}])`;
  return Object.hasOwn(stateTwins, name) ? `[${stateTwins[name as TwinState]}]` : undefined;
}
