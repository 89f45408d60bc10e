import type { LedgerCell, LedgerTable } from '@yangguang/contract/ledger';
import { createWorkbook } from '@yangguang/engine/outputs/write-xlsx';
import type { CellKind } from '@yangguang/engine/outputs/xlsx/styles';

/** What stands above and below the table. */
export interface LedgerFileHead {
  readonly lines: readonly string[];
  readonly watermark: string;
  readonly lang: 'zh' | 'en';
  /** 'YYYY-MM-DD' */
  readonly on: string;
}

const kinds: Readonly<Record<LedgerTable['head']['columns'][number]['kind'], CellKind>> = {
  text: 'wrap',
  count: 'int',
  fen: 'money',
  date: 'date',
};
const widths: Readonly<Record<string, number>> = {
  序号: 6,
  编号: 6,
  身份证号: 22,
  备注: 40,
  问题: 44,
  任务: 30,
  致困原因: 18,
  入户核查结果: 20,
  核查结果: 24,
};

/** Writes a ledger as a workbook: the notice's columns in their order, two-row headings where it has them, its note below. */
export async function writeLedgerFile(path: string, table: LedgerTable, head: LedgerFileHead): Promise<void> {
  const { columns, title, note } = table.head;
  const { lang } = head;
  const book = createWorkbook(path, { title: title[lang], createdOn: head.on, lang });
  const grouped = columns.flatMap(({ group }, i) => (group === null ? [] : [{ label: group[lang], at: i }]));
  const [first, last] = [grouped[0], grouped.at(-1)];
  const sheet = book.sheet(title[lang], {
    title: title[lang],
    subtitle: head.lines,
    columns: columns.map(({ name, en, kind }) => ({
      heading: lang === 'zh' ? name : en,
      width: widths[name] ?? (kind === 'text' ? 16 : 12),
      kind: kinds[kind],
    })),
    landscape: true,
    pageFooter: head.watermark,
    ...(first === undefined || last === undefined
      ? {}
      : { groupHeaders: [{ label: first.label, from: first.at, to: last.at }] }),
  });
  for (const row of table.rows) {
    const cells = row.cells.map((cell) => valueOf(cell, lang));
    await sheet.row(row.isTotal ? withTotal(cells, lang) : cells);
  }
  if (note !== null) await sheet.row([{ value: note[lang], span: columns.length, kind: 'wrap' }]);
  await sheet.close();
  await book.close();
}

function valueOf({ number, text, en }: LedgerCell, lang: 'zh' | 'en'): string | number | null {
  return number ?? (lang === 'en' ? (en ?? text) : text);
}

/** The sum says that it is one, where its first cell is free. */
function withTotal(
  cells: readonly (string | number | null)[],
  lang: 'zh' | 'en',
): (string | number | null)[] {
  const free = cells.indexOf(null);
  return cells.map((cell, i) => (i === free ? (lang === 'zh' ? '合计' : 'Total') : cell));
}
