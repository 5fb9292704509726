export const signIn = {
  starting: 'Starting…',
  opening: 'Opening the sign-in page…',
  unavailable: {
    title: 'The server does not answer',
    body: 'The console could not load its settings. Check your network, then try again.',
    retry: 'Try again',
  },
  because: {
    new: {
      title: 'Agent console',
      body: 'See the page your customer sees, only after they agree, and point the way.',
    },
    'own-wish': {
      title: 'You are signed out',
      body: 'Nobody can see a customer’s page from this browser now.',
    },
    expired: {
      title: 'Your sign-in has expired',
      body: 'Sign in again. If you were with a customer, you go on where you were.',
    },
    failed: {
      title: 'Sign-in did not work',
      body: 'The identity provider did not confirm who you are. Try again, or ask your administrator.',
    },
  },
  begin: 'Sign in',
  again: 'Sign in again',
  whither: 'You continue at your organisation’s own sign-in page.',
  pageTitle: 'Sign in',
};

export const account = {
  signedInAs: 'Signed in as',
  menu: 'Account menu',
  appearance: 'Appearance',
  schemes: { light: 'Light', dark: 'Dark', auto: 'Like the system' },
  language: 'Language',
  policy: 'Masking policy',
  retention: 'Kept sessions',
  shortcuts: 'Keyboard shortcuts',
  signOut: 'Sign out',
};
