import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const demo = fileURLToPath(new URL('../../demo', import.meta.url));
const pages = readdirSync(demo).filter((file) => file.endsWith('.html'));

/** The demo is plain JavaScript, outside the type check. */
async function load(script: string) {
  return import(join(demo, 'scripts', script));
}

describe('pages', () => {
  test.each(pages)('%s needs nothing that a strict policy forbids', (page) => {
    const html = readFileSync(join(demo, page), 'utf8');
    expect(html).not.toMatch(/<style|\sstyle=|\son[a-z]+=|javascript:/i);
    for (const script of html.match(/<script[^>]*>/g) ?? []) expect(script).toContain(' src="');
    expect(html).not.toMatch(/<script[^>]*>[^<]/);
  });

  test.each(pages)('%s names only files that exist', (page) => {
    const html = readFileSync(join(demo, page), 'utf8');
    for (const [, path] of html.matchAll(/(?:href|src)="\/([^"#?]+)/g))
      expect(existsSync(join(demo, path!)), path).toBe(true);
  });

  test.each(pages)('%s carries the snippet once, the inbox not at all', (page) => {
    const html = readFileSync(join(demo, page), 'utf8');
    const tags =
      html.match(
        /<script async src="%COBROWSE_SERVER%\/snippet\/cobrowse\.js" data-tenant="demo"><\/script>/g,
      ) ?? [];
    expect(tags).toHaveLength(page === 'inbox.html' ? 0 : 1);
  });

  test('scripts build the page without markup strings', () => {
    for (const script of readdirSync(join(demo, 'scripts')))
      expect(readFileSync(join(demo, 'scripts', script), 'utf8'), script).not.toMatch(
        /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function/,
      );
  });
});

describe('data', () => {
  test('a customer has the same hundreds of bookings on every visit', async () => {
    const { accountsOf, customers } = await load('bank-data.js');
    const [first, second] = [accountsOf(customers[0]), accountsOf(customers[0])];
    expect(first).toEqual(second);
    expect(first[0].bookings.length).toBeGreaterThan(300);
    expect(accountsOf(customers[1])[0].bookings).not.toEqual(first[0].bookings);
  });

  test('every balance is the one before it and the booking', async () => {
    const { accountsOf, customers } = await load('bank-data.js');
    for (const { bookings, balance } of accountsOf(customers[2])) {
      expect(bookings[0].balance).toBe(balance);
      for (const [index, booking] of bookings.slice(0, -1).entries())
        expect(booking.balance).toBe(bookings[index + 1].balance + booking.amount);
    }
  });
});

describe('loan', () => {
  const terms = { price: 380_000, deposit: 20, rate: 3.45, years: 25, extra: false };

  test('the instalment is that of the annuity formula', async () => {
    const { instalment } = await load('loan.js');
    expect(instalment(terms)).toBeCloseTo(1513.76, 2);
    expect(instalment({ ...terms, rate: 0 })).toBeCloseTo(304_000 / 300, 6);
  });

  test('the schedule pays back what was borrowed, and ends', async () => {
    const { schedule } = await load('loan.js');
    for (const extra of [false, true]) {
      const years = schedule({ ...terms, extra });
      const paid = years.reduce((sum: number, year: { paid: number }) => sum + year.paid, 0);
      expect(paid).toBeCloseTo(304_000, 0);
      expect(years.at(-1).debt).toBeCloseTo(0, 2);
      expect(years.length).toBeLessThanOrEqual(extra ? 24 : 25);
    }
  });
});
