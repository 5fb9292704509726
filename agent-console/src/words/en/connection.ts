export const connection = {
  link: {
    connecting: 'Connecting…',
    online: 'Connected',
    reconnecting: 'Offline, trying again',
    expired: 'Signed out',
    barred: 'No access',
  },
  quality: {
    label: (long: string) => `Connection: ${long}`,
    milliseconds: (count: number) => `${count} ms`,
    unknown: { short: 'Measuring', long: 'Measuring the connection…' },
    silent: { short: 'No answer', long: 'The server has not answered for some seconds.' },
    good: (count: number) => `Good connection: ${count} ms there and back.`,
    fair: (count: number) => `Fair connection: ${count} ms there and back. Pointing lags a little.`,
    poor: (count: number) =>
      `Poor connection: ${count} ms there and back. What you see is late; point slowly.`,
  },
};
