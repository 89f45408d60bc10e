import { expect, it } from 'vitest';
import { dispatchOf } from './dispatch-of.ts';
import { choose, everything, nothing } from './selection.ts';

const county = [{ role: 'countyCaseworker', area: '339901' }];
const some = choose(nothing, ['a', 'b'], true);

it('names the leads that are chosen, and gives the filter where all of it is', () => {
  expect(dispatchOf({ filter: ['severity:serious'] }, some, ['a', 'b'], county)).toEqual({
    area: '339901',
    matterIds: ['a', 'b'],
  });
  expect(dispatchOf({ filter: ['severity:serious'] }, everything, null, county)).toEqual({
    area: '339901',
    filter: ['severity:serious'],
  });
  expect(dispatchOf({}, choose(everything, ['a'], false), ['b', 'c'], county)).toEqual({
    area: '339901',
    matterIds: ['b', 'c'],
  });
});

it('is of the division in sight where the caller dispatches there, else of the own area', () => {
  const at = (town: string) => dispatchOf({ filter: [`town:${town}`] }, everything, null, county)?.area;
  expect(at('339901002')).toBe('339901002');
  expect(at('339902')).toBe('339901');
});

it('is nothing for whom dispatches nowhere', () => {
  expect(dispatchOf({}, some, ['a'], [{ role: 'cityOfficer', area: '3399' }])).toBeNull();
  expect(dispatchOf({}, some, ['a'], [{ role: 'townCaseworker', area: '339901001' }])).toBeNull();
});
