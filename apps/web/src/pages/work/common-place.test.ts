import { expect, it } from 'vitest';
import { commonPlace } from './common-place.ts';

const at = (region: string, programme = 'dibao_rural') => ({ region, programme });

it('is the least division that holds all of them', () => {
  expect(commonPlace([at('339901001001'), at('339901001001')]).region).toBe('339901001001');
  expect(commonPlace([at('339901001001'), at('339901001002')]).region).toBe('339901001');
  expect(commonPlace([at('339901001001'), at('339901001')]).region).toBe('339901001');
  expect(commonPlace([at('339901001001'), at('339902001001')]).region).toBe('3399');
});

it('shares a programme only when it is one', () => {
  expect(commonPlace([at('339901001'), at('339901001')]).programme).toBe('dibao_rural');
  expect(commonPlace([at('339901001'), at('339901001', 'tekun')]).programme).toBe('none');
  expect(commonPlace([])).toEqual({ region: '', programme: 'none' });
});
