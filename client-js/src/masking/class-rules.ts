import type { Policy } from './policy.ts';

/** Who but these viewers sees a mask in the place of what `select` selects. */
export interface ClassRule {
  readonly viewers: number;
  readonly select: string;
}

export const classRules = ({ rules = [] }: Policy): ClassRule[] =>
  rules.flatMap(({ class: viewers = 0, effect, attribute, select }) =>
    viewers > 0 && effect === 'show' && attribute === undefined ? [{ viewers, select }] : [],
  );
