import { checkDigit } from '@yangguang/domain/words/id-check';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { openPolicy } from '../../policy/open-policy.ts';
import { keptRows, namesInRows } from './evidence-row.ts';
import { maskerFor } from './mask-finding.ts';
import { proveLead } from './prove-lead.ts';

const policy = openPolicy([fileURLToPath(new URL('../../../../../policy', import.meta.url))]);

const number = (serial: string, birth = '19480615'): string => {
  const first = ['339901', birth, serial].join('');
  return `${first}${checkDigit(first)}`;
};
const row = (dataset: string, fields: Record<string, unknown>, place = 1) => ({
  ...{ dataset, file: `${dataset}.xlsx`, sheet: '', row: place, fields },
});

function prove(
  evidence: readonly object[],
  asked: { tier?: string; subjectId?: string | null; sees?: boolean; isPerson?: boolean } = {},
) {
  const rows = keptRows(evidence, policy);
  const mask = maskerFor([evidence], namesInRows(rows), { names: asked.sees ?? true });
  const { tier = 'same', subjectId = null, isPerson = true } = asked;
  return proveLead(rows, { tier, subjectId, isPerson }, mask, policy.isLookAlike);
}

const member = row('dibao_member', {
  ...{ name: '张玮珍', id_number: number('224'), sex: 'female', birth_on: '1948-06-15', village: '三村' },
  ...{ address: '庆丰镇三村5组12号', phone: '13800002210', relation: 'self', head_name: '张玮珍' },
  ...{ head_id: number('224'), amount_fen: '54000', health: '尿毒症' },
});
const cremation = row('cremation', {
  ...{ name: '张伟珍', id_number: number('224'), sex: 'female', village: '3村', died_on: '2026-04-18' },
  ...{ handler_name: '张建国', handler_id: number('117', '19700101'), relation: '长子' },
});
const paid = (month: string, place: number) =>
  row(
    'payment',
    { name: '张玮珍', id_number: number('224'), benefit_month: `${month}-01`, amount_fen: '54000' },
    place,
  );

it('puts the roll on the left and says of every field how it differs, the empty side as a state of its own', () => {
  const { pairs, evidence } = prove([cremation, member]);
  expect(pairs).toHaveLength(1);
  expect(pairs[0]).toMatchObject({ left: 1, right: 0 });
  const said = Object.fromEntries((pairs[0]?.fields ?? []).map((one) => [one.aspect ?? one.label.en, one]));
  expect(said['name']).toMatchObject({ difference: 'homophone', leftMarks: [[1, 2]], rightMarks: [[1, 2]] });
  expect(said['id']).toMatchObject({ difference: 'same', leftMarks: [] });
  expect(said['village']).toMatchObject({ difference: 'written_otherwise' });
  expect(said['phone']).toMatchObject({ difference: 'missing', right: { value: null } });
  expect(said['phone']?.left?.value).toBe('138****2210');
  expect(said['sex']).toMatchObject({ difference: 'same', left: { words: { zh: '女' } } });
  // The son who handled it is not the head's relation, and nobody's illness is compared.
  expect(said['relation']).toBeUndefined();
  expect(JSON.stringify(pairs)).not.toContain('尿毒症');
  expect(evidence[1]).toMatchObject({ title: { zh: '低保家庭成员' }, role: 'roster' });
  expect(evidence[1]?.cells.find(({ column }) => column === 'health')).toMatchObject({
    kind: 'hidden',
    value: '***',
  });
  expect(evidence[0]?.cells.some(({ column }) => column === 'town')).toBe(false);
  expect(evidence[0]?.empty.map(({ zh }) => zh)).toContain('乡镇（街道）');
});

it('folds payments that say the same into one pair, after what is compared', () => {
  const { pairs } = prove([paid('2026-01', 3), paid('2026-02', 4), cremation, member], {
    subjectId: number('224'),
  });
  expect(pairs.map(({ left, right, alike }) => [left, right, alike])).toEqual([
    [3, 2, []],
    [3, 0, [1]],
  ]);
});

it('shows first what another roll says, not that the two sheets of one roll agree', () => {
  const sheet = row('dibao_household', { head_name: '张玮珍', head_id: number('224'), phone: '13800002210' });
  const tekun = row('tekun_person', { name: '张玮珍', id_number: number('224') });
  const { pairs } = prove([sheet, member, tekun], { subjectId: number('224') });
  expect(pairs.map(({ left, right }) => [left, right])).toEqual([
    [0, 2],
    [0, 1],
  ]);
});

it('leads up to the tier by number and name, and has no weights yet', () => {
  const { identity } = prove([cremation, member]);
  expect(identity?.tier).toBe('same');
  expect(
    identity?.rungs.filter(({ decides }) => decides).map(({ aspect, after }) => [aspect, after]),
  ).toEqual([
    ['id', 'likely'],
    ['name', 'same'],
  ]);
  expect(identity?.rungs.every(({ bits }) => bits === null)).toBe(true);
  expect(prove([member]).identity).toBeNull();
  expect(prove([cremation, member], { tier: 'none' }).identity).toBeNull();
});

it('takes two valid numbers for two people, however alike their names', () => {
  const other = row('vehicle', { name: '张玮珍', id_number: number('446') });
  expect(prove([member, other], { isPerson: false }).pairs).toEqual([]);
  // Unless the lead is about just that: then they are shown side by side.
  const [pair] = prove([member, other]).pairs;
  expect(pair?.fields.find(({ aspect }) => aspect === 'id')?.difference).toBe('differs');
});

it('marks and names nothing that a mask covers', () => {
  const damaged = row('cremation', { name: '张玮珍', id_number: number('224').replace('0615', '0651') });
  const { pairs } = prove([damaged, member], { sees: false });
  const id = pairs[0]?.fields.find(({ aspect }) => aspect === 'id');
  // Digits changed places behind the stars: that they differ is said, not how.
  expect(id).toMatchObject({ difference: 'differs', leftMarks: [], rightMarks: [], isCovered: true });
  const address = prove(
    [row('cremation', { name: '张玮珍', id_number: number('224'), address: '庆丰镇三村5组21号' }), member],
    {
      sees: false,
    },
  ).pairs[0]?.fields.find(({ aspect }) => aspect === 'address');
  expect(address).toMatchObject({ difference: 'differs', leftMarks: [], isCovered: true });
});

it('masks every person of a row, helpers included, in cells, fields and free text', () => {
  const helped = row('poverty_register', {
    ...{ name: '李大山', id_number: number('224'), helper: '周小川', note: '帮扶人周小川' },
  });
  const shown = JSON.stringify(prove([helped, member], { sees: false }));
  expect(shown).not.toMatch(/周小川|李大山|张玮珍/);
  expect(shown).toContain('周*');
  expect(shown).not.toContain(number('224'));
  expect(JSON.stringify(prove([helped, member]))).toContain('周小川');
});
