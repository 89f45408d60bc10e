import type { DuckDBConnection } from '@duckdb/node-api';
import { maskId } from '@yangguang/domain/words/id-number';
import { formatYuan } from '@yangguang/domain/words/money';
import type { RunMeta } from '../../run/run-meta.ts';
import { integer, type StreamedRow, streamRows, text } from '../stream-rows.ts';
import { createWorkbook } from '../write-xlsx.ts';
import type { Cell } from '../xlsx/cell.ts';
import type { ColumnSpec, SheetSpec } from '../xlsx/sheet-spec.ts';
import { annexRemark, collectRemarks } from './annex-remarks.ts';
import { refusals } from './cohorts.ts';
import { kindName } from './kind-names.ts';

/** The note under annex 1, word for word as the notice prints it. */
const annex1Note =
  '注：备注栏中写明以下情况：1、除享受城乡低保、低收入、特困供养等救助政策外，是否还享受其他救助政策；2、救助政策保障后是否仍有困难；3、是否存在近亲属享受社会救助的情况。';

/** The original form of annex 2 has six empty rows; a list without refusals keeps them to write in. */
const annex2BlankRows = 6;

const filledBy =
  '填报单位（盖章）：                填报日期：                填报人：            审核人：            联系电话：';

function column(heading: string, width: number, kind: ColumnSpec['kind'] = 'wrap'): ColumnSpec {
  // An official form: dark text on a light ground, as it will be printed and copied.
  return { heading, width, kind, headerLook: 'label' };
}

const firstColumns: readonly ColumnSpec[] = [
  column('序号', 6, 'int'),
  column('申请人', 9),
  column('身份证号', 21, 'text'),
  column('家庭人口', 7, 'int'),
  column('乡镇（街道）', 11),
  column('村（居委会）', 11),
  column('家庭收入', 15),
  column('家庭财产', 14),
];

/**
 * Writes S3's annex 1 (households on aid) exactly as the notice lays it out: thirteen columns, a row a household,
 * the note under the table. The finding is left empty for the visit; income states its unit.
 */
export async function writeAnnex1(db: DuckDBConnection, path: string, meta: RunMeta): Promise<void> {
  await collectRemarks(db);
  const title = `${meta.regionName}社会救助家庭排查情况统计表（在保）`;
  const columns = [
    ...firstColumns,
    column('救助类别', 10),
    column('保障金额', 12, 'money'),
    column('致困原因', 12),
    column('入户核查结果', 13),
    column('备注', 40),
  ];
  const book = createWorkbook(path, { title, createdOn: meta.asOf });
  const sheet = book.sheet('附件1', annexSpec(title, columns, meta, '附件1'));
  const rows = streamRows(
    db,
    `SELECT h.*, h.programme AS kind, r.other_aid, r.missing, r.kin_on_aid, r.kin_in_office
     FROM household h LEFT JOIN annex_remark r USING (household_key)
     ORDER BY h.town NULLS LAST, h.village NULLS LAST, h.household_key`,
  );
  let serial = 0;
  for await (const row of rows) {
    serial += 1;
    await sheet.row([
      ...firstCells(row, serial, meta, 'head_name', 'head_id', 'size'),
      kindName(row, 'zh'),
      integer(row, 'total_fen') ?? integer(row, 'amount_fen'),
      text(row, 'cause'),
      '',
      annexRemark(row),
    ]);
  }
  await sheet.row([{ value: annex1Note, span: columns.length, look: 'note', kind: 'wrap' }], {
    height: 'fit',
  });
  await sheet.close();
  await book.close();
}

/**
 * Writes S3's annex 2 (refused applications of the as-of date's year) with its two-row header: the first eleven
 * headings over both rows, the last over two columns. Undated refusals are listed too.
 */
export async function writeAnnex2(db: DuckDBConnection, path: string, meta: RunMeta): Promise<void> {
  const year = meta.asOf.slice(0, 4);
  const title = `${meta.regionName}社会救助家庭排查情况统计表（${year}年申请社会救助审批未通过）`;
  const columns = [
    ...firstColumns,
    column('申请救助时间', 12, 'date'),
    column('申请救助类别', 11),
    column('未批准救助原因', 18),
    column('核查结果（是否达到救助条件、并注明享受何种救助）', 24),
    column('调查人', 10),
  ];
  const book = createWorkbook(path, { title, createdOn: meta.asOf });
  const sheet = book.sheet('附件2', {
    ...annexSpec(title, columns, meta, '附件2'),
    groupHeaders: [{ label: '入户核查结果', from: 11, to: 12 }],
  });
  const rows = streamRows(
    db,
    `SELECT *, category AS kind FROM (${refusals})
     WHERE coalesce(year(coalesce(applied_on, rejected_on)), ${year}) = ${year}
     ORDER BY town NULLS LAST, village NULLS LAST, id_number NULLS LAST, row_key`,
  );
  let serial = 0;
  for await (const row of rows) {
    serial += 1;
    await sheet.row([
      ...firstCells(row, serial, meta, 'name', 'id_number', 'household_size'),
      text(row, 'applied_on'),
      kindName(row, 'zh'),
      text(row, 'reason'),
      text(row, 'result'),
      text(row, 'investigator'),
    ]);
  }
  if (serial === 0) {
    for (let blank = 0; blank < annex2BlankRows; blank++)
      await sheet.row(
        columns.map(() => ''),
        { height: 24 },
      );
  }
  await sheet.close();
  await book.close();
}

function annexSpec(title: string, columns: readonly ColumnSpec[], meta: RunMeta, annex: string): SheetSpec {
  return {
    title,
    subtitle: [filledBy],
    columns,
    landscape: true,
    pageHeader: annex,
    pageFooter: `数据时点 ${meta.asOf}    生成编号 ${meta.region}-${meta.asOf.replaceAll('-', '')}-${annex}`,
  };
}

function firstCells(
  row: StreamedRow,
  serial: number,
  meta: RunMeta,
  name: string,
  id: string,
  size: string,
): Cell[] {
  const number = text(row, id);
  return [
    serial,
    text(row, name),
    number === '' || meta.idNumbers === 'full' ? number : maskId(number),
    integer(row, size),
    text(row, 'town'),
    text(row, 'village'),
    incomeWords(row),
    text(row, 'assets'),
  ];
}

function incomeWords(row: StreamedRow): string {
  const month = integer(row, 'income_month_fen');
  if (month !== null) return `${formatYuan(month)}元/月`;
  const year = integer(row, 'income_year_fen');
  return year === null ? '' : `${formatYuan(year)}元/年`;
}
