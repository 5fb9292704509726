import { tried } from './tried.ts';

/** Whether `element` matches; not where the browser does not know the selector. */
export const matches = (element: Element, selector: string): boolean =>
  tried(() => element.matches(selector)) ?? false;
