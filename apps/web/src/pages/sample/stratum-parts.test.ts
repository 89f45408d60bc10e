import { expect, it } from 'vitest';
import { stratumParts } from './stratum-parts.ts';

it('takes a stratum apart', () => {
  expect(stratumParts('371399001 · dibao_rural · low')).toEqual({
    town: '371399001',
    programme: 'dibao_rural',
    hasDoubts: false,
  });
  expect(stratumParts('371399001 · tekun · high').hasDoubts).toBe(true);
  expect(stratumParts('other')).toEqual({ town: null, programme: null, hasDoubts: null });
});
