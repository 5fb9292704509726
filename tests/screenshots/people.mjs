import { AccessibleTree } from '../../client-js/bench/people/accessible-tree.mjs';

/** A page in a context of its own that looks as told. */
export async function person(browser, look) {
  const context = await browser.newContext({ ...look, locale: 'en-GB' });
  return context.newPage();
}

/** An agent of the demo bank, signed in at the console. */
export async function signIn(browser, server, look, name, shot) {
  const page = await person(browser, look);
  await page.goto(`${server.address}/console/`);
  const begin = page.getByRole('button', { name: 'Sign in' });
  await begin.waitFor();
  await shot?.(page, 'sign-in');
  await begin.click();
  await page.getByRole('link', { name }).click();
  await page.getByRole('button', { name: /^Signed in as/ }).waitFor();
  return page;
}

/** A customer of the demo bank, signed in, on one of its pages. */
export async function bankCustomer(browser, server, look, path) {
  const page = await person(browser, look);
  await page.goto(`${server.portal}/index.html`);
  await page
    .getByRole('button', { name: /· [0-9 ]+$/ })
    .first()
    .click();
  await page.getByLabel('Password').fill('any will do');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL('**/accounts.html');
  if (path !== '/accounts.html') await page.goto(server.portal + path);
  return { page, tree: new AccessibleTree(page) };
}
