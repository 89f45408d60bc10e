import { ANSWER_COLUMNS, LEAD_ID_HEADING } from './answers-vocabulary.ts';
import { answerColumns, type LeadView, shownNumber, shownText } from './lead-sheet.ts';
import { codeWord, type Say } from './lead-words.ts';
import { integer, type StreamedRow, text } from './stream-rows.ts';
import type { Cell } from './xlsx/cell.ts';
import type { SheetSpec } from './xlsx/sheet-spec.ts';

/** Layout of a screening list: groups to look at in order, with columns for what was found; none is a lead. */
export function screeningSpec(say: Say, title: string): SheetSpec {
  return {
    columns: [
      { heading: say(LEAD_ID_HEADING.zh, LEAD_ID_HEADING.en), width: 20, kind: 'text' },
      { heading: say('对象', 'Subject'), width: 14, kind: 'wrap' },
      { heading: say('次序', 'Rank'), width: 8, kind: 'int' },
      { heading: say('规则', 'Rule'), width: 9, kind: 'text' },
      { heading: say('排查内容', 'What to look at'), width: 22, kind: 'wrap' },
      { heading: say('对象类型', 'Kind'), width: 11, kind: 'text' },
      { heading: say('身份证号', 'ID number'), width: 21, kind: 'text' },
      { heading: say('乡镇', 'Town'), width: 12, kind: 'text' },
      { heading: say('村（居）', 'Village'), width: 12, kind: 'text' },
      { heading: say('电话', 'Phone'), width: 14, kind: 'text' },
      { heading: say('金额（元）', 'Amount (yuan)'), width: 14, kind: 'money' },
      { heading: say('情况说明', 'What was found'), width: 52, kind: 'wrap' },
      ...answerColumns(say),
    ],
    title,
    subtitle: [
      say(
        '重点人群，按次序逐户排查，主动发现应保未保；在名单上不表示有问题。',
        'Groups to visit in this order, above all to find who was missed; being listed means nothing is wrong.',
      ),
    ],
    filter: true,
    freezeColumns: 2,
    landscape: true,
    pagesWide: 2,
    tabColour: '1D5B33',
    pageHeader: title,
  };
}

/** An entry (columns of `leadSelect`, with rank and phone) as a row of `screeningSpec`. */
export function screeningCells(row: StreamedRow, view: LeadView): Cell[] {
  return [
    text(row, 'lead_id'),
    shownText(view, text(row, 'subject_name')),
    integer(row, 'rank'),
    text(row, 'rule'),
    text(row, 'title'),
    codeWord('subject', text(row, 'subject_kind'), view.say),
    shownNumber(view, 'id_number', text(row, 'id_number')),
    text(row, 'town'),
    text(row, 'village'),
    shownNumber(view, 'phone', text(row, 'phone')),
    integer(row, 'amount_fen'),
    shownText(view, text(row, 'summary')),
    ...ANSWER_COLUMNS.map(() => null),
  ];
}
