import { expect, it } from 'vitest';
import { checkDigit } from '../words/id-check.ts';
import { type Face, type Faces, pairText } from './face.ts';
import { joinedPeople } from './joined-people.ts';
import { judgedTier, judgementFault, judgementsInForce } from './judgement.ts';
import { judgementColumns, readJudgementRow, writeJudgementFile } from './judgement-file.ts';
import { runningWeights } from './match-weight.ts';
import { readVerdict, type Verdict, verdicts, verdictWords } from './verdict.ts';

/** A number nobody has: of a county that does not exist. */
function number(serial: string): string {
  const first = `33990119600707${serial}`;
  return `${first}${checkDigit(first)}`;
}

const nobody: Face = { name: null, id: null, birth_on: null, town: null, village: null };
const roll: Face = { ...nobody, name: '张玮珍', id: number('101'), town: '东乡', village: '一村' };
const burial: Face = { ...nobody, name: '张玮珍', birth_on: '1960-07-07', town: '东乡' };
const stranger: Face = { ...nobody, name: '张玮珍', id: number('202') };
const faces: Faces = { left: roll, right: burial };

it('reads verdicts in both languages and nothing else', () => {
  for (const one of verdicts) {
    expect(readVerdict(` ${one} `)).toBe(one);
    expect(readVerdict(verdictWords[one].zh)).toBe(one);
    expect(readVerdict(verdictWords[one].en)).toBe(one);
  }
  expect(readVerdict('')).toBeNull();
  expect(readVerdict('同一')).toBeNull();
});

it('knows a pair again, whichever stands on the left and however the number is written', () => {
  const written = { ...roll, id: ` ${roll.id?.toLowerCase()} `, name: '张 玮珍', village: '第一村' };
  expect(pairText({ left: burial, right: written })).toBe(pairText(faces));
  expect(pairText({ left: roll, right: { ...burial, town: '西乡' } })).not.toBe(pairText(faces));
  // Same number, other name: another question.
  expect(pairText({ left: { ...roll, name: '李大山' }, right: burial })).not.toBe(pairText(faces));
});

it('lets the later judgement on a pair count, and forgets no pair', () => {
  const give = (verdict: Verdict, at: string, pair = faces) => ({ faces: pair, verdict, at });
  const other = give('unsure', '2026-01-02T00:00:00+08:00', { left: roll, right: stranger });
  const inForce = judgementsInForce([
    give('not_same', '2026-03-01T00:00:00Z'),
    other,
    give('same', '2026-02-28T23:00:00Z', { left: burial, right: roll }),
  ]);
  expect(inForce).toEqual([other, give('not_same', '2026-03-01T00:00:00Z')]);
  const [atOnce] = judgementsInForce([give('same', '2026-03-01'), give('unsure', '2026-03-01')]);
  expect(atOnce?.verdict).toBe('unsure');
});

it('never joins two valid numbers that differ', () => {
  const two = { left: roll, right: stranger };
  expect(judgementFault('same', two)).toBe('two_numbers');
  expect(judgementFault('not_same', two)).toBeNull();
  expect(judgementFault('unsure', two)).toBeNull();
  const damaged = { ...stranger, id: `${number('202').slice(0, 15)}000` };
  expect(judgementFault('same', { left: roll, right: damaged })).toBeNull();
  expect(judgedTier('number_only', 'same', two)).toBe('number_only');
  expect(judgedTier(null, 'same', two)).toBeNull();
});

it('outweighs the model, and unsure leaves likely at most', () => {
  expect(judgedTier(null, 'same', faces)).toBe('same');
  expect(judgedTier('same', 'not_same', faces)).toBeNull();
  expect(judgedTier('same', 'unsure', faces)).toBe('likely');
  expect(judgedTier('number_only', 'unsure', faces)).toBe('number_only');
  expect(judgedTier(null, 'unsure', faces)).toBeNull();
  expect(judgedTier('likely', null, faces)).toBe('likely');
});

