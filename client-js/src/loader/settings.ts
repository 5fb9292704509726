import type { PortalHooks } from './portal-hooks.ts';

/** What a page tells the snippet. */
export interface CoBrowseSettings extends PortalHooks {
  /** Address of the CoBrowse server, for example `https://cobrowse.example`. */
  readonly server: string;
  /** The tenant that this portal belongs to. */
  readonly tenant: string;
  /** What the customer needs help with; agents see it in their queue. At most 100 characters. */
  readonly topic?: string;
  /** Whether the snippet shows its own help button. Default: true, in an iframe false. */
  readonly button?: boolean;
  /** Language of the snippet's own texts, for example `de`. Default: the page's, else the browser's. */
  readonly language?: string;
}

/** Valid settings; the address has no slash at its end. */
export interface CheckedSettings {
  readonly server: string;
  readonly tenant: string;
  readonly topic: string | null;
  readonly button: boolean;
  readonly language: string;
  readonly hooks: PortalHooks;
}

const topicLength = 100;

/** The settings in full, or every mistake in them, each saying what to do. */
export function checkSettings(
  given: unknown,
  page: { readonly language: string; readonly framed: boolean; readonly secure: boolean },
): CheckedSettings | readonly string[] {
  const mistakes: string[] = [];
  const settings = (typeof given === 'object' && given ? given : {}) as Record<string, unknown>;
  const server = address(settings['server']);
  if (!server) mistakes.push('server: set the address of your CoBrowse server, with https or http.');
  else if (page.secure && server.startsWith('http:'))
    mistakes.push('server: make it https, as this page is.');
  const { tenant, topic, button, language } = settings;
  if (typeof tenant !== 'string' || !tenant.trim()) mistakes.push('tenant: set the name of your tenant.');
  if (topic !== undefined && topic !== null && (typeof topic !== 'string' || topic.length > topicLength))
    mistakes.push(`topic: make it a text of at most ${topicLength} characters, or leave it out.`);
  if (button !== undefined && typeof button !== 'boolean')
    mistakes.push('button: set it to true or false, or leave it out.');
  if (language !== undefined && typeof language !== 'string')
    mistakes.push("language: set it to a tag such as 'en', or leave it out.");
  const hooks: Record<string, unknown> = {};
  for (const name of hookNames) {
    if (settings[name] === undefined) continue;
    hooks[name] = settings[name];
    if (typeof settings[name] !== 'function')
      mistakes.push(`${name}: set it to a function, or leave it out.`);
  }
  for (const name of Object.keys(settings))
    if (!known.has(name)) mistakes.push(`${name}: there is no such setting; check its spelling.`);
  if (mistakes.length > 0) return mistakes;
  return {
    server: server!,
    tenant: (tenant as string).trim(),
    topic: (topic as string | undefined) || null,
    button: (button as boolean | undefined) ?? !page.framed,
    language: (language as string | undefined) || page.language,
    hooks,
  };
}

const hookNames = ['confirmSession', 'confirmControl', 'renderBar'];
const known = new Set(['server', 'tenant', 'topic', 'button', 'language', ...hookNames]);

function address(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  try {
    const url = new URL(value);
    if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
    return (url.origin + url.pathname).replace(/\/+$/, '');
  } catch {
    return undefined;
  }
}
