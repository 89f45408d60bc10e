import type { DuckDBConnection } from '@duckdb/node-api';
import { maskId } from '@yangguang/domain/words/id-number';
import type { RunMeta } from '../../run/run-meta.ts';
import { sayIn } from '../lead-words.ts';
import { maskPhone } from '../mask-values.ts';
import { integer, type StreamedRow, streamRows, text } from '../stream-rows.ts';
import { createWorkbook, type Workbook } from '../write-xlsx.ts';
import type { Cell } from '../xlsx/cell.ts';
import type { ColumnSpec } from '../xlsx/sheet-spec.ts';
import { type Cohort, cohorts } from './cohorts.ts';
import { kindName, reasonWord } from './kind-names.ts';
import { writeVillageBaseline } from './village-baseline.ts';

interface Texts {
  readonly zh: string;
  readonly en: string;
}

export const cohortTitles: Readonly<Record<Cohort, Texts>> = {
  on_aid: { zh: '在保对象', en: 'On aid' },
  uncovered: { zh: '未享受的建档立卡（脱贫）人口', en: 'Registered poor not on aid' },
  exited: { zh: '去年以来退出的家庭', en: 'Left since last year' },
  refused: { zh: '去年以来申请未批准的家庭', en: 'Refused since last year' },
};

interface BookColumn extends Texts {
  readonly width: number;
  readonly kind: ColumnSpec['kind'];
  readonly cell: (row: StreamedRow, meta: RunMeta, serial: number) => Cell;
}

const shared: readonly BookColumn[] = [
  { zh: '序号', en: 'No.', width: 7, kind: 'int', cell: (_row, _meta, serial) => serial },
  { zh: '乡镇（街道）', en: 'Town', width: 14, kind: 'text', cell: (row) => text(row, 'town') },
  { zh: '村（居）', en: 'Village', width: 14, kind: 'text', cell: (row) => text(row, 'village') },
  { zh: '姓名', en: 'Name', width: 10, kind: 'text', cell: (row) => text(row, 'name') },
  { zh: '身份证号', en: 'ID number', width: 21, kind: 'text', cell: (row, meta) => idCell(row, meta) },
  { zh: '类别', en: 'Kind', width: 16, kind: 'text', cell: (row, meta) => kindName(row, meta.lang) },
];

const persons: BookColumn = {
  zh: '人数',
  en: 'Persons',
  width: 7,
  kind: 'int',
  cell: (row) => integer(row, 'persons'),
};
const reason: BookColumn = {
  zh: '原因',
  en: 'Reason',
  width: 28,
  kind: 'wrap',
  cell: (row, meta) => reasonWord(text(row, 'reason'), meta.lang),
};
const phone: BookColumn = { zh: '联系电话', en: 'Phone', width: 14, kind: 'text', cell: phoneCell };
const nowOnAid: BookColumn = {
  zh: '现在是否在保',
  en: 'On aid now',
  width: 12,
  kind: 'text',
  cell: (row, meta) => (row['now_on_aid'] === true ? sayIn(meta.lang)('是', 'yes') : ''),
};
const since = (zh: string, en: string): BookColumn => ({
  zh,
  en,
  width: 12,
  kind: 'text',
  cell: (row) => text(row, 'since'),
});
const amount = (zh: string, en: string): BookColumn => ({
  zh,
  en,
  width: 14,
  kind: 'money',
  cell: (row) => integer(row, 'amount_fen'),
});
const finding: BookColumn = { zh: '核查情况', en: 'Finding', width: 20, kind: 'wrap', cell: () => '' };

const columnsOf: Readonly<Record<Cohort, readonly BookColumn[]>> = {
  on_aid: [
    ...shared,
    {
      zh: '家庭人口',
      en: 'Household size',
      width: 10,
      kind: 'int',
      cell: (row) => integer(row, 'household_size'),
    },
    { ...persons, zh: '保障人数', en: 'Insured', width: 10 },
    { zh: '家庭成员', en: 'Members', width: 26, kind: 'wrap', cell: (row) => text(row, 'members') },
    amount('月保障金额（元）', 'Monthly amount (CNY)'),
    since('起始月', 'Since'),
    phone,
    finding,
  ],
  uncovered: [
    ...shared,
    { zh: '户编号', en: 'Household no.', width: 16, kind: 'text', cell: (row) => text(row, 'file_no') },
    { zh: '户主', en: 'Head', width: 10, kind: 'text', cell: (row) => text(row, 'members') },
    since('脱贫年度', 'Lifted in'),
    { ...reason, zh: '致贫原因或风险', en: 'Cause or risk' },
    phone,
    finding,
  ],
  exited: [
    ...shared,
    persons,
    amount('原月保障金额（元）', 'Former monthly amount (CNY)'),
    since('退出时间', 'Left'),
    reason,
    nowOnAid,
    phone,
    finding,
  ],
  refused: [...shared, persons, since('申请时间', 'Applied'), reason, nowOnAid, phone, finding],
};

function idCell(row: StreamedRow, meta: RunMeta): string {
  const id = text(row, 'id_number');
  return meta.idNumbers === 'full' || id === '' ? id : maskId(id);
}

function phoneCell(row: StreamedRow, meta: RunMeta): string {
  const number = text(row, 'phone');
  return meta.idNumbers === 'full' || number === '' ? number : maskPhone(number);
}

/** Writes the workbook of the four cohorts: the table to sign by village first, then a sheet a cohort. */
export async function writeCohortBook(db: DuckDBConnection, path: string, meta: RunMeta): Promise<void> {
  const say = sayIn(meta.lang);
  const book = createWorkbook(path, {
    title: say('底册', 'Base rolls'),
    createdOn: meta.asOf,
    lang: meta.lang,
  });
  await writeVillageBaseline(db, book, meta);
  for (const cohort of cohorts) await writeCohort(db, book, cohort, meta);
  await book.close();
}

async function writeCohort(
  db: DuckDBConnection,
  book: Workbook,
  cohort: Cohort,
  meta: RunMeta,
): Promise<void> {
  const columns = columnsOf[cohort];
  const say = sayIn(meta.lang);
  const title = cohortTitles[cohort][meta.lang];
  const sheet = book.sheet(title, {
    title: `${meta.regionName}${title}`,
    subtitle: [
      say(
        `数据时点 ${meta.asOf}。人人在册，不论有没有疑点。`,
        `Data as of ${meta.asOf}. Everyone is listed, with or without a lead.`,
      ),
    ],
    columns: columns.map((column) => ({
      heading: column[meta.lang],
      width: column.width,
      kind: column.kind,
    })),
    filter: true,
    landscape: true,
    freezeColumns: 4,
  });
  let serial = 0;
  const rows = streamRows(
    db,
    `SELECT * FROM base_roll WHERE cohort = '${cohort}'
     ORDER BY town NULLS LAST, village NULLS LAST, unit, row_key`,
  );
  for await (const row of rows) {
    serial += 1;
    await sheet.row(columns.map((column) => column.cell(row, meta, serial)));
  }
  await sheet.close();
}
