import { expect, it } from 'vitest';
import { exportFilter } from './export-filter.ts';

it('takes out of the house what the queue shows and nothing that has ended, unless the queue shows that', () => {
  expect(exportFilter(['severity:serious'])).toEqual(['severity:serious', 'ended:no']);
  expect(exportFilter(['ended:yes', 'rule:INC-01'])).toEqual(['ended:yes', 'rule:INC-01']);
  expect(exportFilter([])).toEqual(['ended:no']);
});
