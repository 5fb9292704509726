/** The agent asks to click and type, does, is refused something, and the customer takes it back. */
export async function controlled({ customer, agent, shot }) {
  await agent.keyboard.press('k');
  await customer.tree.find('dialog', 'click and type for you');
  await shot(customer.page, 'control-question');
  await shot(agent, 'console-control-asked');
  await customer.tree.click('button', 'Allow');
  await agent.getByText('You can click and type').waitFor();
  await shot(agent, 'console-control-held');
  const stage = await agent.locator('iframe[sandbox]').boundingBox();
  const at = await customer.page.evaluate(() => {
    const { x, y, width, height } = document.querySelector('h1').getBoundingClientRect();
    return [(x + width / 2) / innerWidth, (y + height / 2) / innerHeight];
  });
  await agent.mouse.click(stage.x + stage.width * at[0], stage.y + stage.height * at[1]);
  await customer.tree.find('StaticText', 'can click and type here');
  await shot(customer.page, 'control-held');
  await customer.page.keyboard.press('Shift');
  await agent.getByText('The customer is using their page').waitFor();
  await shot(agent, 'console-control-yielded');
  await shot(customer.page, 'control-yielded');
  await customer.tree.click('button', 'Stop control');
  await agent.getByText('taken control back').waitFor();
  await shot(agent, 'console-control-over');
  await agent.getByRole('button', { name: 'Dismiss' }).click();
}
