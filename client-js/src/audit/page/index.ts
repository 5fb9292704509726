import { look } from './look.ts';
import { show } from './show.ts';
import { texts } from './texts.ts';

/** What an audited page is asked. */
export const audited = { look, show, texts };
export type Audited = typeof audited;

Object.assign(globalThis, { cobrowseAudited: audited });
