import { expect, it } from 'vitest';
import { officeAbove } from './run-clock.ts';

it('the office above is a level above whoever has it in hand, and higher the second time', () => {
  const at = (
    region: string,
    assigned_area: string | null = null,
    escalated_to: string | null = null,
  ): string => officeAbove({ region, assigned_area, escalated_to });
  expect(at('339901001001')).toBe('339901');
  expect(at('339901')).toBe('3399');
  expect(at('339901001001', '339901001001')).toBe('339901001');
  expect(at('339901001', '339901')).toBe('3399');
  expect(at('339901001', null, '339901')).toBe('3399');
  expect(at('33')).toBe('33');
});
