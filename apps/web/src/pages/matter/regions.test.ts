import { expect, it } from 'vitest';
import { startOf, wayTo } from './regions.ts';

it('goes down from one’s own area to what was chosen, one list a level, none below a village', () => {
  expect(wayTo('339901', '')).toEqual(['339901']);
  expect(wayTo('339901', '339901001')).toEqual(['339901', '339901001']);
  expect(wayTo('339901', '339901001002')).toEqual(['339901', '339901001']);
  expect(wayTo('', '3399')).toEqual(['', '33', '3399']);
  expect(wayTo('339901', '44')).toEqual(['339901']);
  expect(wayTo('339901001002', '339901001002')).toEqual([]);
});

it('begins at the narrowest of one’s own areas that holds it', () => {
  expect(startOf(['3399', '339901'], '339901001')).toBe('339901');
  expect(startOf(['339902', '339901'], '')).toBe('339902');
});
