import { defineWords } from '../../words/define-words.ts';

/** Texts of a list over one workflow. */
export const lineWords = defineWords({
  onlyEnded: { zh: '看已办结的', en: 'Show those that ended' },
  state: { zh: '状态', en: 'State' },
  due: { zh: '期限', en: 'Due' },
  opened: { zh: '立项日期', en: 'Opened' },
});
