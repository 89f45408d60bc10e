import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { FileSummary, RunMeta } from '../../run/run-meta.ts';
import { sayIn } from '../lead-words.ts';
import { numberOf, readRows } from '../read-rows.ts';
import { streamRows, text } from '../stream-rows.ts';
import { createWorkbook, type Workbook } from '../write-xlsx.ts';
import type { Cell } from '../xlsx/cell.ts';
import { columnHeading, faultName } from './fault-names.ts';
import { writeSetAsideFiles } from './set-aside-files.ts';

interface Fault {
  readonly file: string;
  readonly sheet: string;
  readonly column: string;
  readonly code: string;
  readonly cells: number;
}

/**
 * Writes what became of every file: 导入情况.xlsx and import-report.json (sheets, how each was recognised, which
 * heading feeds which column, rows in = taken + set aside + structure, alarms, faults by column), and the folder
 * `set-aside/` with the rows to send back. The two reports hold counts and headings, never a row's content.
 */
export async function writeImportReport(db: DuckDBConnection, dir: string, meta: RunMeta): Promise<void> {
  const faults = await readFaultCounts(db);
  await writeFile(join(dir, 'import-report.json'), `${JSON.stringify(reportOf(meta, faults), null, 2)}\n`, {
    encoding: 'utf8',
    mode: 0o600,
  });
  const say = sayIn(meta.lang);
  const title = say('导入情况', 'Import report');
  const book = createWorkbook(join(dir, '导入情况.xlsx'), { title, createdOn: meta.asOf, lang: meta.lang });
  await writeSheets(book, meta);
  await writeMappings(book, meta);
  await writeFaults(book, meta, faults);
  await writeReasons(db, book, meta);
  await book.close();
  const folder = join(dir, 'set-aside');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeSetAsideFiles(db, folder, meta);
}

async function readFaultCounts(db: DuckDBConnection): Promise<Fault[]> {
  const rows = await readRows(
    db,
    `SELECT s.file, s.sheet, f.column_name, f.code, count(*) AS cells
     FROM cell_fault f JOIN import_sheet s USING (sheet_id) GROUP BY ALL
     ORDER BY s.file, s.sheet, f.column_name, f.code`,
  );
  return rows.map((row) => ({
    file: text(row, 'file'),
    sheet: text(row, 'sheet'),
    column: text(row, 'column_name'),
    code: text(row, 'code'),
    cells: numberOf(row, 'cells'),
  }));
}

