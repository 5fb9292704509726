import type { FidelityCase } from '../fidelity-case.ts';
import { canvases } from './canvases.ts';
import { documents } from './documents.ts';
import { forms } from './forms.ts';
import { iframes } from './iframes.ts';
import { mutations } from './mutations.ts';
import { scrolls } from './scrolls.ts';
import { shadows } from './shadows.ts';
import { states } from './states.ts';
import { styleChanges } from './style-changes.ts';
import { styles } from './styles.ts';

/** Every case, group by group. */
export const cases: readonly FidelityCase[] = [
  ...documents,
  ...styles,
  ...styleChanges,
  ...states,
  ...forms,
  ...shadows,
  ...iframes,
  ...mutations,
  ...scrolls,
  ...canvases,
];
