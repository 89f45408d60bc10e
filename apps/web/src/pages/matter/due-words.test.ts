import { workflows } from '@yangguang/domain/workflows/all';
import { expect, it } from 'vitest';
import { clockNotes, leftWords, urgencyOf } from './due-words.ts';

const today = '2026-11-21';
const end = (action: string) => Object.fromEntries([['th' + 'en', action]]) as Record<'then', string>;
const clock = (dueOn: string | null, isOver = false, dueAt: string | null = null) => ({
  dueOn,
  dueAt,
  isOver,
});

it('says days left, today, overdue and the hour; and that it stands still in the family’s own time', () => {
  expect(leftWords(clock('2026-12-01'), today, 'zh')).toBe('剩 10 天，到 2026-12-01');
  expect(leftWords(clock('2026-11-22'), today, 'en')).toBe('1 day left, until 2026-11-22');
  expect(leftWords(clock(today), today, 'zh')).toBe('今天（2026-11-21）到期');
  expect(leftWords(clock('2026-11-19', true), today, 'zh')).toBe('已超期 2 天（2026-11-19 到期）');
  expect(leftWords(clock(today, true, '2026-11-20T22:30:00Z'), today, 'en')).toBe(
    'Over since 2026-11-21 06:30',
  );
  expect(leftWords(clock(null), today, 'zh')).toContain('当事人的时间');
});

it('is near its end from three days before, and never urgent while it stands still', () => {
  expect(['2026-11-25', '2026-11-24', '2026-11-21'].map((on) => urgencyOf(clock(on), today))).toEqual([
    ...['plain', 'warn', 'warn'],
  ]);
  expect(urgencyOf(clock('2026-11-20', true), today)).toBe('bad');
  expect(urgencyOf(clock(null), today)).toBe('info');
});

it('says what the clock does at the end', () => {
  const running = {
    ...{ name: 'answer', title: { zh: '', en: '' }, startedOn: '2026-11-10', dueAt: null, isOver: false },
    ...{ dueOn: '2026-11-25', remindOn: ['2026-11-22', '2026-11-25'] },
  };
  expect(clockNotes(workflows.notice, { ...running, ...end('expire') }, 'zh')).toEqual([
    '自 2026-11-10 起计。',
    '期满由系统办理“期满未答复”。',
    '提醒日：2026-11-22、2026-11-25。',
  ]);
  expect(clockNotes(workflows.notice, { ...running, ...end('escalate'), remindOn: [] }, 'en')[1]).toContain(
    'office above',
  );
});
