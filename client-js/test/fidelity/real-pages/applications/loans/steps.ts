import type { Step } from '../../application.ts';

export const steps: readonly Step[] = [
  { name: 'months chosen', act: (page) => page.getByRole('slider').fill('72'), join: true },
  {
    name: 'plan scrolled',
    act: (page) => page.locator('bank-plan').evaluate((plan) => plan.scrollTo(0, 700)),
  },
  { name: 'amount refused', act: (page) => page.getByRole('spinbutton').fill('900') },
  {
    name: 'amount taken',
    act: async (page) => {
      await page.getByRole('spinbutton').fill('25000');
      await page.getByRole('combobox').selectOption('Kitchen');
      await page.getByRole('checkbox').click();
      await page.mouse.move(5, 5);
    },
  },
  { name: 'asked', act: (page) => page.getByRole('button', { name: 'Ask for it' }).click(), join: true },
  { name: 'dialog closed', act: (page) => page.getByRole('button', { name: 'Fine' }).click() },
];
