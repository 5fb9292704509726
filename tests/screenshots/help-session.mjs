import { controlled } from './controlled.mjs';
import { bankCustomer, signIn } from './people.mjs';
import { talkAndPropose } from './talk-and-propose.mjs';

/** A customer asks for help, an agent helps, and both see how it ends. */
export async function helpSession({ browser, server, look, shot }) {
  const customer = await bankCustomer(browser, server, look.customer, '/transfer.html');
  await customer.tree.find('button', 'help');
  await shot(customer.page, 'portal-with-button');
  const agent = await signIn(browser, server, look.agent, 'Alex Morgan', shot);
  await agent.getByText('Connected', { exact: true }).waitFor();
  await shot(agent, 'console-nobody-waits');

  await customer.tree.click('button', 'help');
  await customer.tree.find('StaticText', 'Your code is');
  await shot(customer.page, 'waiting-with-code');
  const claim = agent.getByRole('button', { name: /^Claim/ }).first();
  await claim.waitFor();
  await shot(agent, 'console-customer-waits');
  await claim.click();
  await customer.tree.find('dialog', 'Alex Morgan');
  await shot(customer.page, 'consent-question');
  await shot(agent, 'console-consent-awaited');
  await customer.tree.click('button', 'Allow');
  const bar = agent.getByRole('region', { name: 'Session', exact: true }).getByRole('status');
  await bar.filter({ hasText: 'Live' }).waitFor();
  const lit = agent.getByRole('button', { name: 'Spotlight', exact: true });
  await lit.and(agent.locator(':enabled')).waitFor();
  await shot(agent, 'console-live');
  await shot(customer.page, 'sharing');

  const stage = await agent.locator('iframe[sandbox]').boundingBox();
  await agent.keyboard.press('s');
  await agent.mouse.click(stage.x + stage.width * 0.4, stage.y + stage.height * 0.3);
  await agent.keyboard.press('Escape');
  await agent.mouse.move(stage.x + stage.width * 0.5, stage.y + stage.height * 0.5);
  await shot(agent, 'console-guiding');
  await shot(customer.page, 'guided');

  await talkAndPropose({ customer, agent, shot });
  await controlled({ customer, agent, shot });

  await customer.tree.click('button', 'stays hidden');
  await shot(customer.page, 'what-agents-cannot-see');
  // A page without a Continue of its own.
  await customer.page.goto(`${server.portal}/accounts.html`);
  await customer.tree.find('button', 'Pause');
  await bar.filter({ hasText: 'Live' }).waitFor();
  await shot(agent, 'console-next-page');
  await customer.tree.click('button', 'Pause');
  await agent.getByText('The customer paused sharing').waitFor();
  await shot(agent, 'console-paused');
  await shot(customer.page, 'paused');
  // The page has a button that begins so as well.
  await customer.tree.click('button', /^Continue$/);
  await bar.filter({ hasText: 'Live' }).waitFor();
  await agent.keyboard.press('e');
  await agent.getByRole('button', { name: 'End session' }).waitFor();
  await shot(agent, 'console-asks-to-end');
  await agent.keyboard.press('Escape');
  await agent.keyboard.press('?');
  await agent.getByRole('heading', { name: 'Keyboard shortcuts' }).waitFor();
  await shot(agent, 'console-shortcuts');
  await agent.keyboard.press('Escape');

  await customer.tree.click('button', 'Stop');
  await customer.tree.find('StaticText', 'Sharing has ended');
  await shot(customer.page, 'ended');
  await agent.getByText('The customer ended the session').waitFor();
  await shot(agent, 'console-ended');
  for (const page of [customer.page, agent]) await page.context().close();
}
