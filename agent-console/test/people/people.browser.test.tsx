import { afterEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { desk, invitation, self, sent } from '../fixture/colleagues.ts';
import { type OpenConsole, openConsole } from '../fixture/open-console.tsx';
import { asked, joined, session, three } from '../fixture/sessions.ts';

let opened: OpenConsole | undefined;
afterEach(() => {
  opened?.close();
  opened = undefined;
  localStorage.clear();
});

const calls = (method: string) =>
  opened!.hub.calls.filter((call) => call.method === method).map((call) => call.args);

async function seated(answer = joined()) {
  opened = await openConsole({ seat: 'one' });
  opened.hub.answerJoin('Rejoin', answer);
  opened.hub.online();
  await expect.element(page.getByRole('button', { name: 'Leave' })).toBeVisible();
  return opened;
}

describe('own status', () => {
  test('one key is away and back, and the node’s word is what shows', async () => {
    opened = await openConsole();
    opened.hub.online();
    const status = page.getByRole('button', { name: /Your status/ });
    await expect.element(status).toHaveAccessibleName('Your status: Available');
    await userEvent.keyboard('w');
    expect(calls('ChooseStatus')).toEqual([['Away']]);
    await expect.element(status).toHaveAccessibleName('Your status: Available');
    opened.hub.node.DeskChanged(desk({ Self: { ...self, Status: 'Away' } }));
    await expect.element(status).toHaveAccessibleName('Your status: Away');
    await userEvent.keyboard('w');
    expect(calls('ChooseStatus').at(-1)).toEqual(['Available']);
  });

  test('who is in a session is busy, and cannot say otherwise', async () => {
    const { hub } = await seated();
    hub.node.DeskChanged(desk({ Self: { ...self, Status: 'Busy' } }));
    await expect.element(page.getByRole('button', { name: 'Your status: In a session' })).toBeVisible();
    await userEvent.keyboard('w');
    expect(hub.count('ChooseStatus')).toBe(0);
  });
});

describe('asking a colleague', () => {
  test('a key, a name and Enter ask one to take over', async () => {
    await seated();
    await userEvent.keyboard('h');
    await expect.element(page.getByLabelText('Search colleagues')).toHaveFocus();
    await userEvent.keyboard('okaf{Enter}');
    expect(calls('Invite')).toEqual([['ben', 'Handover', null]]);
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  });

  test('a refusal is said, and the dialog stays', async () => {
    const { hub } = await seated();
    hub.answers.Invite = () => ({ Refusal: 'TooManyAttempts' });
    await page.getByRole('button', { name: 'Ask a colleague (I)' }).click();
    await page.getByLabelText('Note for them (optional)').fill('  About the rate ');
    await page.getByRole('button', { name: /^Ask Carla Ríos/ }).click();
    await expect.element(page.getByRole('alert')).toHaveTextContent('They were asked a moment ago');
    expect(calls('Invite')).toEqual([['carla', 'Join', 'About the rate']]);
  });

  test('oneself is no choice, and arrows move through the others', async () => {
    await seated();
    await userEvent.keyboard('i');
    await expect.element(page.getByRole('button', { name: /^Ask Ben/ })).toBeVisible();
    expect(page.getByRole('button', { name: /^Ask Amira/ }).query()).toBeNull();
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(page.getByRole('button', { name: /^Ask Ben/ })).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(page.getByRole('button', { name: /^Ask Carla/ })).toHaveFocus();
  });

  test('where there are more colleagues than are told, the node searches', async () => {
    const { hub } = await seated();
    hub.node.ColleaguesChanged({ Colleagues: [self], More: 400 });
    hub.answers.GetColleagues = () => ({
      Colleagues: [{ AgentId: 'zoe', Name: 'Zoe Ng', Title: null, Role: 'Agent', Status: 'Available' }],
      More: 0,
    });
    await userEvent.keyboard('i');
    await expect.element(page.getByLabelText('Search colleagues')).toHaveFocus();
    await userEvent.keyboard('zo');
    await expect.element(page.getByRole('button', { name: /^Ask Zoe Ng/ })).toBeVisible();
    expect(calls('GetColleagues').at(-1)).toEqual(['zo']);
  });

  test('own invitations are taken back, those of others are not', async () => {
    const { hub } = await seated(
      joined({ Session: session({ Participants: three, Invitations: [...sent] }) }),
    );
    await expect
      .element(page.getByText('Ben Okafor takes over as soon as the customer agrees'))
      .toBeVisible();
    await page.getByRole('button', { name: 'Take back' }).click();
    expect(calls('TakeInvitationBack')).toEqual([['i3']]);
    hub.node.InvitationClosed(sent[0]!, 'Declined');
    await expect.element(page.getByText('Carla Ríos cannot come')).toBeVisible();
  });

  test('who waits for consent, or supervises, asks nobody', async () => {
    await seated(asked());
    expect(page.getByRole('button', { name: 'Ask a colleague (I)' }).query()).toBeNull();
    await userEvent.keyboard('i');
    expect(page.getByRole('dialog').query()).toBeNull();
  });
});

describe('being asked', () => {
  test('a colleague’s words are text, and a key accepts', async () => {
    opened = await openConsole();
    opened.hub.online();
    const from = '<img src=x onerror=alert(1)>';
    opened.hub.node.DeskChanged(
      desk({ Invitations: [invitation({ FromName: from, Note: '<b>please</b>' })] }),
    );
    await expect.element(page.getByRole('heading', { name: `${from} asks you to join` })).toBeVisible();
    expect(document.querySelector('[role="alert"] img, [role="alert"] b')).toBeNull();
    opened.hub.answerJoin('AcceptInvitation', asked());
    await userEvent.keyboard('y');
    expect(calls('AcceptInvitation')).toEqual([['two', 'i1']]);
    await expect.element(page.getByText('Waiting for the customer’s consent')).toBeVisible();
  });

  test('with a customer one may decline, and accepts nothing', async () => {
    const { hub } = await seated();
    hub.node.DeskChanged(desk({ Invitations: [invitation({ Kind: 'Handover' })] }));
    await expect.element(page.getByText('Leave your session to accept.')).toBeVisible();
    await expect.element(page.getByRole('button', { name: /^Accept/ })).toBeDisabled();
    await userEvent.keyboard('y');
    await userEvent.keyboard('n');
    expect(hub.count('AcceptInvitation')).toBe(0);
    expect(calls('DeclineInvitation')).toEqual([['two', 'i1']]);
  });
});

describe('a supervisor’s seat', () => {
  test('shows the page, and no tools, end or invitations', async () => {
    const { hub } = await seated(joined({ ParticipantId: 's', Session: session({ Participants: three }) }));
    await expect.poll(() => opened?.replicas.length).toBe(1);
    hub.node.f(new Uint8Array(16));
    await expect.element(page.getByTestId('watermark')).toBeInTheDocument();
    for (const name of ['End', 'Spotlight', 'Ask a colleague (I)'])
      expect(page.getByRole('button', { name, exact: true }).query()).toBeNull();
    await userEvent.keyboard('e');
    expect(page.getByRole('dialog').query()).toBeNull();
  });
});

test('the watermark names who looks, and goes where the tenant does not want it', async () => {
  const { hub } = await seated();
  await expect.poll(() => opened?.replicas.length).toBe(1);
  await expect.poll(() => page.getByTestId('watermark').query()?.textContent).toContain('Amira Haddad · ');
  expect(getComputedStyle(page.getByTestId('watermark').element()).pointerEvents).toBe('none');
  hub.node.DeskChanged(desk({ Watermark: false }));
  await expect.element(page.getByTestId('watermark')).not.toBeInTheDocument();
});

test('agents have the colours that the customer sees', async () => {
  await seated(joined({ Session: session({ Participants: three }) }));
  const badges = [...document.querySelectorAll<HTMLElement>('[aria-label="Participants"] button[style]')];
  expect(badges.map((badge) => getComputedStyle(badge).backgroundColor)).toEqual([
    'rgb(10, 88, 166)',
    'rgb(138, 60, 10)',
    'rgb(106, 44, 145)',
  ]);
});
