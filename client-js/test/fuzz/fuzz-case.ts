import type { FidelityCase } from '../fidelity/fidelity-case.ts';
import { startFiles, startPage } from './start-page.ts';

const isPause = (line: string) => line.startsWith('await ');

/** Waits for what pages load by themselves. */
const rest = `
const loaded = ({ contentDocument: inner, srcdoc, src }) => inner?.readyState === 'complete' && (srcdoc ? inner.URL === 'about:srcdoc' : !src || inner.URL === src);
const atRest = () => [...document.querySelectorAll('iframe')].every(loaded) && [...document.querySelectorAll('link')].every((link) => link.sheet || link.disabled);
for (let i = 0; i < 40 && !atRest(); i++) await new Promise((resolve) => setTimeout(resolve, 10));
for (let i = 0; i < 3; i++) await rendered();`;

/** What a line may fail at is no matter of the others. */
const guarded = (line: string) => (isPause(line) ? line : `attempt(() => { ${line} });`);

/** Lines of script as a case of the fidelity tests. */
export function fuzzCase(name: string, lines: readonly string[], before = ''): FidelityCase {
  return {
    group: 'Fuzz',
    name,
    page: startPage.replace('<head>', `<head><script>${before}</script>`),
    files: startFiles,
    act: `${lines.map(guarded).join('\n')}\n${rest}`,
  };
}
