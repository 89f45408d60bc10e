import { PlanFile } from '../plan/plan.ts';

/**
 * How the mentions of people in an office's lists are compared. The columns are those of table `mention_group`; `ends`
 * is what a masked number leaves to see. Names with a place alone are never looked for: they prove nothing.
 */
export const personPlan = PlanFile.parse({
  id: '_id',
  fields: {
    id: { type: 'id_number', column: 'id_text' },
    name: { type: 'person_name', column: 'name' },
    born: { type: 'date', column: 'birth_on', else: 'id' },
    town: { type: 'text', column: 'town' },
    village: { type: 'text', column: 'village' },
    phone: { type: 'text', column: 'phone' },
    account: { type: 'text', column: 'account_no' },
    ends: { type: 'text', column: 'ends' },
  },
  compare: [
    { by: 'id_number', field: 'id' },
    { by: 'person_name', field: 'name' },
    { by: 'date', field: 'born' },
    { by: 'place', fields: ['town', 'village'] },
    { by: 'exact', field: 'phone', frequency: false },
    { by: 'exact', field: 'account', frequency: false },
  ],
  block: [
    ['solved(id)'],
    ['head15(id)'],
    ['ends', 'name'],
    ['name', 'born'],
    ['sound(name)', 'born'],
    ['surname(name)', 'village', 'born'],
    ['name', 'account'],
    ['name', 'phone'],
  ],
  model: 'registers',
});

/** Where each comparison stands in the plan, as the column of its level. */
export const level = { id: 'c0', name: 'c1', born: 'c2', place: 'c3', phone: 'c4', account: 'c5' } as const;
