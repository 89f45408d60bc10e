import { expect, it } from 'vitest';
import { changeFaults } from './change-faults.ts';

const whole = { target: '新村', effectiveOn: '2026-12-01', reason: '县政府批复' };
const why = (kind: 'rename' | 'merge' | 'add', more: Partial<typeof whole>): string[] =>
  changeFaults(kind, { ...whole, ...more }).map((fault) => fault.why);

it('asks for what each change needs', () => {
  expect(why('rename', {})).toEqual([]);
  expect(why('rename', { target: ' ' })).toEqual(['nameMissing']);
  expect(why('merge', { target: '', effectiveOn: '', reason: '批复' })).toEqual([
    'intoMissing',
    'dayMissing',
    'reasonMissing',
  ]);
  expect(why('add', { target: '' })).toEqual([]);
});
