import { defineWords } from '../../words/define-words.ts';

/** How much time is left, in words. */
export const dueWords = defineWords({
  still: {
    zh: '停止计时：现在是当事人的时间',
    en: 'Stands still: this is the family’s own time',
  },
  left: {
    zh: (days: number, on: string) => `剩 ${days} 天，到 ${on}`,
    en: (days: number, on: string) => `${days === 1 ? '1 day' : `${days} days`} left, until ${on}`,
  },
  today: { zh: (on: string) => `今天（${on}）到期`, en: (on: string) => `Due today (${on})` },
  over: {
    zh: (days: number, on: string) => `已超期 ${days} 天（${on} 到期）`,
    en: (days: number, on: string) => `${days === 1 ? '1 day' : `${days} days`} overdue (was due ${on})`,
  },
  hour: { zh: (at: string) => `到 ${at}`, en: (at: string) => `until ${at}` },
  hourOver: { zh: (at: string) => `已超过时限（${at}）`, en: (at: string) => `Over since ${at}` },
  thenAct: {
    zh: (action: string) => `期满由系统办理“${action}”。`,
    en: (action: string) => `Then the clock takes this step: ${action}.`,
  },
  thenTell: { zh: '期满报上一级单位。', en: 'Then the office above is told.' },
  remind: { zh: (days: string) => `提醒日：${days}。`, en: (days: string) => `Reminders: ${days}.` },
  since: { zh: (on: string) => `自 ${on} 起计。`, en: (on: string) => `Counted from ${on}.` },
  comma: { zh: '、', en: ', ' },
  assigned: { zh: '分派时定的期限', en: 'The day given with the assignment' },
});
