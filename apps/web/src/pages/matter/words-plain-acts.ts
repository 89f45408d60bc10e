import type { Lang } from '../../words/language.tsx';
import { defineWords } from '../../words/define-words.ts';

/** Acts that every matter knows, whatever its workflow. */
const plainActWords = defineWords({
  'matter.open': { zh: '立项', en: 'Opened' },
  'matter.assign': { zh: '分派', en: 'Assigned' },
  'matter.return': { zh: '退回分派', en: 'Given back' },
  'matter.link': { zh: '关联事项', en: 'Linked' },
  'matter.escalate': { zh: '逾期报上一级', en: 'Time over: the office above is told' },
  'matter.recount': { zh: '重新计算期限', en: 'Clocks counted anew' },
  'matter.note': { zh: '备注', en: 'Remark' },
  'matter.evidence': { zh: '登记材料', en: 'Document added' },
});

/** What a plain act is called; the action's own name where it is none. */
export function plainTitle(action: string, lang: Lang): string {
  return Object.hasOwn(plainActWords, action)
    ? plainActWords[action as keyof typeof plainActWords][lang]
    : action;
}
