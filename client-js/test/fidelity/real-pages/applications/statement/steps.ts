import { away, type Step } from '../../application.ts';

export const steps: readonly Step[] = [
  { name: 'scrolled below sticky heads', act: (page) => page.evaluate(() => scrollTo(0, 300)), join: true },
  {
    name: 'all years',
    act: async (page) => {
      await page.getByRole('button', { name: 'All years' }).click();
      await away(page);
    },
  },
  { name: 'far down', act: (page) => page.evaluate(() => scrollTo(0, 6789)), join: true },
  {
    name: 'as on paper',
    act: async (page) => {
      await page.getByRole('button', { name: 'As on paper' }).click();
      await away(page);
    },
  },
  { name: 'larger text', act: (page) => page.getByRole('slider').fill('16') },
];