function sortedFiles(meta: RunMeta): FileSummary[] {
  const key = (file: FileSummary): string => `${file.file}\u0000${file.sheet}`;
  return [...meta.files].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

/** The content of import-report.json. */
function reportOf(meta: RunMeta, faults: readonly Fault[]): object {
  return {
    asOf: meta.asOf,
    region: meta.region,
    engineVersion: meta.engineVersion,
    packVersion: meta.packVersion,
    sheets: sortedFiles(meta).map((file) => ({
      file: file.file,
      sheet: file.sheet,
      table: file.table,
      title: { zh: file.titleZh, en: file.titleEn },
      confidence: Math.round(file.confidence * 1000) / 1000,
      sourceOn: file.sourceOn,
      rows: {
        in: file.rowsIn,
        taken: file.rowsTaken,
        setAside: file.rowsSetAside,
        structure: file.rowsStructure,
        balanced: file.rowsIn === file.rowsTaken + file.rowsSetAside + file.rowsStructure,
      },
      mapping: file.mapping,
      alarms: file.alarms,
      faults: faults
        .filter((fault) => fault.file === file.file && fault.sheet === file.sheet)
        .map((fault) => ({ column: fault.column, code: fault.code, cells: fault.cells })),
    })),
  };
}

async function writeSheets(book: Workbook, meta: RunMeta): Promise<void> {
  const say = sayIn(meta.lang);
  const sheet = book.sheet(say('文件', 'Files'), {
    title: say('导入情况', 'Import report'),
    subtitle: [
      say(
        '读入行数 = 采用 + 挑出 + 标题、合计和说明行。挑出的行在 set-aside 文件夹，可退回报送单位。',
        'Rows in = taken + set aside + titles, totals and notes. Rows set aside are in the set-aside folder, to send back.',
      ),
    ],
    columns: [
      { heading: say('文件', 'File'), width: 36, kind: 'wrap' },
      { heading: say('工作表', 'Sheet'), width: 14, kind: 'wrap' },
      { heading: say('识别为', 'Recognised as'), width: 22, kind: 'wrap' },
      { heading: say('把握', 'Confidence'), width: 8, kind: 'text' },
      { heading: say('数据日期', 'Data date'), width: 12, kind: 'date' },
      { heading: say('读入行', 'Rows in'), width: 10, kind: 'int' },
      { heading: say('采用', 'Taken'), width: 10, kind: 'int' },
      { heading: say('挑出', 'Set aside'), width: 10, kind: 'int' },
      { heading: say('标题、合计、说明', 'Titles, totals, notes'), width: 12, kind: 'int' },
      { heading: say('对账', 'Balance'), width: 8, kind: 'text' },
      { heading: say('提醒', 'Notes'), width: 60, kind: 'wrap' },
    ],
    filter: true,
    landscape: true,
    freezeColumns: 1,
  });
  const files = sortedFiles(meta);
  for (const file of files) {
    const balanced = file.rowsIn === file.rowsTaken + file.rowsSetAside + file.rowsStructure;
    await sheet.row([
      file.file,
      file.sheet,
      recognisedAs(file, meta),
      file.table === null ? '' : `${Math.round(file.confidence * 100)}%`,
      file.sourceOn,
      file.rowsIn,
      file.rowsTaken,
      file.rowsSetAside,
      file.rowsStructure,
      balanced ? say('平', 'balanced') : { value: say('不平', 'NOT balanced'), look: 'serious' },
      file.alarms.map((alarm) => alarm[meta.lang]).join('\n'),
    ]);
  }
  await sheet.row(totalCells(files, say('合计', 'Total')), { look: 'total' });
  await sheet.close();
}

function totalCells(files: readonly FileSummary[], label: string): Cell[] {
  const sum = (of: (file: FileSummary) => number): number =>
    files.reduce((total, file) => total + of(file), 0);
  return [
    label,
    '',
    '',
    '',
    '',
    sum((file) => file.rowsIn),
    sum((file) => file.rowsTaken),
    sum((file) => file.rowsSetAside),
    sum((file) => file.rowsStructure),
    '',
    '',
  ];
}

function recognisedAs(file: FileSummary, meta: RunMeta): string {
  if (file.table !== null) return meta.lang === 'en' ? file.titleEn : file.titleZh;
  return sayIn(meta.lang)('未识别', 'Not recognised');
}

async function writeMappings(book: Workbook, meta: RunMeta): Promise<void> {
  const say = sayIn(meta.lang);
  const sheet = book.sheet(say('列对应', 'Columns'), {
    subtitle: [
      say(
        '每个表头对应到哪一列。对错了，请在映射文件里改正后重新核对。',
        'Which heading feeds which column. If one is wrong, correct the mapping file and check again.',
      ),
    ],
    columns: [
      { heading: say('文件', 'File'), width: 36, kind: 'wrap' },
      { heading: say('工作表', 'Sheet'), width: 14, kind: 'wrap' },
      { heading: say('识别为', 'Recognised as'), width: 22, kind: 'wrap' },
      { heading: say('表头', 'Heading'), width: 24, kind: 'wrap' },
      { heading: say('对应列', 'Column'), width: 24, kind: 'text' },
    ],
    filter: true,
  });
  for (const file of sortedFiles(meta)) {
    for (const entry of file.mapping) {
      const column = entry.column ?? say('（不用）', '(not used)');
      await sheet.row([file.file, file.sheet, recognisedAs(file, meta), entry.heading, column]);
    }
  }
  await sheet.close();
}

async function writeFaults(book: Workbook, meta: RunMeta, faults: readonly Fault[]): Promise<void> {
  const say = sayIn(meta.lang);
  const sheet = book.sheet(say('单元格毛病', 'Faulty cells'), {
    subtitle: [
      say(
        '认不出的按空白处理，认出一部分的按认出的用；所在的行照样采用。身份证号被表格软件损坏的，请对方改成文本格式重新导出。',
        'What cannot be read counts as empty, what can be read in part is used; the rows stay. Where a spreadsheet damaged ID numbers, ask for a new export as text.',
      ),
    ],
    columns: [
      { heading: say('文件', 'File'), width: 36, kind: 'wrap' },
      { heading: say('工作表', 'Sheet'), width: 14, kind: 'wrap' },
      { heading: say('列', 'Column'), width: 22, kind: 'wrap' },
      { heading: say('毛病', 'Fault'), width: 34, kind: 'wrap' },
      { heading: say('单元格数', 'Cells'), width: 10, kind: 'int' },
    ],
    filter: true,
  });
  for (const fault of faults) {
    const heading = columnHeading(meta.files, fault);
    await sheet.row([fault.file, fault.sheet, heading, faultName(fault.code)[meta.lang], fault.cells]);
  }
  await sheet.close();
}

async function writeReasons(db: DuckDBConnection, book: Workbook, meta: RunMeta): Promise<void> {
  const say = sayIn(meta.lang);
  const sheet = book.sheet(say('挑出的行', 'Rows set aside'), {
    subtitle: [
      say(
        '按原因统计；原行在 set-aside 文件夹。',
        'Counted by reason; the rows themselves are in the set-aside folder.',
      ),
    ],
    columns: [
      { heading: say('文件', 'File'), width: 36, kind: 'wrap' },
      { heading: say('工作表', 'Sheet'), width: 14, kind: 'wrap' },
      { heading: say('原因', 'Reason'), width: 50, kind: 'wrap' },
      { heading: say('行数', 'Rows'), width: 10, kind: 'int' },
    ],
    filter: true,
  });
  const reasons = streamRows(
    db,
    `SELECT s.file, s.sheet, a.code, min(a.reason_${meta.lang}) AS reason, count(*) AS held
     FROM set_aside a JOIN import_sheet s USING (sheet_id) GROUP BY s.file, s.sheet, a.code
     ORDER BY s.file, s.sheet, a.code`,
  );
  for await (const row of reasons) {
    await sheet.row([text(row, 'file'), text(row, 'sheet'), text(row, 'reason'), numberOf(row, 'held')]);
  }
  await sheet.close();
}
