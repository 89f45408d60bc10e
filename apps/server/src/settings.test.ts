import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { isSecure, readSettings, settingList } from './settings.ts';

it('starts with nothing set', () => {
  expect(readSettings({})).toMatchObject({ HOST: '127.0.0.1', PORT: 8420, TRUSTED_PROXIES: [] });
  expect(readSettings({ PORT: '', DATABASE_URL: '  ' })).toMatchObject({
    PORT: 8420,
    DATABASE_URL: undefined,
  });
});

it('names every fault at once, in both languages, without repeating what was typed', () => {
  const wrong = { PORT: '99999', DATABASE_URL: 'mysql://u:secret@h/d', LOG_LEVEL: 'loud', BODY_SECONDS: '0' };
  const error = (() => {
    try {
      readSettings(wrong);
    } catch (thrown) {
      return thrown as { code: string; zh: string; en: string };
    }
    throw new Error('nothing was refused');
  })();
  expect(error.code).toBe('SET-101');
  for (const name of Object.keys(wrong)) {
    expect(error.zh).toContain(name);
    expect(error.en).toContain(name);
  }
  expect(`${error.zh}${error.en}`).not.toMatch(/secret|99999|loud/);
});

it('wants certificate and key together, and a public address for single sign-on', () => {
  expect(() => readSettings({ TLS_CERT: '/a' })).toThrow('TLS_KEY');
  expect(() => readSettings({ OIDC_ISSUER: 'https://i.example', OIDC_CLIENT_ID: 'y' })).toThrow('PUBLIC_URL');
});

it('marks cookies as secure wherever browsers come by TLS', () => {
  expect(isSecure(readSettings({}))).toBe(false);
  expect(isSecure(readSettings({ PUBLIC_URL: 'https://jz.example' }))).toBe(true);
  expect(isSecure(readSettings({ TLS_CERT: '/a', TLS_KEY: '/b' }))).toBe(true);
});

it('says what each setting is for in both languages', () => {
  for (const { zh, en } of Object.values(settingList))
    expect([zh, en].every((text) => text.length > 2)).toBe(true);
});

it.each(['run-a-server.md', 'run-a-server.zh-CN.md'])('%s names every setting', (page) => {
  const text = readFileSync(new URL(`../../../docs/how-to/${page}`, import.meta.url), 'utf8');
  expect(Object.keys(settingList).filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
});
