import { signIn } from './people.mjs';

/** The desks of administrators. */
export async function administration({ browser, server, look, shot }) {
  const page = await signIn(browser, server, look.agent, 'Robin Vega');
  const open = async (desk) => {
    await page.getByRole('button', { name: /^Signed in as/ }).click();
    await page.getByRole('menuitem', { name: desk }).click();
    await page.getByRole('heading', { name: desk }).waitFor();
  };
  await page.getByRole('button', { name: /^Signed in as/ }).click();
  await page.getByRole('menuitem', { name: 'Masking policy' }).waitFor();
  await shot(page, 'menu');
  await page.keyboard.press('Escape');
  await open('Masking policy');
  await page.getByLabel('Leave out').first().waitFor();
  await shot(page, 'policy');
  await page.getByRole('button', { name: 'Back to customers' }).click();
  await open('Kept sessions');
  await page.getByLabel('Session id').waitFor();
  await shot(page, 'kept-sessions');
  await page.context().close();
}
