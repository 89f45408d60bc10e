import type { DuckDBConnection } from '@duckdb/node-api';
import { formatYuan } from '@yangguang/domain/words/money';
import { programmeText } from '../lead-words.ts';
import { type LeadView, severityLook, shownText } from '../lead-sheet.ts';
import { integer, type StreamedRow, streamRows, text } from '../stream-rows.ts';
import type { Workbook } from '../write-xlsx.ts';

const SHOWN = 20;

/**
 * The first twenty cards: half for what may have been missed, half for what may be paid wrongly, each side by its
 * gravest lead, taken in turn; a card stands once, and where one side has fewer the other fills up.
 */
const SELECT_FIRST = `with sided as (
    select l.*, case when family = 'OMI' then 0 else 1 end as side from ledger_lead l where card_key is not null),
  best as (select * from sided
    qualify row_number() over (partition by card_key, side order by severity_no, rank, lead_id) = 1),
  placed as (select b.*, c.card_no, c.serious, c.rules, c.omissions, c.amount_fen as card_fen,
      row_number() over (partition by side order by b.severity_no, c.card_no) as turn
    from best b join ledger_card c using (card_key)),
  once as (select * from placed qualify row_number() over (partition by card_key order by turn, side) = 1)
  select *, row_number() over (order by turn, side, card_no) as line from once order by line limit ${SHOWN}`;

/** Writes the sheet of the first twenty to look at and why; each line leads to its card. */
export async function writeFirstTwenty(
  db: DuckDBConnection,
  book: Workbook,
  view: LeadView,
  names: { readonly sheet: string; readonly tabOrder: number },
  places: ReadonlyMap<number, { sheet: string; cell: string }>,
): Promise<void> {
  const { say } = view;
  const title = say('先看这些', 'Look at these first');
  const sheet = book.sheet(names.sheet, {
    columns: [
      { heading: say('次序', 'No.'), width: 7, kind: 'int', look: 'centre' },
      { heading: say('户主或本人', 'Household or person'), width: 14, kind: 'wrap' },
      { heading: say('乡镇', 'Town'), width: 13, kind: 'text' },
      { heading: say('村（居）', 'Village'), width: 13, kind: 'text' },
      { heading: say('类别', 'Programme'), width: 13, kind: 'wrap' },
      { heading: say('最重的疑点', 'Gravest lead'), width: 24, kind: 'wrap' },
      { heading: say('为什么先看', 'Why first'), width: 34, kind: 'wrap' },
      { heading: say('情况说明', 'What was found'), width: 52, kind: 'wrap' },
      { heading: say('卡片', 'Card'), width: 9, kind: 'text' },
    ],
    title,
    subtitle: [
      say(
        '漏保与错保各取一半，轮流排列；按疑点轻重、指向同一户的规则多少、涉及金额排序。这是查看的次序，不是认定。',
        'Half may have been missed, half may be paid wrongly, in turn; by gravity, number of rules and money. An order of work, not a finding.',
      ),
    ],
    landscape: true,
    tabColour: 'B45309',
    pageHeader: title,
    tabOrder: names.tabOrder,
  });
  for await (const row of streamRows(db, SELECT_FIRST)) {
    const place = places.get(integer(row, 'card_no') ?? 0);
    const severity = text(row, 'severity');
    await sheet.row([
      integer(row, 'line'),
      shownText(view, text(row, 'household_head_name') || text(row, 'subject_name')),
      text(row, 'town'),
      text(row, 'village'),
      programmeText(text(row, 'programme'), text(row, 'scheme'), say) || say('未在册', 'on no roster'),
      { value: `${text(row, 'rule')} ${text(row, 'title')}`, look: severityLook(severity) },
      whyFirst(row, view),
      shownText(view, text(row, 'summary')),
      {
        value: say(`卡 ${text(row, 'card_no')}`, `Card ${text(row, 'card_no')}`),
        look: 'link',
        ...(place ? { link: place } : {}),
      },
    ]);
  }
  await sheet.close();
}

function whyFirst(row: StreamedRow, { say }: LeadView): string {
  const count = (column: string): number => integer(row, column) ?? 0;
  const reasons: string[] = [];
  if (count('omissions') > 0) {
    reasons.push(
      say(`可能漏保、少享：${count('omissions')} 条`, `may be missing support: ${count('omissions')}`),
    );
  }
  if (count('serious') > 0)
    reasons.push(say(`严重疑点 ${count('serious')} 条`, `serious leads: ${count('serious')}`));
  if (count('rules') >= 2)
    reasons.push(say(`${count('rules')} 条规则同时指向`, `${count('rules')} rules point here`));
  if (count('card_fen') > 0) {
    const yuan = formatYuan(count('card_fen'));
    reasons.push(say(`最大一笔涉及 ${yuan} 元`, `largest amount ${yuan} yuan`));
  }
  if (reasons.length === 0) reasons.push(say('同类中证据次序靠前', 'first of its kind by evidence'));
  return reasons.join(say('；', '; '));
}
