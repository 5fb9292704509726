/** Both write to each other, and the agent proposes a value. */
export async function talkAndPropose({ customer, agent, shot }) {
  await agent.keyboard.press('m');
  await agent.getByRole('textbox', { name: 'Message' }).waitFor();
  await shot(agent, 'console-chat-empty');
  await agent.keyboard.type('/');
  await agent.getByRole('option').first().waitFor();
  await shot(agent, 'console-chat-answers');
  await agent.keyboard.press('Enter');
  await agent.keyboard.press('Enter');
  await customer.tree.find('button', 'Chat 1');
  await shot(customer.page, 'chat-unread');
  await customer.tree.click('button', 'Chat 1');
  await shot(customer.page, 'chat-open');
  await customer.page.keyboard.type('Is 4111 1111 1111 1111 the right card?');
  await customer.tree.find('StaticText', 'This looks like');
  await shot(customer.page, 'chat-number');
  await customer.page.keyboard.press('Enter');
  await customer.page.keyboard.press('Enter');
  await agent.getByRole('log').getByText('Is •••• the right card?').waitFor();
  await agent.keyboard.type('Have a look at https://bank.example/cards');
  await agent.keyboard.press('Enter');
  await customer.tree.click('button', 'Open bank.example');
  await shot(customer.page, 'chat-link');
  await shot(agent, 'console-chat');
  await customer.tree.click('button', 'Close the chat');
  await agent.keyboard.press('Escape');
  await agent.keyboard.press('m');

  await agent.keyboard.press('v');
  await agent.getByLabel('Field', { exact: true }).selectOption({ label: 'Payee' });
  await agent.getByLabel('Value', { exact: true }).fill('Stadtwerke München');
  await shot(agent, 'console-proposing');
  await agent.keyboard.press('Enter');
  await customer.tree.find('button', 'Accept');
  await shot(customer.page, 'proposal');
  await customer.tree.click('button', 'Decline');
  await agent.getByText('Declined').waitFor();
  await shot(agent, 'console-proposal-declined');
  await agent.keyboard.press('Escape');
}
