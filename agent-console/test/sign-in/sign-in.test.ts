import { describe, expect, test } from 'vitest';
import { readConsoleConfig } from '../../src/sign-in/console-config.ts';
import { identityOf, initials } from '../../src/sign-in/identity.ts';

describe('the console’s configuration', () => {
  test('an authority without a host is the node itself', () => {
    const config = readConsoleConfig(
      { authority: '/dev/issuer', clientId: 'c', scope: 's' },
      'http://node.test',
    );
    expect(config).toEqual({
      authority: 'http://node.test/dev/issuer',
      clientId: 'c',
      scope: 's',
      nameClaim: 'name',
      titleClaim: 'title',
    });
  });

  test('an incomplete one is refused', () => {
    expect(() => readConsoleConfig({ authority: 'https://id.test' }, 'http://node.test')).toThrow('clientId');
    expect(() => readConsoleConfig(null, 'http://node.test')).toThrow();
  });
});

describe('an identity', () => {
  test('is named by the best claim there is', () => {
    expect(identityOf({ sub: '7', name: 'Amira Haddad', email: 'amira@bank.example' })).toEqual({
      name: 'Amira Haddad',
      detail: 'amira@bank.example',
    });
    expect(identityOf({ sub: '7', name: 'Amira Haddad', title: 'Customer care' }).detail).toBe(
      'Customer care',
    );
    expect(identityOf({ sub: '7' })).toEqual({ name: '7', detail: undefined });
    expect(
      identityOf({ sub: '7', name: 'ahaddad', display: 'Amira Haddad', job: 'Care' }, 'display', 'job'),
    ).toEqual({ name: 'Amira Haddad', detail: 'Care' });
  });

  test('is shortened to first and last letter', () => {
    expect(['Amira Haddad', 'jo', 'Ana María de la Cruz', ''].map(initials)).toEqual(['AH', 'J', 'AC', '?']);
  });
});
