import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

const dist = `${import.meta.dirname}/../../dist/`;
const most = 300_000;

/** What a browser fetches before the console shows, as `dist` has it: the page, what it names, and the Latin letters. */
function firstLoad(): string[] {
  const page = readFileSync(`${dist}index.html`, 'utf8');
  const named = [...page.matchAll(/(?:src|href)="\/console\/([^"]+)"/g)].map((match) => match[1]!);
  const letters = readdirSync(`${dist}assets`).filter((name) => name.startsWith('inter-latin-wght'));
  return ['index.html', ...named, ...letters.map((name) => `assets/${name}`)];
}

const sent = (file: string): number => {
  const bytes = readFileSync(dist + file);
  return file.endsWith('.woff2') ? bytes.length : gzipSync(bytes, { level: 9 }).length;
};

test(`the console’s first load is under ${most / 1000} kB, compressed`, () => {
  const files = firstLoad();
  expect(files.filter((file) => file.endsWith('.js')).length).toBeGreaterThan(1);
  expect(files.filter((file) => file.endsWith('.css')).length).toBeGreaterThan(0);
  expect(files.filter((file) => file.endsWith('.woff2')).length).toBe(1);
  const bytes = files.reduce((sum, file) => sum + sent(file), 0);
  expect(bytes).toBeLessThan(most);
});

test('neither the replica nor what administrators need is in it', () => {
  const scripts = firstLoad().filter((file) => file.endsWith('.js'));
  expect(scripts.some((file) => /stage|create-replica|policy-desk|retention-desk/.test(file))).toBe(false);
});
