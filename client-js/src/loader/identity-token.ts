import { tried } from '../capture/tried.ts';

/**
 * Whom a token names that the portal's backend signed; undefined where the text is no such token. Compared in this
 * browser: whether it was signed is for the server to say.
 */
export const subjectOf = (text: string): string | undefined =>
  tried(() => {
    const [, claims] = /^[\w-]+\.([\w-]+)\.[\w-]+$/.exec(text)!;
    const { sub } = JSON.parse(atob(claims!.replace(/-/g, '+').replace(/_/g, '/'))) as { sub?: unknown };
    return typeof sub === 'string' && sub ? sub : undefined;
  });
