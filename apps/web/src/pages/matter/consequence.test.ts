import { workflows } from '@yangguang/domain/workflows/all';
import { expect, it } from 'vitest';
import { consequences } from './consequence.ts';
import { paperTitles } from './words-consequence.ts';

const of = (id: keyof typeof workflows, name: string, state: string, facts = {}, lang: 'zh' | 'en' = 'zh') =>
  consequences(workflows, workflows[id], name, { state, facts }, lang).slice(0, -1);

it('says the state, the paper, what is opened, and which times begin and end', () => {
  expect(of('decision', 'decide', 'hearRecipient')).toEqual([
    '办理后状态变为“已决定”。',
    '将制发《救助决定书》。',
    '将另立一件“告知书（决定）”。',
    '开始计时：送达期限。',
  ]);
  expect(of('verification', 'accept', 'reviewed')).toEqual([
    '办理后状态变为“已采信”，本件办结。',
    '不再计时：复核期限。',
  ]);
});

it('says that a time stands still while it is the family’s own, and that a state stays', () => {
  expect(of('decision', 'hear', 'countyReview')).toContain('暂停计时：县级审查期限（当事人的时间）。');
  expect(of('phaseOut', 'checkIn', 'running')).toEqual(['状态不变（渐退中）。']);
});

it('says what the family receives from then on', () => {
  const stop = { monthlyFen: 0, fromMonth: '2026-12', kind: 'stop' };
  expect(of('decision', 'takeEffect', 'notified', stop)).toContain('该户此项待遇自 2026-12 起停发。');
  const less = { monthlyFen: 43000, fromMonth: '2026-12', kind: 'phaseOut' };
  const said = of('decision', 'takeEffect', 'notified', less, 'en');
  expect(said).toContain('The household will receive CNY 430.00 a month from 2026-12.');
  expect(said).toContain('It opens a new matter: Phase-out.');
  expect(of('decision', 'takeEffect', 'notified', stop).join('')).not.toContain('渐退');
});

it('names the kind that is handed over, and every paper that a step issues has a title', () => {
  expect(of('lead', 'openDecision', 'confirmed', { proposal: 'reduce' })).toContain(
    '将另立一件“救助决定（减发）”。',
  );
  const issued = Object.values(workflows).flatMap((w) =>
    Object.values(w.actions).flatMap((a) => a.issues ?? []),
  );
  expect(issued.filter((paper) => paperTitles[paper] === undefined)).toEqual([]);
});
