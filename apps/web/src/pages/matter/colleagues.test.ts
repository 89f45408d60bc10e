import { expect, it } from 'vitest';
import { colleaguesFor } from './colleagues.ts';

const line = (accountId: string, fullName: string, area: string, more: object = {}) =>
  ({
    ...{ accountId, fullName, unitName: '东乡政府', role: 'townCaseworker', area, programmes: null },
    ...more,
  }) as Parameters<typeof colleaguesFor>[0][number];
const place = { region: '339901001001', programme: 'dibao_rural' };

it('folds the offices of one person and says who may work there, those first', () => {
  const lines = [
    line('a', '张一', '339901002'),
    line('b', '李二', '339901001', { programmes: ['tekun'] }),
    line('c', '王三', '339901001'),
    line('a', '张一', '339901001', { role: 'townLead' }),
  ];
  const found = colleaguesFor(lines, place, new Set(), '');
  expect(found.map(({ fullName, isAble, offices }) => [fullName, isAble, offices.length])).toEqual([
    ['张一', true, 2],
    ['王三', true, 1],
    ['李二', false, 1],
  ]);
});

it('marks kin, behind those who can be chosen, and filters by name or unit', () => {
  const lines = [line('a', '张一', '339901001'), line('b', '李二', '339901001')];
  const found = colleaguesFor(lines, place, new Set(['a']), '');
  expect(found.map(({ fullName, isKin }) => [fullName, isKin])).toEqual([
    ['李二', false],
    ['张一', true],
  ]);
  expect(colleaguesFor(lines, place, new Set(), '李').map((one) => one.accountId)).toEqual(['b']);
  expect(colleaguesFor(lines, place, new Set(), ' 东乡 ')).toHaveLength(2);
});
