import { parseArgs } from 'node:util';

export const usage = `Walks pages in Chromium and reports what an agent would see unmasked.

  cobrowse audit <address…> [options]

  --policy <p>      strict, standard, or a file with a policy (default: strict)
  --crawl <n>       follow links of the same origin, up to n pages in all
  --state <file>    who is signed in: a storage state of Playwright
  --setup <file>    a module whose default export prepares each page: async (page) => { … }
  --out <folder>    where report.html and report.json go (default: cobrowse-audit)
  --baseline <file> compare with this report.json (default: the one in --out)
  --no-pictures     leave out what pages look like
  --browser <path>  the Chromium to use (default: an installed one, then Playwright's)
  --propose         crawl as two customers and propose a policy that shows what is the same for both;
                    needs --state twice, goes to policy.json

Ends with 0: nothing new shows; 1: something shows that the last run did not have; 2: wrong use;
3: a page could not be looked at.
`;

export interface AuditArguments {
  readonly addresses: readonly string[];
  readonly policy: string;
  readonly crawl: number;
  readonly states: readonly string[];
  readonly setup: string | undefined;
  readonly out: string;
  readonly baseline: string | undefined;
  readonly pictures: boolean;
  readonly browser: string | undefined;
  readonly propose: boolean;
}

/** Wrong use, in words that say what to do. */
export class UsageError extends Error {}

/** The arguments behind `audit`. Throws a {@link UsageError}. */
export function readArguments(words: readonly string[]): AuditArguments | 'help' {
  const { values, positionals } = parsed(words);
  if (values.help) return 'help';
  if (positionals.length === 0) throw new UsageError('Name at least one address to look at.');
  for (const address of positionals)
    if (!/^https?:\/\//.test(address) || !URL.canParse(address))
      throw new UsageError(`${address} is no address; it has to begin with http:// or https://.`);
  const crawl = values.crawl === undefined ? 0 : Number(values.crawl);
  if (!Number.isInteger(crawl) || crawl < 0)
    throw new UsageError('--crawl takes a number of pages, such as 50.');
  const states = values.state ?? [];
  if (values.propose && states.length !== 2)
    throw new UsageError('--propose compares two customers: give --state twice, once for each.');
  if (!values.propose && states.length > 1) throw new UsageError('Only --propose takes --state twice.');
  return {
    addresses: positionals,
    policy: values.policy ?? 'strict',
    crawl,
    states,
    setup: values.setup,
    out: values.out ?? 'cobrowse-audit',
    baseline: values.baseline,
    pictures: !values['no-pictures'],
    browser: values.browser,
    propose: values.propose ?? false,
  };
}

function parsed(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        policy: { type: 'string' },
        crawl: { type: 'string' },
        state: { type: 'string', multiple: true },
        setup: { type: 'string' },
        out: { type: 'string' },
        baseline: { type: 'string' },
        'no-pictures': { type: 'boolean' },
        browser: { type: 'string' },
        propose: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
