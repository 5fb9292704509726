import type { EndReason } from '@cobrowse/client/protocol';

const ends: Record<EndReason, { title: string; body: string }> = {
  CustomerEnded: {
    title: 'The customer ended the session',
    body: 'They see that nobody watches any more. You can take the next customer.',
  },
  AgentEnded: {
    title: 'The session has ended',
    body: 'The customer sees that nobody watches any more.',
  },
  ConsentDenied: {
    title: 'The customer said no',
    body: 'Nothing was shown to you. Go on by talking, or ask them to start help again when they are ready.',
  },
  ConsentTimedOut: {
    title: 'No answer from the customer',
    body: 'They did not answer in time, which counts as a no. Ask them to start help again and to look for the question on their page.',
  },
  CustomerGone: {
    title: 'The customer is gone',
    body: 'Their page was closed, or stayed offline too long. If you still need them, ask them to start help again.',
  },
  AgentsGone: { title: 'The session has ended', body: 'No agent was left in it.' },
  Expired: {
    title: 'The session has expired',
    body: 'It reached its time limit. Ask the customer to start a new one if you are not done.',
  },
  IdentityChanged: {
    title: 'Ended for safety',
    body: 'The customer signed out or somebody else signed in on their page, so the view was closed at once.',
  },
};

export const session = {
  label: 'Session',
  noTopic: 'No topic given',
  elapsed: 'Time with this customer',
  refresh: 'Ask for a fresh picture',
  refreshKey: 'Ask for a fresh picture (F)',
  leave: 'Leave',
  end: 'End',
  code: {
    copied: 'Copied',
    copy: 'Copy the code, to bring in a colleague',
    label: (code: string) => `Copy code ${code}`,
  },
  participants: {
    label: 'Participants',
    customerPresent: 'Customer, present',
    customerAway: 'Customer, away',
    you: (name: string) => `${name} (you)`,
    supervisor: (name: string) => `${name}, supervisor`,
    watching: (who: string) => `${who}, watching`,
    notWatching: (who: string) => `${who}, not watching`,
    disconnected: (who: string) => `${who}, disconnected`,
  },
  /** One line for the session bar and for those who listen. */
  conditions: {
    asking: 'Waiting for consent',
    cut: 'Connection lost',
    returning: 'Resuming',
    silent: 'No answer',
    paused: 'Paused by the customer',
    away: 'Customer away',
    elsewhere: 'On another page',
    withheld: 'On a page that is never shared',
    lost: 'Picture interrupted',
    broken: 'No picture',
    'catching-up': 'Catching up',
    'first-picture': 'Opening the page',
    live: 'Live',
  },
  notices: {
    cut: {
      title: 'Connection lost',
      body: 'Trying again. The picture stands still; you lose nothing.',
      bodySince: (duration: string) =>
        `Trying again for ${duration}. The picture stands still; you lose nothing.`,
    },
    returning: { title: 'Resuming', body: 'The connection is back; taking your place again.' },
    silent: {
      title: 'No answer from the server',
      body: 'What you see may be out of date. It goes on by itself when the network does.',
    },
    paused: {
      title: 'The customer paused sharing',
      body: 'Their page is hidden until they resume. They can do so in the bar on their page.',
    },
    away: {
      title: 'The customer is away',
      body: 'Loading a page, or offline. The view goes on by itself.',
    },
    elsewhere: {
      title: 'The customer is on a page that cannot be shared',
      body: 'They left for a document, another website, or a page that is still loading. The view goes on by itself when they come back.',
    },
    withheld: {
      title: 'This page is never shared',
      body: 'Your bank withholds it, and the customer’s page tells them so. The view goes on by itself on the next one.',
    },
    lost: { title: 'The picture was interrupted', body: 'What you see may be out of date.' },
    'catching-up': { title: 'Catching up', body: 'A fresh picture is on its way.' },
    first: {
      title: 'Opening the customer’s page',
      body: 'They agreed. The first picture is on its way.',
      late: 'This takes longer than usual. Their browser may be slow, or its tab in the background: ask them to look at the page.',
      again: 'Ask again',
    },
    broken: {
      title: 'The picture cannot be shown',
      body: 'Something on this page could not be rebuilt here. The session itself goes on. If a fresh picture does not help, ask the customer to go on to another page.',
    },
  },
  consent: {
    title: 'Waiting for the customer’s consent',
    stop: 'Stop asking',
    body: (agent: string) =>
      `Their page now asks whether ${agent} may see it. You see nothing until they agree.`,
    left: (seconds: number) => `${seconds} seconds left to answer`,
    over: 'Time is up',
  },
  ending: {
    title: 'End the session for everybody?',
    body: 'The view closes for you and all others, and the customer has to agree again next time. To hand over to a colleague, leave instead.',
    keep: 'Keep going',
    end: 'End session',
  },
  over: {
    back: 'Back to the queue',
    ends,
    withdrawn: {
      title: 'The request was withdrawn',
      body: 'The customer is no longer asked. You can take the next customer.',
    },
    removed: {
      title: 'The customer removed you',
      body: 'They took back their consent to your view. Others in the session may go on without you.',
    },
    gone: {
      title: 'The session is no longer there',
      body: 'It ended while you were disconnected. If you still need the customer, ask them for a new code.',
    },
  },
  stage: {
    frame: 'The customer’s page',
    customer: 'Customer',
    window: (width: number, height: number) => `Customer’s window ${width} × ${height}`,
    nothing: 'No picture yet',
    zoom: 'Zoom',
    percent: (share: number) => `${share} %`,
    fit: 'Fit',
    trueSize: '100 %',
  },
};
