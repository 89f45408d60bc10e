import type { FactValue, Field } from './field.ts';

const goodValues: Record<Field['kind'], (field: Field) => FactValue> = {
  text: () => '一句话',
  on: () => '2026-03-31',
  month: () => '2026-03',
  fen: () => 0,
  count: () => 3,
  yesno: () => false,
  matter: () => '00000000-0000-4000-8000-000000000000',
  region: () => '370612001',
  accounts: (field) =>
    Array.from({ length: field.kind === 'accounts' ? field.min : 0 }, (_, i) => `named-${i}`),
  choice: (field) => (field.kind === 'choice' ? (Object.keys(field.choices)[0] ?? '') : ''),
};
/** Values of each kind that no field of it takes. */
export const badValues: Record<Field['kind'], readonly FactValue[]> = {
  text: ['  ', 7],
  on: ['2026-02-30', '26-2-3'],
  month: ['2026-13', '2026'],
  fen: [-1, 0.5, '100'],
  count: [-1, 1.5],
  yesno: ['true', 1],
  matter: ['x', true],
  region: ['3', '3706123'],
  accounts: [[], ['named-0', 'named-0'], 'named-0'],
  choice: ['toString', '', 1],
};

/** A value that the field takes: for tests, and for trying a workflow out. */
export function goodValue(field: Field): FactValue {
  return goodValues[field.kind](field);
}
