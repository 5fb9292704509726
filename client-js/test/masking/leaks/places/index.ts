import type { Place } from '../place.ts';
import { addresses } from './addresses.ts';
import { attributes } from './attributes.ts';
import { fields } from './fields.ts';
import { styles } from './styles.ts';
import { texts } from './texts.ts';
import { trees } from './trees.ts';

/** All hiding places, by what they are in. */
export const places: readonly Place[] = [
  ...fields,
  ...texts,
  ...attributes,
  ...addresses,
  ...styles,
  ...trees,
];
