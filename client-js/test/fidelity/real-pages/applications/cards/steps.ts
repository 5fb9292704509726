import { away, type Step } from '../../application.ts';

export const steps: readonly Step[] = [
  {
    name: 'one locked',
    act: async (page) => {
      await page.getByRole('button', { name: 'Lock', exact: true }).first().click();
      await away(page);
    },
  },
  {
    name: 'one turned over',
    act: async (page) => {
      await page.locator('bank-card').nth(2).locator('code').first().click();
      await away(page);
    },
    join: true,
  },
  {
    name: 'other order',
    act: async (page) => {
      await page.getByRole('button', { name: 'Other order' }).click();
      await away(page);
    },
  },
  {
    name: 'limits',
    act: async (page) => {
      await page.getByRole('button', { name: 'Limits' }).click();
      await away(page);
    },
  },
  { name: 'limit set', act: (page) => page.getByRole('slider').last().fill('4200'), join: true },
  {
    name: 'night',
    act: async (page) => {
      await page.getByRole('button', { name: 'Night' }).click();
      await away(page);
    },
    join: true,
  },
  {
    name: 'day',
    act: async (page) => {
      await page.getByRole('button', { name: 'Night' }).click();
      await away(page);
    },
  },
];
