import { expect, it } from 'vitest';
import { actsFor, clashWith, standingOf, tagsOf } from './account-state.ts';
import { browserOf } from './browser-of.ts';
import { inGroups, readJwk } from './jwk-text.ts';
import { countStates } from './system-states.ts';

const account = {
  ...{ id: 'a', userName: 'wang', fullName: '王', unitId: null, unitName: null, area: '3399' },
  ...{ createdAt: '2026-11-21T01:00:00Z', disabledAt: null, lockedUntil: null, mustChangePassword: false },
  ...{ hasPassword: true, hasTotp: true, oidcSubject: null, version: 1 },
};
const words = (given: Partial<Parameters<typeof tagsOf>[0]>) =>
  tagsOf({ ...account, ...given }).map(({ word }) => word);

it('says whether an account opens at all first, then how', () => {
  expect(words({})).toEqual(['active', 'hasTotp']);
  expect(words({ mustChangePassword: true, hasTotp: false })).toEqual(['active', 'mustChange', 'noTotp']);
  const at = '2026-11-22T01:00:00Z';
  expect(words({ disabledAt: at, lockedUntil: at })[0]).toBe('disabled');
  expect(words({ lockedUntil: at })[0]).toBe('locked');
  expect(words({ hasPassword: false, oidcSubject: 'x' })).toEqual(['active', 'sso']);
  expect(words({ hasPassword: false })).toEqual(['active', 'noPassword']);
});

it('offers the acts that make sense as the account stands', () => {
  const at = '2026-11-22T01:00:00Z';
  expect(actsFor({ ...account, disabledAt: at, lockedUntil: at })).toEqual(['enable']);
  expect(actsFor({ ...account, lockedUntil: at })[0]).toBe('unlock');
  expect(actsFor({ ...account, hasTotp: false })).toEqual(['resetPassword', 'linkSso', 'disable']);
});

it('an appointment is in force from its first day to the day before its last', () => {
  const period = { fromOn: '2026-11-01', toOn: '2026-12-01', revokedAt: null };
  expect(
    ['2026-10-31', '2026-11-01', '2026-11-30', '2026-12-01'].map((day) => standingOf(period, day)),
  ).toEqual(['notYet', 'inForce', 'inForce', 'ended']);
  expect(standingOf({ ...period, revokedAt: '2026-11-02T00:00:00Z' }, '2026-11-10')).toBe('revoked');
  expect(standingOf({ ...period, toOn: null }, '2099-01-01')).toBe('inForce');
});

it('sees a clash of roles before anything is sent', () => {
  expect(clashWith(['countyCaseworker'], 'countyReviewer')).toBe('countyCaseworker');
  expect(clashWith(['townCaseworker'], 'villageAide')).toBeNull();
  expect(clashWith(['finance'], 'securityAdmin')).toBe('finance');
  expect(clashWith(['finance'], '')).toBeNull();
});

it('names browsers by what they are, not by what they claim to be like', () => {
  const edge = 'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/131.0 Safari/537.36 Edg/131.0';
  expect(browserOf(edge)).toBe('Edge 131 · Windows');
  expect(browserOf('Mozilla/5.0 (X11; Linux x86_64; UOS) Chrome/110.0 Safari/537.36')).toBe(
    'Chrome 110 · UOS',
  );
  expect([browserOf(null), browserOf('curl/8')]).toEqual(['—', 'curl/8']);
});

it('reads a pasted key and groups fingerprints', () => {
  expect(readJwk('{"kty":"EC","crv":"P-256"}')).toEqual({ kty: 'EC', crv: 'P-256' });
  expect(['', '[]', '{"crv":"P-256"}', 'not JSON'].map(readJwk)).toEqual([null, null, null, null]);
  expect(inGroups('abcdefghij')).toBe('abcd efgh ij');
});

it('counts what is to be dealt with', () => {
  const states = (['good', 'bad', 'attention', 'bad'] as const).map((state) => ({ state }));
  expect(countStates(states)).toEqual({ bad: 2, attention: 1 });
});
