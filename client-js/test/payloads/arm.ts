import { type Vector, vectors } from './vectors/index.ts';

/** A vector that tells of itself: its own host, its own number in what its script says. */
export interface Payload extends Vector {
  readonly index: number;
}

export const foreignHost = /(?:^|\.)p(\d+)\.foreign\.test\.?$/i;

const armed = ({ text, ...vector }: Vector, index: number): Payload => ({
  ...vector,
  index,
  text: text
    .replaceAll('FOREIGN', `http://p${index}.foreign.test`)
    .replaceAll('HOST', `p${index}.foreign.test`)
    .replaceAll('SCRIPT', `top.ran(${index})`),
});

/** All payloads, each with an index that tells it from the others. */
export const payloads: readonly Payload[] = vectors.map(armed);

export const nameOf = ({ family, index, text }: Payload): string =>
  `${family} ${index}: ${text.length > 110 ? `${text.slice(0, 110)}…` : text}`;
