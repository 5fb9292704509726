import { away, type Step } from '../../application.ts';

export const steps: readonly Step[] = [
  {
    name: 'sorted by value',
    act: async (page) => {
      await page.locator('.tabulator-col[tabulator-field=value] .tabulator-col-title').click();
      await away(page);
    },
  },
  {
    name: 'scrolled',
    act: (page) => page.locator('.tabulator-tableholder').evaluate((holder) => holder.scrollTo(0, 3456)),
    join: true,
  },
  {
    name: 'pieces edited',
    act: async (page) => {
      await page.locator('.tabulator-tableholder').evaluate((holder) => holder.scrollTo(0, 0));
      await page.locator('.tabulator-row .tabulator-cell[tabulator-field=pieces]').first().click();
      await page.keyboard.type('77');
      await page.keyboard.press('Enter');
      await away(page);
    },
  },
  {
    name: 'filtered',
    act: async (page) => {
      await page.locator('.tabulator-header-filter input').pressSequentially('Delta');
      await page.locator('.tabulator-row').first().filter({ hasText: 'Delta' }).waitFor();
    },
  },
  {
    name: 'grouped',
    act: async (page) => {
      await page.getByRole('button', { name: 'By sector' }).click();
      await away(page);
    },
    join: true,
  },
  {
    name: 'new prices',
    act: async (page) => {
      await page.getByRole('button', { name: 'New prices' }).click();
      await away(page);
    },
  },
  {
    name: 'line hidden',
    act: async (page) => {
      await page.locator('#value').click({ position: { x: 420, y: 46 } });
      await away(page);
    },
  },
];