it('reads from a file what it wrote, commas and quotes included', () => {
  const filed = {
    ...{ faces, verdict: 'not_same' as const, by: '李"四', at: '2026-11-21T09:00:00+08:00' },
    why: '户籍地不同,\n生日也不同',
  };
  const text = writeJudgementFile([filed]);
  expect(text.startsWith(`${judgementColumns.join(',')}\n`)).toBe(true);
  expect(text).toContain('"李""四"');
  const cells = ['张玮珍', roll.id ?? '', '', '东乡', '一村', '张玮珍', '', '1960-07-07', '东乡', ''];
  const row = Object.fromEntries(
    judgementColumns.map((column, i) => [column, [...cells, 'not_same', filed.by, filed.at, filed.why][i]]),
  );
  expect(text).toContain(`${cells.join(',')},not_same,`);
  expect(readJudgementRow(row)).toEqual(filed);
});

it('says why a row is not taken', () => {
  const row = {
    ...{ left_name: '张玮珍', right_name: '张伟珍', verdict: '同一人', by: '李四', at: '2026-11-21' },
    why: '看过户口簿',
  };
  expect(readJudgementRow(row)).toMatchObject({ verdict: 'same', why: '看过户口簿' });
  expect(readJudgementRow({ ...row, verdict: '是' })).toEqual({ fault: 'verdict' });
  expect(readJudgementRow({ ...row, right_name: ' ' })).toEqual({ fault: 'mention' });
  expect(readJudgementRow({ ...row, at: '21/11/2026' })).toEqual({ fault: 'at' });
  expect(readJudgementRow({ ...row, at: '2026-13-41' })).toEqual({ fault: 'at' });
  expect(readJudgementRow({ ...row, by: '' })).toEqual({ fault: 'by' });
  expect(readJudgementRow({ ...row, why: '不是' })).toEqual({ fault: 'why' });
  expect(readJudgementRow({ ...row, why: `证件${number('303')}` })).toEqual({ fault: 'number' });
  const numbers = { left_id: number('101'), right_id: number('202') };
  expect(readJudgementRow({ ...row, ...numbers })).toEqual({ fault: 'two_numbers' });
  expect(readJudgementRow({ ...row, ...numbers, verdict: '不是同一人' })).toMatchObject({
    verdict: 'not_same',
  });
});

it('puts the prior first and ends at the score', () => {
  const weights = [
    { aspect: 'name' as const, bits: 9.5 },
    { aspect: 'birth' as const, bits: -4 },
    { aspect: 'prior' as const, bits: -17.25 },
  ];
  const running = runningWeights(weights);
  expect(running.map(({ weight }) => weight.aspect)).toEqual(['prior', 'name', 'birth']);
  expect(running.map(({ from, to }) => [from, to])).toEqual([
    [0, -17.25],
    [-17.25, -7.75],
    [-7.75, -11.75],
  ]);
});

it('nor does it by way of a mention without a number', () => {
  const judged = (pair: Faces, verdict: Verdict = 'same') => ({ faces: pair, verdict, at: '2026-03-01' });
  const people = joinedPeople([judged(faces), judged({ left: stranger, right: burial }, 'not_same')]);
  expect(people.joinsTwoNumbers({ left: stranger, right: burial })).toBe(true);
  expect(people.joinsTwoNumbers({ left: { ...roll, name: '张 玮珍' }, right: burial })).toBe(false);
  const other = { ...burial, village: '二村' };
  expect(people.joinsTwoNumbers({ left: burial, right: other })).toBe(false);
  people.join({ left: burial, right: other });
  expect(people.joinsTwoNumbers({ left: other, right: stranger })).toBe(true);
  expect(joinedPeople([judged(faces, 'unsure')]).joinsTwoNumbers({ left: stranger, right: burial })).toBe(
    false,
  );
});
