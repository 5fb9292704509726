export const shell = {
  skip: 'Skip to the stage',
  rail: {
    label: 'Queue',
    folded: 'Queue, folded',
    show: 'Show the queue (B)',
    hide: 'Hide the queue',
    hideKey: 'Hide the queue (B)',
    showWaiting: (count: number) => `Show the queue, ${count} waiting`,
  },
  lobby: {
    administers: {
      title: 'You look after the masking policy',
      body: 'You are signed in as an administrator. Customers are helped by agents.',
      open: 'Open the masking policy',
    },
    barred: {
      title: 'You may not use this console',
      body: 'You are signed in, but not as an agent. Ask your administrator for access.',
      other: 'Sign in as somebody else',
    },
    offline: {
      title: 'No connection to the server',
      body: 'The console tries again by itself and goes on where it was. If this lasts more than a minute, check your network, then ask your administrator whether the server is up.',
    },
    returning: {
      title: 'Returning to your session',
      body: 'You are with a customer: you go on where you were.',
    },
    joining: { title: 'Joining', body: 'Taking your place in the session.' },
  },
};
