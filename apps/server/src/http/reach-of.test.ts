import { expect, it } from 'vitest';
import type { HeldAppointment } from './call.ts';
import { appointmentsFor, reachOf } from './reach-of.ts';

const held = (
  role: HeldAppointment['role'],
  area: string,
  more: Partial<HeldAppointment> = {},
): HeldAppointment => ({
  role,
  area,
  programmes: null,
  ...more,
});

it('reaches where the appointments are, and nowhere without one', () => {
  expect(reachOf([])).toEqual({ scopes: [], sealed: false, restricted: false });
  const two = reachOf([held('townLead', '339901001'), held('finance', '339902', { programmes: ['tekun'] })]);
  expect(two.scopes).toEqual([
    { area: '339901001', programmes: null },
    { area: '339902', programmes: ['tekun'] },
  ]);
});

it('opens sealed matters to the liaison and to the lead who approves them, restricted leads to those who decide on them', () => {
  const opens = (role: HeldAppointment['role']) => {
    const { sealed, restricted } = reachOf([held(role, '339901')]);
    return [sealed, restricted];
  };
  for (const role of ['disciplineLiaison', 'countyLead'] as const) expect(opens(role)).toEqual([true, true]);
  for (const role of ['countyReviewer', 'inspector'] as const) expect(opens(role)).toEqual([false, true]);
  for (const role of ['townLead', 'countyCaseworker', 'cityOfficer', 'finance'] as const)
    expect(opens(role)).toEqual([false, false]);
});

it('lends nothing of one appointment to the area or programmes of another', () => {
  const liaison = held('disciplineLiaison', '339901');
  expect(reachOf([liaison, held('petitionOfficer', '339902')])).toMatchObject({
    sealed: false,
    restricted: false,
  });
  expect(reachOf([liaison, held('petitionOfficer', '33')])).toMatchObject({ sealed: false });
  expect(reachOf([liaison, held('petitionOfficer', '339901001')])).toMatchObject({ sealed: true });
  const narrow = held('disciplineLiaison', '339901', { programmes: ['tekun'] });
  expect(reachOf([narrow, held('petitionOfficer', '339901')])).toMatchObject({ sealed: false });
});

it('gives a broken glass reading only, and neither sealed nor restricted', () => {
  const glass = held('countyLead', '339902', { readsOnly: true });
  expect(appointmentsFor([glass], 'lead.read')).toEqual([glass]);
  expect(appointmentsFor([glass], 'matter.act')).toEqual([]);
  expect(reachOf([glass])).toMatchObject({ sealed: false, restricted: false });
});
