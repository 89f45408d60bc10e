import { expect, it } from 'vitest';
import { isUserName, normalizeUserName } from './user-name.ts';

it.each(['li', 'li.xiulan', 'mz-370612', '李秀兰', '李秀兰2', '㐀丽', '𠮷田丽'])(
  '%s may be a user name',
  (name) => {
    expect(isUserName(name)).toBe(true);
  },
);

it.each([
  ['a', 'too short'],
  ['x'.repeat(41), 'too long'],
  ['.li', 'begins with a dot'],
  ['li xiulan', 'a blank'],
  ['li@mz.gov.cn', 'an address'],
  ['Li', 'not normalised'],
  ['lі', 'a Cyrillic letter that looks Latin'],
  ['13800000000', 'a telephone number'],
  ['6222000000000000000', 'a card number'],
  [`${'1'.repeat(17)}x`, 'an ID number'],
  ["li'--", 'a quote'],
])('%s may not: %s', (name) => {
  expect(isUserName(name)).toBe(false);
});

it('takes either case and either width for the same name', () => {
  expect(normalizeUserName(' Ｌi.XiuLan ')).toBe('li.xiulan');
});
