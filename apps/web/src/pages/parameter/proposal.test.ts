import { expect, it } from 'vitest';
import { type Proposal, proposalFaults } from './proposal.ts';

const whole: Proposal = {
  ...{ typed: '31.5', chosen: [], region: '371302', from: '2026-12-01', to: '', publishedOn: '' },
  basis: '统计公报',
};
const faults = (more: Partial<Proposal>): string[] =>
  proposalFaults('squareMetres', { ...whole, ...more }).map(({ field, why }) => `${field} ${why}`);

it('asks for value, first day and document, in the order of the fields', () => {
  expect(faults({})).toEqual([]);
  expect(faults({ typed: '', from: '', basis: ' 公报 ' })).toEqual([
    'value valueMissing',
    'from dayMissing',
    'basis basisMissing',
  ]);
  expect(faults({ typed: '三十' })).toEqual(['value valueNumber']);
  expect(faults({ to: '2026-12-01' })).toEqual(['to dayOrder']);
  expect(faults({ to: '2026-12-02' })).toEqual([]);
});
