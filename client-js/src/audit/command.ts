import { readFile } from 'node:fs/promises';
import { readArguments, UsageError, usage } from './arguments.ts';
import { audit } from './audit.ts';

/** Runs `cobrowse` with what stands behind it; the answer is the exit code. */
export async function command(
  [name, ...words]: readonly string[],
  browser: { readonly path: () => string | undefined; readonly args: readonly string[] },
): Promise<number> {
  const say = (line: string) => console.log(line);
  try {
    if (name === undefined || name === '--help' || name === '-h') {
      say(usage);
      return name === undefined ? 2 : 0;
    }
    if (name !== 'audit') throw new UsageError(`There is no command ${name}.`);
    const given = readArguments(words);
    if (given === 'help') {
      say(usage);
      return 0;
    }
    const script = await readFile(new URL('page.js', import.meta.url), 'utf8');
    return await audit(given, { script, findBrowser: browser.path, launchArguments: browser.args, say });
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(`${error.message}\nSee cobrowse audit --help.`);
    return 2;
  }
}
