// A customer and an agent in one session, each in a browser context of their own, by the product's own controls.
import { AccessibleTree } from './accessible-tree.mjs';
import { eventually } from './eventually.mjs';

/** A page in a context of its own: storage and cookies apart from everybody else's. */
export async function openPerson(browser, prepare, viewport = { width: 1280, height: 800 }) {
  const context = await browser.newContext({ viewport, locale: 'en-GB' });
  const page = await context.newPage();
  await prepare?.(page);
  return page;
}

/**
 * The customer on `customer`, a page that has the snippet, asks for help; an agent joins by code; the customer
 * allows it; the replica shows. Resolves with the console's page.
 */
export async function meet(browser, server, customer, prepare) {
  const agent = await openPerson(browser, prepare, { width: 1600, height: 1000 });
  await agent.goto(`${server}/console/`);
  await agent.getByRole('button', { name: 'Sign in' }).click();
  await agent.getByRole('link', { name: 'Alex Morgan' }).click();
  await agent.getByRole('button', { name: /^Signed in as/ }).waitFor();

  const tree = new AccessibleTree(customer);
  await tree.click('button', 'help');
  const code = await eventually('a code of six digits', async () => {
    const shown = (await tree.nodes()).filter((node) => node.name.startsWith('Your code is'));
    return shown.map((node) => node.name.replace(/\D/g, '')).find((digits) => digits.length === 6);
  });
  const field = agent.getByLabel('Join with a code');
  await field.fill(code);
  await field.press('Enter');
  await tree.find('dialog', 'Alex Morgan');
  await tree.click('button', 'Allow');
  const bar = agent.getByRole('region', { name: 'Session', exact: true }).getByRole('status');
  await bar.filter({ hasText: 'Live' }).waitFor({ timeout: 20_000 });
  await tree.rest();
  return agent;
}
