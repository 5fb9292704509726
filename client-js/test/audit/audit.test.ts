import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildCommand } from '../../build.mjs';
import { readArguments, UsageError } from '../../src/audit/arguments.ts';
import type { AuditReport } from '../../src/audit/audit-report.ts';

const command = fileURLToPath(new URL('../../cobrowse.mjs', import.meta.url));

let folder = '';
let server: Server;
let site = '';
/** What stands on /later besides; a test puts something there. */
let later = '';

beforeAll(async () => {
  await buildCommand();
  folder = await mkdtemp(join(tmpdir(), 'cobrowse audit '));
  server = createServer((request, response) => {
    const who = /who=(\w+)/.exec(request.headers.cookie ?? '')?.[1] ?? 'nobody';
    const pages: Record<string, string> = {
      '/': `<h1>Accounts</h1><p class="owner">${who}</p><p class="balance">1,234.50 EUR</p>
        <input value="typed-secret"><nav><a href="/later?token=abc">more</a><a href="/gone">gone</a></nav>`,
      '/later': `<h1>Later</h1>${later}`,
    };
    const page = pages[new URL(request.url!, 'http://x').pathname];
    response.writeHead(page ? 200 : 404, {
      'content-type': 'text/html',
      'content-security-policy': "default-src 'none'",
    });
    response.end(page ? `<!doctype html><title>Bank</title>${page}` : 'no');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true, force: true });
});

async function run(...words: string[]): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, [command, ...words], { cwd: folder });
  let output = '';
  child.stdout.on('data', (data) => (output += data));
  child.stderr.on('data', (data) => (output += data));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, output };
}

const report = async (out: string): Promise<AuditReport> =>
  JSON.parse(await readFile(join(folder, out, 'report.json'), 'utf8')) as AuditReport;

test('says what shows, follows links, compares with the last run and tells it by its exit code', async () => {
  const first = await run('audit', `${site}/`, '--crawl', '5', '--policy', 'standard');
  expect(first.output).toContain('nothing to compare with');
  expect(first.output).toContain('/gone: the server answered 404');
  expect(first.code).toBe(3);
  const { pages } = await report('cobrowse-audit');
  expect(pages.map(({ path }) => path)).toEqual(['/', '/later']);
  const texts = pages[0]!.places.filter(({ kind }) => kind === 'text');
  expect(texts.map(({ where }) => where)).toEqual(expect.arrayContaining(['h1', 'p.owner', 'p.balance']));
  expect(texts.find(({ where }) => where === 'p.balance')?.personal).toBe(true);
  const all = JSON.stringify(pages);
  for (const hidden of ['typed-secret', 'token=abc']) expect(all).not.toContain(hidden);
  const html = await readFile(join(folder, 'cobrowse-audit', 'report.html'), 'utf8');
  expect(html).toContain('p.balance');
  expect(html.match(/data:image\/jpeg;base64,\/9j\//g)).toHaveLength(2);

  later = '<p class="advice">Call <script>0</script> &lt;b&gt;me</p>';
  const second = await run('audit', `${site}/later`, '--policy', 'standard', '--no-pictures');
  expect(second.output).toContain('New: /later text p.advice');
  expect(second.code).toBe(1);
  expect(await readFile(join(folder, 'cobrowse-audit', 'report.html'), 'utf8')).not.toContain('<b>me');
});

test('under strict nothing shows, and a policy that two customers gave shows only what both see', async () => {
  const states = await Promise.all(
    ['Mara', 'Jonas'].map(async (who) => {
      const file = join(folder, `${who}.json`);
      const cookie = { name: 'who', value: who, domain: '127.0.0.1', path: '/', expires: -1 };
      const flags = { httpOnly: false, secure: false, sameSite: 'Lax' };
      await writeFile(file, JSON.stringify({ cookies: [{ ...cookie, ...flags }], origins: [] }));
      return file;
    }),
  );
  const proposed = await run(
    'audit',
    `${site}/`,
    '--propose',
    '--state',
    states[0]!,
    '--state',
    states[1]!,
    '--out',
    'p',
  );
  expect(proposed.output).toContain('1,234.50 EUR');
  expect(proposed.code).toBe(0);
  const policy = join(folder, 'p', 'policy.json');
  const { code } = await run(
    'audit',
    `${site}/`,
    '--policy',
    policy,
    '--state',
    states[0]!,
    '--out',
    'q',
    '--no-pictures',
  );
  expect(code).toBe(0);
  const shown = (await report('q')).pages[0]!.places.filter(({ kind }) => kind === 'text');
  expect(shown.flatMap(({ samples }) => samples).sort()).toEqual(['Accounts', 'gone', 'more']);
});

test.each([
  [[], 'at least one address'],
  [['bank.example'], 'no address'],
  [['http://127.0.0.1:1', '--propose'], '--state twice'],
  [['http://127.0.0.1:1', '--state', 'a', '--state', 'b'], 'Only --propose'],
  [['http://127.0.0.1:1', '--crawl', 'x'], 'number of pages'],
  [['http://127.0.0.1:1', '--fast'], '--fast'],
])('%s is wrong use, and the answer says why', (words, reason) => {
  expect(() => readArguments(words)).toThrow(UsageError);
  expect(() => readArguments(words)).toThrow(reason);
});

test('wrong use ends with 2, and leaves nothing behind', async () => {
  const { code, output } = await run('audit', 'http://127.0.0.1:1', '--policy', 'none.json', '--out', 'w');
  expect(output).toContain('There is no policy file none.json.');
  expect(output).toContain('--help');
  expect(code).toBe(2);
  expect(existsSync(join(folder, 'w'))).toBe(false);
});
