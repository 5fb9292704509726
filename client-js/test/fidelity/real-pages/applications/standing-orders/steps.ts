import type { Step } from '../../application.ts';

export const steps: readonly Step[] = [
  { name: 'sorted by amount', act: (page) => page.getByLabel('Sort by').selectOption('cents') },
  { name: 'one paused', act: (page) => page.getByLabel('paused').nth(1).check() },
  { name: 'one deleted', act: (page) => page.getByRole('button', { name: 'Delete Music School' }).click() },
  { name: 'wizard open', act: (page) => page.getByRole('button', { name: 'New order' }).click() },
  {
    name: 'amount asked',
    act: async (page) => {
      await page.getByLabel('Recipient').pressSequentially('Gym by the sea');
      await page.getByRole('button', { name: 'Next' }).click();
      await page.getByRole('spinbutton').fill('39.9');
    },
    join: true,
  },
  {
    name: 'calendar open',
    act: async (page) => {
      await page.getByRole('button', { name: 'Next' }).click();
      await page.locator('input.day.form-control, input.day').last().click();
    },
    join: true,
  },
  {
    name: 'next month',
    act: async (page) => {
      await page.locator('.flatpickr-next-month').click();
      await page.mouse.move(5, 900);
    },
  },
  {
    name: 'day picked',
    act: (page) => page.locator('.flatpickr-day[aria-label="February 17, 2026"]').click(),
  },
  {
    name: 'set up',
    act: async (page) => {
      await page.getByLabel('every quarter').check();
      await page.getByRole('button', { name: 'Set up' }).click();
    },
  },
  { name: 'sorted by name', act: (page) => page.getByLabel('Sort by').selectOption('to') },
];
