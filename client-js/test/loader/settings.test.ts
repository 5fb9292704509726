import { describe, expect, it } from 'vitest';
import { checkSettings } from '../../src/loader/settings.ts';

const page = { language: 'de-CH', framed: false, secure: false };
const good = { server: 'http://localhost:5080/', tenant: 'demo' };

it('fills in what is left out', () => {
  expect(checkSettings(good, page)).toEqual({
    server: 'http://localhost:5080',
    tenant: 'demo',
    topic: null,
    button: true,
    language: 'de-CH',
    hooks: {},
  });
});

it('takes the portal’s hooks', () => {
  const confirmSession = async () => true;
  expect(checkSettings({ ...good, confirmSession }, page)).toMatchObject({ hooks: { confirmSession } });
});

it('shows no button of its own in an iframe unless asked to', () => {
  expect(checkSettings(good, { ...page, framed: true })).toMatchObject({ button: false });
  expect(checkSettings({ ...good, button: true }, { ...page, framed: true })).toMatchObject({ button: true });
});

it('keeps a path below which the server lives', () => {
  expect(checkSettings({ ...good, server: 'https://a.example/help/' }, page)).toMatchObject({
    server: 'https://a.example/help',
  });
});

describe('mistakes', () => {
  it.each([
    [{ ...good, server: 'javascript:alert(1)' }, 'server'],
    [{ ...good, server: 'localhost:5080' }, 'server'],
    [{ ...good, tenant: ' ' }, 'tenant'],
    [{ ...good, topic: 'x'.repeat(101) }, 'topic'],
    [{ ...good, topic: 0 }, 'topic'],
    [{ ...good, button: 'yes' }, 'button'],
    [{ ...good, language: 7 }, 'language'],
    [{ ...good, tennant: 'x' }, 'tennant'],
    [{ ...good, renderBar: 'bar' }, 'renderBar'],
  ])('%j names the setting', (given, name) => {
    const mistakes = checkSettings(given, page);
    expect(mistakes).toHaveLength(1);
    expect((mistakes as string[])[0]).toMatch(new RegExp(`^${name}: `));
  });

  it('are told all at once', () => {
    expect(checkSettings(undefined, page)).toHaveLength(2);
  });

  it('include a plain server for a secure page', () => {
    expect(checkSettings(good, { ...page, secure: true })).toHaveLength(1);
  });
});
