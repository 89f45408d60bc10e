import { workflows } from '@yangguang/domain/workflows/all';
import { expect, it } from 'vitest';
import { assignmentText, factLines } from './fact-words.ts';

const people = [{ id: 'a1', name: '东办员' }];

it('says amounts, choices, yes and no and colleagues in words, in the order of the workflow', () => {
  const lines = factLines(
    { workflow: workflows.decision, people, lang: 'zh' },
    { monthlyFen: 86050, kind: 'reduce', cause: 'lead', isKinCase: false, severity: 'serious' },
  );
  expect(lines.map(({ label, text }) => `${label}：${text}`)).toEqual([
    '决定种类：减发',
    '起因：疑点核查',
    '程度：严重疑点',
    '近亲属备案对象：否',
    '每月金额：860.50 元',
  ]);
});

it('gathers the words of a choice from every action, since one offers a part only', () => {
  const reader = { workflow: workflows.task, people, lang: 'en' as const };
  const text = (fixMode: string) => factLines(reader, { fixMode }).map((line) => line.text);
  expect(text('immediate')).toEqual(['At once']);
  expect(text('dated')).toEqual(['By a date']);
});

it('names colleagues, says what is masked, and leaves out what is for no reader', () => {
  const lines = factLines(
    { workflow: workflows.verification, people, lang: 'zh' },
    { visitors: ['a1', 'b2'], present: '张*', finding: '***', fingerprint: 'abc' },
  );
  expect(lines.map(({ label, text, isHidden }) => [label, text, isHidden])).toEqual([
    ['入户人员', '东办员、一名同事', false],
    ['在场人员', '张*', true],
    ['核查结论', '已遮盖', true],
  ]);
});

it('says whom an assignment gives the matter to', () => {
  const facts = { account: 'a1', area: '339901001', dueOn: '2026-12-01' };
  expect(assignmentText({ facts }, people, 'zh')).toBe(
    '交给 东办员、承办单位所在区划 339901001、期限 2026-12-01',
  );
  expect(assignmentText({ facts: { account: '', area: '', dueOn: '' } }, people, 'en')).toBe('');
});
