import type { Difference } from '../fidelity/case-window.ts';
import type { Way } from '../fidelity/fidelity-case.ts';

const shownLines = 12;

/** What differs, in a few lines. */
export function described(differences: ReadonlyMap<Way, Difference>): string {
  return [...differences].map(([way, difference]) => `  ${way}: ${whatDiffers(difference)}`).join('\n');
}

function whatDiffers({ lost, pixels, source, replica }: Difference): string {
  const said = [...lost, ...(pixels > 0 ? [`${pixels} pixels`] : [])];
  if (source !== replica) said.push(`\n${lineDifference(source.split('\n'), replica.split('\n'))}`);
  return said.join(', ');
}

/** What kind of difference it is: two of a kind come from one defect, most likely. */
export function kindOf({ lost, pixels, source, replica }: Difference): string {
  if (lost.length > 0) return `lost ${lost[0]}`;
  if (source === replica) return pixels > 0 ? 'pixels' : 'same';
  const others = replica.split('\n');
  const at = source.split('\n').findIndex((line, index) => line !== others[index]);
  const [one = '', two = ''] = [source.split('\n')[at], others[at]];
  return [one, two].map((line) => line.trim().split(' ')[0]!.replace(/".*/, '"')).join(' for ');
}

/** The lines around which two texts are other, `-` the source's and `+` the replica's. */
function lineDifference(source: readonly string[], replica: readonly string[]): string {
  let same = 0;
  while (same < source.length && source[same] === replica[same]) same++;
  let end = 0;
  while (
    end < Math.min(source.length, replica.length) - same &&
    source[source.length - 1 - end] === replica[replica.length - 1 - end]
  )
    end++;
  const cut = (lines: readonly string[], sign: string) =>
    lines
      .slice(same, lines.length - end)
      .slice(0, shownLines)
      .map((line) => `    ${sign} ${line}`);
  return [...cut(source, '-'), ...cut(replica, '+')].join('\n');
}

/** A script as a case to be pasted into `test/fidelity/cases`. */
export function pasteable(name: string, lines: readonly string[]): string {
  const said = lines.map((line) =>
    /^(await|keyframe|join)/.test(line) ? `${line};` : `attempt(() => { ${line} });`,
  );
  return `  on(\n    '${name}',\n    startPage,\n    \`\n    ${said.join('\n    ').replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${')}\`,\n    { files: startFiles },\n  ),`;
}
