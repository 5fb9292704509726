import { away, type Step } from '../../application.ts';

export const steps: readonly Step[] = [
  {
    name: 'refused',
    act: async (page) => {
      await page.locator('[name=amount]').fill('1250.75');
      await page.getByRole('button', { name: 'متابعة' }).click();
      await away(page);
    },
    join: true,
  },
  {
    name: 'filled in',
    act: async (page) => {
      await page.locator('[name=name]').pressSequentially('ليلى Haddad');
      await page.locator('[name=iban]').fill('SA03 8000 0000 6080 1016 7519');
      await page.locator('[name=currency]').selectOption('AED');
      await page.locator('[name=note]').pressSequentially('Rent for May, إيجار ٣');
      await page.getByText('لاحقًا').click();
      await away(page);
    },
  },
  { name: 'fees open', act: (page) => page.getByText('الرسوم', { exact: true }).click() },
  {
    name: 'offers scrolled',
    act: (page) =>
      page.locator('#offers').evaluate((offers) => offers.scrollTo({ left: -500, behavior: 'instant' })),
    join: true,
  },
  {
    name: 'sent',
    act: (page) =>
      page
        .getByRole('button', { name: 'متابعة' })
        .click()
        .then(() => away(page)),
  },
];
