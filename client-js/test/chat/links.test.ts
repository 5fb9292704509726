import { expect, it } from 'vitest';
import { linksIn } from '../../src/chat/links.ts';

const hosts = (text: string) => linksIn(text).map(({ host }) => host);

it('finds addresses of the web, each once, and leaves the sentence out', () => {
  expect(
    linksIn('See https://bank.example/a?b=1#c. (http://bank.example:8080/), https://bank.example/a?b=1#c'),
  ).toEqual([
    { href: 'https://bank.example/a?b=1#c', host: 'bank.example', origin: 'https://bank.example' },
    { href: 'http://bank.example:8080/', host: 'bank.example:8080', origin: 'http://bank.example:8080' },
  ]);
  expect(
    hosts(
      'https://a.example '.repeat(9) +
        Array.from({ length: 9 }, (_, at) => `https://h${at}.example`).join(' '),
    ),
  ).toHaveLength(5);
});

it('shows a host of other letters as what it is, and no host that hides behind a name', () => {
  expect(hosts('https://bаnk.example/')).toEqual(['xn--bnk-6cd.example']);
  expect(hosts('https://bank.example@evil.example/ https://bank.example:x@evil.example/')).toEqual([]);
  expect(
    hosts('javascript:alert(1) data:text/html,x file:///etc/passwd //evil.example ftp://a.example'),
  ).toEqual([]);
  expect(hosts(`${'x'.repeat(60_000)} https:// http://[ https://%`)).toEqual([]);
});
