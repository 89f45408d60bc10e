import { UserError } from '@yangguang/domain/errors/user-error';
import { expect, it } from 'vitest';
import { checkColumns, readPlan } from './read-plan.ts';

const good = `id: no
fields:
  name: { type: person_name, column: 姓名 }
  number: { type: id_number, left: 身份证号, right: 证件号码 }
compare:
  - { by: person_name, field: name }
  - { by: id_number, field: number }
block:
  - [number]
  - ["first(1, name)"]
`;

/** The error that reading, or whatever else, ends with. */
function refusal(work: () => unknown): UserError {
  try {
    work();
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

it('reads a plan and fills in what may be absent', () => {
  const plan = readPlan(`\ufeff${good}`, 'plan.yml');
  expect(plan.threshold).toBe(0.5);
  expect(plan.compare[0]).toEqual({ by: 'person_name', field: 'name', frequency: true });
  expect(plan.fields['number']).toMatchObject({ left: '身份证号', right: '证件号码' });
});

it.each([
  ['no YAML', good.replace('id: no', 'id: [no'), 'LNK-201', /plan\.yml:\d+:\d+/],
  ['an unknown key', good.replace('block:', 'blokc:'), 'LNK-202', /plan\.yml:1:1/],
  ['a comparison nobody knows', good.replace('by: id_number', 'by: magic'), 'LNK-202', /plan\.yml:7:/],
  ['a threshold above one', `${good}threshold: 2\n`, 'LNK-202', /plan\.yml:11:12/],
  [
    'a field compared but not declared',
    good.replace('field: name }', 'field: nmae }'),
    'LNK-203',
    /plan\.yml:6:5/,
  ],
  [
    'a field blocked by but not declared',
    good.replace('first(1, name)', 'first(1, nam)'),
    'LNK-203',
    /plan\.yml:10:/,
  ],
  ['a date from what is no number', good.replace('姓名 }', '姓名, else: name }'), 'LNK-203', /plan\.yml:3:/],
  [
    'one field compared twice',
    good.replace('block:', '  - { by: exact, field: name }\nblock:'),
    'LNK-204',
    /plan\.yml:8:5/,
  ],
])('%s is refused with line and column', (_what, text, code, place) => {
  const error = refusal(() => readPlan(text, 'plan.yml'));
  expect(error.code).toBe(code);
  expect(error.zh).toMatch(place);
  expect(error.en).toMatch(place);
});

it('offers the field that was meant', () => {
  expect(refusal(() => readPlan(good.replace('field: name }', 'field: nmae }'), 'p')).remedyEn).toContain(
    '"name"',
  );
});

it('says which column of which file is missing, with the nearest heading', () => {
  const plan = readPlan(good, 'plan.yml');
  const left = { file: 'a.csv', columns: ['no', '姓名', '身份证号'] };
  expect(() =>
    checkColumns(plan, left, { file: 'b.csv', columns: ['no', '姓名', '证件号码'] }),
  ).not.toThrow();
  const error = refusal(() => checkColumns(plan, left, { file: 'b.csv', columns: ['no', '姓名', '证件号'] }));
  expect(error.code).toBe('LNK-205');
  expect(error.zh).toContain('b.csv');
  expect(error.remedyZh).toContain('“证件号”');
  expect(refusal(() => checkColumns(plan, { ...left, columns: ['姓名', '身份证号'] }, null)).en).toContain(
    '"no"',
  );
});
