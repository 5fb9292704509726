import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { type Policy, policy } from '../masking/policy.ts';
import { policyFromJoin } from '../session/policy-from-join.ts';
import { type AuditArguments, UsageError } from './arguments.ts';
import type { AuditReport } from './audit-report.ts';
import { crawlAudits, crawlTexts, type Progress } from './crawl.ts';
import { type Difference, difference } from './difference.ts';
import { propose } from './proposal.ts';
import { reportPage } from './report-page.ts';
import { type Setup, Visitor } from './visit.ts';

export interface Surroundings {
  /** The script that answers in audited pages. */
  readonly script: string;
  readonly findBrowser: () => string | undefined;
  readonly launchArguments: readonly string[];
  say(line: string): void;
}

/** Runs the command; the answer is its exit code. */
export async function audit(given: AuditArguments, surroundings: Surroundings): Promise<number> {
  const chosen = await policyOf(given.policy);
  const setup = given.setup ? await setupOf(given.setup) : undefined;
  const former = await formerReport(given);
  const browser = await launch(given, surroundings);
  try {
    const setting = { browser, script: surroundings.script, policy: chosen, setup, pictures: given.pictures };
    await mkdir(given.out, { recursive: true });
    if (given.propose) return await proposePolicy(given, setting, surroundings);
    const visitor = await Visitor.open({ ...setting, state: given.states[0] });
    const { pages, failed } = await crawlAudits(
      visitor,
      given.addresses,
      most(given),
      progress(surroundings),
    );
    const report: AuditReport = {
      version: 1,
      at: new Date().toISOString(),
      policy: given.policy,
      pages: [...pages.values()],
      failed,
    };
    const changes = former && difference(former, report);
    await writeFile(join(given.out, 'report.html'), reportPage(report, changes));
    await writeFile(join(given.out, 'report.json'), JSON.stringify(withoutPictures(report), undefined, 1));
    return conclude(given, report, changes, surroundings);
  } finally {
    await browser.close();
  }
}

const mostDoubtful = 12;

type Setting = Omit<Parameters<typeof Visitor.open>[0], 'state'>;

async function proposePolicy(
  given: AuditArguments,
  setting: Setting,
  { say, ...rest }: Surroundings,
): Promise<number> {
  const visits = [];
  const failed = [];
  for (const state of given.states) {
    say(`As the customer of ${state}:`);
    const visitor = await Visitor.open({ ...setting, state });
    const crawled = await crawlTexts(visitor, given.addresses, most(given), progress({ say, ...rest }));
    await visitor.close();
    visits.push(crawled.pages);
    failed.push(...crawled.failed);
  }
  const proposal = propose(visits[0]!, visits[1]!);
  const file = join(given.out, 'policy.json');
  await writeFile(
    file,
    JSON.stringify(policy.strict({ allow: proposal.allow, rules: proposal.rules }), undefined, 2),
  );
  const share = proposal.same === 0 ? 0 : Math.round((100 * proposal.readable) / proposal.same);
  say(
    `Of the text that was the same for both, ${share} % can show: ${proposal.allow.length} selectors for every page, ${proposal.rules.length} rules for one page each.`,
  );
  if (proposal.doubtful.length > 0)
    say('Not proposed, though the same for both, since it looks personal; add a rule where it is not:');
  for (const text of proposal.doubtful.slice(0, mostDoubtful)) say(`  ${text.slice(0, 70)}`);
  if (proposal.doubtful.length > mostDoubtful) say(`  and ${proposal.doubtful.length - mostDoubtful} more`);
  say(`Written to ${file}. Look at it with: cobrowse audit ${given.addresses[0]} --policy ${file}`);
  for (const { address, reason } of failed) say(`Not looked at: ${address}: ${reason}`);
  return failed.length > 0 ? 3 : 0;
}

function conclude(
  given: AuditArguments,
  report: AuditReport,
  changes: Difference | undefined,
  { say }: Surroundings,
): number {
  const places = report.pages.flatMap((page) => page.places);
  const personal = places.filter((place) => place.personal).length;
  say(
    `${report.pages.length} pages: ${places.length} places show something, ${personal} of them look personal.`,
  );
  for (const { page, place } of changes?.added ?? [])
    say(`New: ${page.path} ${place.kind} ${place.where}${place.name ? ` (${place.name})` : ''}`);
  if (!changes) say('The first run: nothing to compare with.');
  for (const { address, reason } of report.failed) say(`Not looked at: ${address}: ${reason}`);
  say(`Written to ${join(given.out, 'report.html')} and report.json.`);
  if (report.failed.length > 0) return 3;
  return changes && changes.added.length > 0 ? 1 : 0;
}

/** Samples and pictures are for eyes; a file that is kept for comparison needs neither. */
const withoutPictures = (report: AuditReport): AuditReport => ({
  ...report,
  pages: report.pages.map(({ picture: _, ...page }) => ({ ...page, picture: undefined })),
});

const most = ({ addresses, crawl }: AuditArguments): number => Math.max(addresses.length, crawl);

const progress =
  ({ say }: Surroundings): Progress =>
  (address, done, known) =>
    say(`[${done + 1}/${known}] ${address}`);

async function policyOf(name: string): Promise<Policy> {
  if (name === 'strict' || name === 'standard') return policy[name]();
  const text = await readFile(name, 'utf8').catch(() => {
    throw new UsageError(`There is no policy file ${name}.`);
  });
  try {
    if (typeof JSON.parse(text) !== 'object') throw new TypeError();
  } catch {
    throw new UsageError(`${name} is no JSON.`);
  }
  return policyFromJoin(text);
}

async function setupOf(file: string): Promise<Setup> {
  const module = (await import(pathToFileURL(resolve(file)).href).catch((error: Error) => {
    throw new UsageError(`${file} could not be loaded: ${error.message}`);
  })) as { default?: Setup };
  if (typeof module.default !== 'function')
    throw new UsageError(`${file} has no default export that is a function.`);
  return module.default;
}

async function formerReport({ out, baseline }: AuditArguments): Promise<AuditReport | undefined> {
  const file = baseline ?? join(out, 'report.json');
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) {
    if (baseline) throw new UsageError(`There is no report ${baseline}.`);
    return undefined;
  }
  try {
    const report = JSON.parse(text) as AuditReport;
    if (report.version === 1 && Array.isArray(report.pages)) return report;
  } catch {
    // Told below.
  }
  throw new UsageError(`${file} is no report of this command. Remove it, or name another with --baseline.`);
}

async function launch(
  given: AuditArguments,
  { findBrowser, launchArguments }: Surroundings,
): Promise<Browser> {
  const executablePath = given.browser ?? findBrowser();
  try {
    return await chromium.launch({
      args: [...launchArguments],
      ...(executablePath ? { executablePath } : {}),
    });
  } catch (error) {
    throw new UsageError(
      `No Chromium could be started (${String((error as Error).message).split('\n')[0]}). Install Chromium or Google Chrome, or name one with --browser.`,
    );
  }
}
