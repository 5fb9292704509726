import type { Step } from '../../application.ts';

export const steps: readonly Step[] = [
  { name: 'pot open', act: (page) => page.getByRole('button', { name: 'Travel' }).click(), join: true },
  { name: 'planned changed', act: (page) => page.getByLabel('Planned').fill('360') },
  { name: 'moved up', act: (page) => page.getByRole('button', { name: 'Up' }).click() },
  {
    name: 'pot added',
    act: async (page) => {
      await page.getByPlaceholder('New pot').pressSequentially('Gifts');
      await page.keyboard.press('Enter');
    },
  },
  {
    name: 'pot removed',
    act: async (page) => {
      await page.getByRole('button', { name: 'Culture' }).click();
      await page.getByRole('button', { name: 'Remove' }).last().click();
    },
  },
  { name: 'shares', act: (page) => page.getByRole('tab', { name: 'shares' }).click(), join: true },
  {
    name: 'share chosen',
    act: (page) =>
      page
        .locator('path[role]')
        .first()
        .click({ position: { x: 75, y: 40 } }),
  },
  { name: 'pots again', act: (page) => page.getByRole('tab', { name: 'pots' }).click() },
];
