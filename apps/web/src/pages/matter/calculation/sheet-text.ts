import type { Overpayment } from '@yangguang/domain/arithmetic/overpayment';
import { yuan } from '../../../words/format.ts';
import { spoken } from '../../../words/language.tsx';
import type { Sheet, SheetDraft } from './calculation.ts';
import { words } from './words.ts';

/** The sheet as plain text, to be kept as a document: in Chinese, as the file of a case is. */
export function sheetText(draft: SheetDraft, sheet: Sheet, overpaid: Overpayment | null): string {
  const say = spoken(words, 'zh');
  const lines = sheet.lines.map(({ label, formula, value, source }) => {
    const sum = formula === '' ? value : `${formula} = ${value}`;
    return `${label}：${sum}（${source}）`;
  });
  const months = (overpaid?.months ?? []).map(
    ({ month, paidFen, dueFen, overpaidFen }) =>
      `${month}：${yuan(paidFen)} − ${yuan(dueFen)} = ${yuan(overpaidFen)}`,
  );
  return [
    say.title,
    ...lines,
    ...(draft.from === '' ? [] : [`${say.from}：${draft.from}`]),
    ...(draft.note.trim() === '' ? [] : [`${say.note}：${draft.note.trim()}`]),
    ...(overpaid === null ? [] : [say.overpaid, ...months, say.total(`${yuan(overpaid.totalFen)} 元`)]),
    say.design,
    '',
  ].join('\n');
}
