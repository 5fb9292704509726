import type { FidelityCase } from '../fidelity-case.ts';
import { canvases } from './canvases.ts';
import { images } from './documents/images.ts';
import { liveElements } from './documents/live-elements.ts';
import { nodes } from './documents/nodes.ts';
import { wholeDocuments } from './documents/whole-documents.ts';
import { editing } from './editing.ts';
import { forms } from './forms.ts';
import { iframes } from './iframes.ts';
import { inert } from './inert.ts';
import { mutations } from './mutations.ts';
import { scrolls } from './scrolls.ts';
import { shadows } from './shadows.ts';
import { adopted } from './styles/adopted.ts';
import { animations } from './styles/animations.ts';
import { language } from './styles/language.ts';
import { sheetRules } from './styles/rules.ts';
import { sheets } from './styles/sheets.ts';
import { states } from './styles/states.ts';
import { validity } from './validity.ts';

/** Every case, group by group. */
export const cases: readonly FidelityCase[] = [
  ...wholeDocuments,
  ...nodes,
  ...liveElements,
  ...images,
  ...sheets,
  ...sheetRules,
  ...adopted,
  ...language,
  ...animations,
  ...states,
  ...forms,
  ...validity,
  ...editing,
  ...shadows,
  ...iframes,
  ...mutations,
  ...scrolls,
  ...canvases,
  ...inert,
];
