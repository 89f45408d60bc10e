import type { DuckDBConnection } from '@duckdb/node-api';
import { LEAD_ID_HEADING } from '../answers-vocabulary.ts';
import { answerColumns, type LeadView, leadSelect, shownNumber, shownText } from '../lead-sheet.ts';
import { codeWord } from '../lead-words.ts';
import { integer, streamRows, text } from '../stream-rows.ts';
import type { Workbook } from '../write-xlsx.ts';

/** Writes the ranked screening list: groups to look at, household by household; none of them is a lead. */
export async function writeScreening(
  db: DuckDBConnection,
  book: Workbook,
  view: LeadView,
  name: string,
  tabOrder: number,
): Promise<void> {
  const { say } = view;
  const title = say('排查名单', 'Screening list');
  const sheet = book.sheet(name, {
    columns: [
      { heading: say(LEAD_ID_HEADING.zh, LEAD_ID_HEADING.en), width: 20, kind: 'text' },
      { heading: say('次序', 'Rank'), width: 8, kind: 'int' },
      { heading: say('规则', 'Rule'), width: 9, kind: 'text' },
      { heading: say('排查内容', 'What to look at'), width: 22, kind: 'wrap' },
      { heading: say('对象类型', 'Kind'), width: 10, kind: 'text' },
      { heading: say('对象', 'Subject'), width: 14, kind: 'wrap' },
      { heading: say('身份证号', 'ID number'), width: 21, kind: 'text' },
      { heading: say('乡镇', 'Town'), width: 12, kind: 'text' },
      { heading: say('村（居）', 'Village'), width: 12, kind: 'text' },
      { heading: say('电话', 'Phone'), width: 14, kind: 'text' },
      { heading: say('金额（元）', 'Amount (yuan)'), width: 13, kind: 'money' },
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
    freezeColumns: 1,
    landscape: true,
    tabColour: '1D5B33',
    pageHeader: title,
    tabOrder,
  });
  const sql = `select ${leadSelect(view.lang)}, rank, phone from lead
    where grade = 'screening' and not coalesce(quiet, false) and change is distinct from 'gone' order by rank, lead_id`;
  for await (const row of streamRows(db, sql)) {
    await sheet.row([
      text(row, 'lead_id'),
      integer(row, 'rank'),
      text(row, 'rule'),
      text(row, 'title'),
      codeWord('subject', text(row, 'subject_kind'), say),
      shownText(view, text(row, 'subject_name')),
      shownNumber(view, 'id_number', text(row, 'id_number')),
      text(row, 'town'),
      text(row, 'village'),
      shownNumber(view, 'phone', text(row, 'phone')),
      integer(row, 'amount_fen'),
      shownText(view, text(row, 'summary')),
    ]);
  }
  await sheet.close();
}
