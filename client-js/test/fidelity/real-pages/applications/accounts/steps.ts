import { away, type Step } from '../../application.ts';

export const steps: readonly Step[] = [
  {
    name: 'list scrolled far down',
    act: (page) => page.locator('.bookings').evaluate((list) => list.scrollTo(0, 91_234)),
  },
  {
    name: 'popover open',
    act: (page) => page.getByRole('button', { name: 'Amount' }).click(),
    join: true,
  },
  { name: 'least amount set', act: (page) => page.getByRole('slider').fill('250') },
  { name: 'popover closed', act: (page) => page.getByRole('button', { name: 'Done' }).click() },
  { name: 'kinds open', act: (page) => page.getByRole('combobox', { name: 'Kind' }).click(), join: true },
  { name: 'kind chosen', act: (page) => page.getByRole('option', { name: 'Standing order' }).click() },
  { name: 'search typed', act: (page) => page.getByRole('searchbox').pressSequentially('atelier') },
  { name: 'dialog open', act: (page) => page.locator('.booking button').nth(2).click() },
  {
    name: 'note typed',
    act: (page) => page.getByRole('textbox').pressSequentially('Ask for the  receipt'),
    join: true,
  },
  { name: 'dialog closed', act: (page) => page.keyboard.press('Escape') },
  { name: 'nothing found', act: (page) => page.getByRole('searchbox').fill('zzz') },
  { name: 'other route', act: (page) => page.getByRole('link', { name: 'New transfer' }).click() },
  {
    name: 'form refused',
    act: async (page) => {
      await page.getByLabel('IBAN').pressSequentially('de8937040044');
      await page.getByRole('radio', { name: 'monthly' }).check();
      await page.getByRole('button', { name: 'Send' }).click();
      await away(page);
    },
    join: true,
  },
  {
    name: 'form sent',
    act: async (page) => {
      await page.getByLabel('Recipient').fill('Atelier Kowalski');
      await page.getByLabel('IBAN').pressSequentially('0532013000');
      await page.getByLabel('Amount').pressSequentially('1.250.5');
      await page.getByLabel('Amount').fill('125.50');
      await page.getByLabel('Instant').check();
      await page.getByRole('button', { name: 'Send' }).click();
    },
  },
  { name: 'back to the list', act: (page) => page.goBack() },
];
