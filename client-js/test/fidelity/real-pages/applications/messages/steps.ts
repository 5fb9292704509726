import { away, type Step } from '../../application.ts';

export const steps: readonly Step[] = [
  {
    name: 'typed in bold',
    act: async (page) => {
      await page.locator('.ql-editor').click();
      await page.keyboard.press('Control+End');
      await page.keyboard.type('\nI have ');
      await page.keyboard.press('Control+b');
      await page.keyboard.type('three questions');
      await page.keyboard.press('Control+b');
      await page.keyboard.type(':');
      await away(page);
    },
  },
  {
    name: 'list written',
    act: async (page) => {
      await page.keyboard.press('Enter');
      await page.locator('.ql-list[value=ordered]').click();
      await page.keyboard.type('When is it paid out?\nWhat does it cost?\nMay I repay early?');
      await away(page);
    },
    join: true,
  },
  { name: 'headings open', act: (page) => page.locator('.ql-header .ql-picker-label').click() },
  {
    name: 'heading chosen',
    act: async (page) => {
      await page.locator('.ql-picker-item[data-value="1"]').first().click();
      await away(page);
    },
  },
  {
    name: 'words selected',
    act: async (page) => {
      await page.keyboard.press('Control+Home');
      await page.keyboard.press('Shift+Control+ArrowRight');
      await page.keyboard.press('Shift+Control+ArrowRight');
    },
    join: true,
  },
  {
    name: 'words coloured',
    act: async (page) => {
      await page.locator('.ql-color .ql-picker-label').click();
      await page.locator('.ql-color .ql-picker-item[data-value="#e60000"]').click();
      await page.keyboard.press('ArrowRight');
      await away(page);
    },
  },
  {
    name: 'note written',
    act: async (page) => {
      await page.locator('.ProseMirror h3').click();
      await page.keyboard.press('Control+End');
      await page.keyboard.type('\nFee: 250 € ');
      await page.getByRole('button', { name: 'Italic', exact: true }).click();
      await page.keyboard.type('at most 1,000 €');
      await away(page);
    },
  },
  {
    name: 'note quoted',
    act: async (page) => {
      await page.getByRole('button', { name: 'Quote', exact: true }).click();
      await away(page);
    },
    join: true,
  },
  {
    name: 'note undone',
    act: async (page) => {
      await page.getByRole('button', { name: 'Undo' }).click();
      await away(page);
    },
  },
  {
    name: 'answer typed',
    act: async (page) => {
      await page.locator('#answer').click();
      await page.keyboard.press('Control+a');
      await page.keyboard.type('Yes.');
      await page.keyboard.press('Enter');
      await page.keyboard.type('Please call me.');
      await away(page);
    },
  },
];
