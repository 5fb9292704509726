import { commonEnds } from '../../protocol/recent-values.ts';

/** Replaces what is other only: a selection in what stays, stays. */
export function changeText(text: CharacterData, data: string): void {
  const former = text.data;
  const { start, end } = commonEnds(former, data);
  text.replaceData(start, former.length - start - end, data.slice(start, data.length - end));
}
