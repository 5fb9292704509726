import { decodeGuidance } from '@cobrowse/client/protocol';
import { afterEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { type OpenConsole, openConsole } from '../fixture/open-console.tsx';
import { asked, joined, refused, session, waiting } from '../fixture/sessions.ts';

let opened: OpenConsole | undefined;
afterEach(() => {
  opened?.close();
  opened = undefined;
  localStorage.clear();
});

async function inQueue(entries = waiting) {
  opened = await openConsole();
  opened.hub.answers.GetQueue = () => entries;
  opened.hub.online();
  return opened;
}

async function inSession() {
  opened = await openConsole({ seat: 'one' });
  opened.hub.answerJoin('Rejoin', joined());
  opened.hub.online();
  await expect.poll(() => opened?.replicas.length).toBe(1);
  opened.hub.node.f(new Uint8Array(16));
  await expect.element(page.getByText('Live', { exact: true })).toBeVisible();
  return opened;
}

describe('the queue', () => {
  test('shows topic, origin and waiting time, oldest first, and claims by click', async () => {
    const { hub } = await inQueue();
    hub.answerJoin('Claim', asked());
    const rows = page.getByRole('complementary', { name: 'Queue' }).getByRole('listitem');
    await expect.element(rows.first()).toHaveTextContent('Transfer was rejectedbank.example6:1');
    expect(rows.elements()).toHaveLength(3);
    await page.getByRole('button', { name: 'Claim: Mortgage calculator' }).click();
    expect(hub.calls).toContainEqual({ method: 'Claim', args: ['two'] });
    await expect
      .element(page.getByRole('status', { name: 'Waiting for the customer’s consent' }))
      .toBeVisible();
    await expect.element(page.getByText(/seconds left to answer/)).toBeVisible();
  });

  test('claims the oldest with C, and any other with the arrows and Enter', async () => {
    const { hub } = await inQueue();
    hub.answers.Claim = () => refused('AlreadyClaimed');
    await expect.element(page.getByRole('button', { name: 'Claim: Transfer was rejected' })).toBeVisible();
    await userEvent.keyboard('c');
    expect(hub.calls).toContainEqual({ method: 'Claim', args: ['one'] });
    await expect.element(page.getByRole('alert')).toHaveTextContent('A colleague was quicker.');
    await userEvent.keyboard('q');
    await expect.element(page.getByRole('button', { name: 'Claim: Transfer was rejected' })).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}{Enter}');
    expect(hub.calls).toContainEqual({ method: 'Claim', args: ['two'] });
  });

  test('an arrival changes the title and is announced', async () => {
    const { hub } = await inQueue(waiting.slice(0, 1));
    await expect.poll(() => document.title).toBe('(1) Queue · CoBrowse');
    hub.node.QueueChanged(waiting.slice(0, 2));
    await expect.poll(() => document.title).toBe('(2) Queue · CoBrowse');
    await expect.element(page.getByText(/joined the queue\. 2 waiting\./)).toBeInTheDocument();
  });

  test('an arrival during a session shows a quiet note', async () => {
    const { hub } = await inSession();
    hub.node.QueueChanged([]);
    hub.node.QueueChanged(waiting.slice(1, 2));
    await expect.element(page.getByText('Waiting on mortgages.bank.example')).toBeVisible();
  });
});

describe('a spoken code', () => {
  test('is taken with spaces or dashes, by keyboard alone', async () => {
    const { hub } = await inQueue();
    hub.answers.JoinByCode = () => refused('WrongCode');
    await expect.element(page.getByRole('button', { name: 'Join' })).toBeEnabled();
    await userEvent.keyboard('/');
    const field = page.getByRole('textbox', { name: 'Join with a code' });
    await expect.element(field).toHaveFocus();
    await userEvent.keyboard('48-29 13');
    await expect.element(field).toHaveValue('482 913');
    await userEvent.keyboard('{Enter}');
    expect(hub.calls).toContainEqual({ method: 'JoinByCode', args: ['482913'] });
    await expect.element(page.getByText(/No session has this code/)).toBeVisible();
    await expect.element(field).toHaveAttribute('aria-invalid', 'true');
  });

  test('that is too short is not sent', async () => {
    const { hub } = await inQueue();
    await page.getByRole('textbox', { name: 'Join with a code' }).fill('482');
    await page.getByRole('button', { name: 'Join' }).click();
    await expect.element(page.getByText('A code has six digits.')).toBeVisible();
    expect(hub.count('JoinByCode')).toBe(0);
  });
});

