/** Where a run of the suite looks: all but what is allowed, a masked container, and fields without any rule. */
export type Cover = 'strict' | 'masked' | 'field';

/** A place that can hold a secret. In `html` and `head`, `¤` stands for it. */
export interface Place {
  readonly name: string;
  /** Stands in an element of its own, below the masked container. */
  readonly html?: string;
  /** Stands in the head. */
  readonly head?: string;
  /** What script does with the element in which `html` stands. */
  readonly act?: (root: HTMLElement, secret: string, page: Document) => unknown;
  /** Happens once capture has seen what `act` made. */
  readonly later?: (root: HTMLElement, secret: string, page: Document) => unknown;
  /** Covers under which nothing of it may leave. */
  readonly under: readonly Cover[];
  /** Why it does not leave without any mask either. */
  readonly never?: string;
}

type Options = Partial<Omit<Place, 'name' | 'html'>>;

const both = ['strict', 'masked'] as const;
const all = ['strict', 'masked', 'field'] as const;

/** Text of people: hidden by `strict`, and by a mask. */
export const inside = (name: string, html: string, options?: Options): Place => ({
  name,
  html,
  under: both,
  ...options,
});

/** What leaves under no policy: of fields, or of what nobody sees. */
export const denied = (name: string, html: string, options?: Options): Place => ({
  name,
  html,
  under: all,
  ...options,
});

/** Belongs to the whole page, so that a mask on a container says nothing of it. */
export const wide = (name: string, options: Options): Place => ({ name, under: ['strict'], ...options });

/** Nothing of it is sent, whatever the policy. */
export const never = (reason: string): Options => ({ never: reason });
