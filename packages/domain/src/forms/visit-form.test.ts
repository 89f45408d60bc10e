import { expect, it } from 'vitest';
import { unanswered, visitForm, visitFormText, withNothing } from './visit-form.ts';

const questions = visitForm.flatMap((section) => section.questions);

it('every question has an id of its own and words in both languages; a choice has choices', () => {
  expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
  for (const { id, zh, en, kind, choices } of questions) {
    expect([zh.length > 0, en.length > 0, (kind === 'choice') === (choices !== undefined)], id).toEqual([
      ...[true, true, true],
    ]);
  }
});

it('nothing is left blank, and 无 makes no choice for anybody', () => {
  const blank = unanswered({});
  expect(blank).toContain('vehicles');
  expect(blank).not.toContain('selfCare');
  const filled = withNothing({ wages: '12000', vehicles: ' ' });
  expect([filled['wages'], filled['vehicles'], filled['selfCare']]).toEqual(['12000', '无', undefined]);
  expect(unanswered(filled)).toEqual(['isKin', 'stillPoor', 'proposal']);
});

it('is kept as text with every answer in words', () => {
  const text = visitFormText(
    ['示范镇', '2026-11-20'],
    withNothing({ proposal: 'keep', isKin: 'no', wages: '1.2 万' }),
  );
  expect(text).toContain('入户核查表\n示范镇\n2026-11-20\n');
  expect(text).toContain('二、收入（家庭全年，元）\n工资性收入：1.2 万\n就业成本：无');
  expect(text).toContain('建议：维持');
  expect(text).not.toContain('救助后是否仍困难');
});