describe('a session', () => {
  test('ends only after a question whose first answer is to keep going', async () => {
    const { hub } = await inSession();
    await userEvent.keyboard('e');
    const keep = page.getByRole('button', { name: 'Keep going' });
    await expect.element(keep).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    expect(hub.count('EndSession')).toBe(0);
    await page.getByRole('button', { name: 'End', exact: true }).click();
    await page.getByRole('button', { name: 'End session' }).click();
    expect(hub.count('EndSession')).toBe(1);
    hub.node.SessionChanged(session({ State: 'Ended', EndReason: 'AgentEnded' }));
    await page.getByRole('button', { name: 'Back to the queue' }).click();
    await expect.element(page.getByRole('main')).toHaveFocus();
    await expect
      .element(page.getByText('Next in line').or(page.getByText('Nobody is waiting', { exact: true })))
      .toBeVisible();
  });

  test('that ends while its agent is asked about the end takes the question with it', async () => {
    const { hub } = await inSession();
    await userEvent.keyboard('e');
    await expect.element(page.getByRole('dialog')).toBeVisible();
    hub.node.SessionChanged(session({ State: 'Ended', EndReason: 'CustomerEnded' }));
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    hub.node.QueueChanged(waiting);
    hub.answerJoin('Claim', joined());
    await page.getByRole('button', { name: 'Claim: Transfer was rejected' }).click();
    await expect.element(page.getByRole('button', { name: 'Leave' })).toBeVisible();
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  });

  test('is left with L', async () => {
    const { hub } = await inSession();
    await userEvent.keyboard('l');
    expect(hub.count('Leave')).toBe(1);
    await expect.element(page.getByRole('button', { name: 'Leave' })).not.toBeInTheDocument();
  });

  test('shows who is there, the code, the quality and the customer’s window', async () => {
    await inSession();
    await expect.element(page.getByRole('button', { name: 'Customer, present' })).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Amira Haddad (you), watching' })).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Copy code 482 913' })).toBeVisible();
    await expect.element(page.getByRole('button', { name: /Connection: Good connection/ })).toBeVisible();
    await expect.element(page.getByTestId('viewport')).toHaveTextContent('Customer’s window 1280 × 800');
  });

  test('switches to true size with Z', async () => {
    await inSession();
    await userEvent.keyboard('z');
    await expect.element(page.getByRole('radio', { name: '100 %' })).toBeChecked();
    const iframe = page.getByTitle('The customer’s page').element();
    expect(iframe.getBoundingClientRect().width).toBe(1280);
  });

  test('hides the customer’s page while they pause', async () => {
    const { hub } = await inSession();
    hub.node.SessionChanged(session({ State: 'Paused' }));
    await expect.element(page.getByRole('status', { name: 'The customer paused sharing' })).toBeVisible();
    await expect.element(page.getByTitle('The customer’s page')).not.toBeVisible();
    hub.node.SessionChanged(session());
    await expect.element(page.getByTitle('The customer’s page')).toBeVisible();
  });

  test('a lost and resumed connection keeps the replica and its picture', async () => {
    const { hub, replicas } = await inSession();
    hub.node.linkChanged({ type: 'reconnecting', since: Date.now() });
    await expect.element(page.getByRole('alert', { name: 'Connection lost' })).toBeVisible();
    hub.online();
    await expect.element(page.getByText('Live', { exact: true })).toBeVisible();
    expect(hub.count('Rejoin')).toBe(2);
    expect(replicas).toHaveLength(1);
  });
});

describe('pointing', () => {
  const guidance = () => opened?.hub.sent.map(({ body }) => decodeGuidance(body as Uint8Array)) ?? [];

  test('moves, clicks and leaves reach the customer as anchors', async () => {
    await inSession();
    const layer = page.getByRole('img', { name: /customer’s page, live/ });
    await layer.hover({ position: { x: 200, y: 100 } });
    await expect.poll(() => guidance().at(-1)?.type).toBe('pointer');
    await layer.click({ position: { x: 200, y: 100 } });
    await expect.poll(() => guidance().map((one) => one?.type)).toContain('click');
    const click = guidance().find((one) => one?.type === 'click');
    const box = layer.element().getBoundingClientRect();
    expect(click?.type === 'click' && click.anchor.x).toBeCloseTo(200 / box.width, 2);
    expect(click?.type === 'click' && click.anchor.y).toBeCloseTo(100 / box.height, 2);
    await page.getByText('CoBrowse', { exact: true }).hover();
    await expect.poll(() => guidance().at(-1)?.type).toBe('hide');
  });

  test('nothing is sent while the customer pauses', async () => {
    const { hub } = await inSession();
    hub.node.SessionChanged(session({ State: 'Paused' }));
    await expect.element(page.getByRole('img', { name: /customer’s page, live/ })).not.toBeInTheDocument();
  });
});

describe('a replica that fails', () => {
  test('when it is made leaves the console standing', async () => {
    opened = await openConsole({
      seat: 'one',
      createReplica: () => {
        throw new Error('no replica today');
      },
    });
    opened.hub.answerJoin('Rejoin', joined());
    opened.hub.answers.GetQueue = () => waiting;
    opened.hub.online();
    await expect.element(page.getByRole('alert', { name: 'The picture cannot be shown' })).toBeVisible();
    await expect.element(page.getByText('No picture', { exact: true })).toBeVisible();
    expect(page.getByText('Opening the customer’s page').query()).toBeNull();
    await expect.element(page.getByRole('heading', { name: 'Waiting' })).toBeVisible();
    await page.getByRole('button', { name: 'Leave' }).click();
    await expect.element(page.getByText('Next in line')).toBeVisible();
  });

  test.each([
    [
      'its own button',
      () =>
        page
          .getByRole('alert')
          .getByRole('button', { name: /fresh picture/ })
          .click(),
    ],
    ['F', () => userEvent.keyboard('f')],
  ])('at a frame can be replaced by a fresh picture, with %s', async (_, ask) => {
    const { hub, replicas } = await inSession();
    replicas[0]!.apply = () => {
      throw new Error('a bad frame');
    };
    hub.node.f(new Uint8Array(16));
    await expect.element(page.getByRole('alert', { name: 'The picture cannot be shown' })).toBeVisible();
    await ask();
    await expect.poll(() => replicas.length).toBe(2);
    expect(hub.count('Rejoin')).toBe(2);
    hub.node.f(new Uint8Array(16));
    await expect.element(page.getByText('Live', { exact: true })).toBeVisible();
  });
});
