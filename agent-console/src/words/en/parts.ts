export const parts = {
  coming: 'Loading',
  missing: 'This part of the console cannot be shown',
  missingHint:
    'It could not be loaded, or it failed. Check your network, then reload: you go on where you were.',
  reload: 'Reload',
};
