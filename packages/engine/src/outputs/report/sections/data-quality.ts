import type { FileSummary, RunMeta } from '../../../run/run-meta.ts';
import { columnHeading, faultName } from '../../import-report/fault-names.ts';
import { dataTable } from '../data-table.ts';
import { barChart, figure, legend } from '../figure.ts';
import { formatCount } from '../format-count.ts';
import { both, bothOf, type Html, html } from '../html.ts';
import type { ReportFacts } from '../report-facts.ts';

/** A folder split by village may hold hundreds of sheets; the page shows this many, the import report all. */
const sheetLimit = 150;

/** What became of every row of every sheet, which cells were damaged and what the files' alarms say. */
export function dataQualitySection(facts: ReportFacts, meta: RunMeta): Html {
  const files = meta.files.slice(0, sheetLimit);
  return html`<section id="data" aria-labelledby="data-title">
<h2 id="data-title">${both('数据质量', 'Data quality')}</h2>
${files.length === 0 ? html`<p class="empty">${both('没有读入任何表。', 'No sheet was read.')}</p>` : reconciliation(files)}
${
  meta.files.length > files.length
    ? html`<p class="note">${both(
        `另有 ${meta.files.length - files.length} 张表未列出，见《导入情况.xlsx》。`,
        `${meta.files.length - files.length} more sheets are in 导入情况.xlsx.`,
      )}</p>`
    : ''
}
${alarms(files)}
${setAside(facts)}
${faults(facts, meta)}
</section>`;
}

function sheetName(file: FileSummary): string {
  return file.sheet === '' ? file.file : `${file.file} · ${file.sheet}`;
}

function recognised(file: FileSummary): Html {
  return file.table === null
    ? both('未识别', 'Not recognised')
    : bothOf({ zh: file.titleZh, en: file.titleEn });
}

/** The identity that must hold for every sheet: rows in = taken + set aside + structure. */
export function isReconciled(file: FileSummary): boolean {
  return file.rowsIn === file.rowsTaken + file.rowsSetAside + file.rowsStructure;
}

function reconciliation(files: readonly FileSummary[]): Html {
  return figure({
    id: 'reconciliation',
    title: { zh: '逐表对账', en: 'Reconciliation by sheet' },
    note: both(
      '读入行数 = 采用 + 挑出 + 标题、合计和说明行。每张表都要平。',
      'Rows in = taken + set aside + titles, totals and notes. Every sheet must balance.',
    ),
    chart: html`${legend([
      { tone: 'taken', name: { zh: '采用', en: 'Taken' } },
      { tone: 'aside', name: { zh: '挑出', en: 'Set aside' } },
      { tone: 'structure', name: { zh: '标题、合计、说明', en: 'Titles, totals, notes' } },
    ])}${barChart(
      files.map((file) => ({
        label: html`${sheetName(file)} <small>${recognised(file)}</small>`,
        // Each sheet fills its own width: the share that was lost matters, not the size of the file.
        segments: [
          { value: share(file.rowsTaken, file), tone: 'taken' as const },
          { value: share(file.rowsSetAside, file), tone: 'aside' as const },
          { value: share(file.rowsStructure, file), tone: 'structure' as const },
        ],
        value: html`<strong>${formatCount(file.rowsIn)}</strong> <small>= ${formatCount(file.rowsTaken)} + ${formatCount(file.rowsSetAside)} + ${formatCount(file.rowsStructure)} ${balance(file)}</small>`,
      })),
      1,
    )}`,
    table: reconciliationTable(files),
  });
}

function reconciliationTable(files: readonly FileSummary[]): Html {
  const sum = (name: 'rowsIn' | 'rowsTaken' | 'rowsSetAside' | 'rowsStructure'): number =>
    files.reduce((total, file) => total + file[name], 0);
  return dataTable({
    id: 'reconciliation-data',
    caption: { zh: '逐表对账', en: 'Reconciliation by sheet' },
    columns: [
      { heading: { zh: '文件、工作表', en: 'File, sheet' } },
      { heading: { zh: '识别为', en: 'Recognised as' } },
      { heading: { zh: '把握', en: 'Confidence' }, numeric: true },
      { heading: { zh: '数据日期', en: 'Data date' } },
      { heading: { zh: '读入行', en: 'Rows in' }, numeric: true },
      { heading: { zh: '采用', en: 'Taken' }, numeric: true },
      { heading: { zh: '挑出', en: 'Set aside' }, numeric: true },
      { heading: { zh: '标题、合计、说明', en: 'Titles, totals, notes' }, numeric: true },
      { heading: { zh: '对账', en: 'Balance' } },
    ],
    rows: files.map((file) => [
      sheetName(file),
      recognised(file),
      file.table === null ? '' : `${Math.round(file.confidence * 100)}%`,
      file.sourceOn ?? '',
      formatCount(file.rowsIn),
      formatCount(file.rowsTaken),
      formatCount(file.rowsSetAside),
      formatCount(file.rowsStructure),
      balance(file),
    ]),
    total: [
      both('合计', 'Total'),
      '',
      '',
      '',
      formatCount(sum('rowsIn')),
      formatCount(sum('rowsTaken')),
      formatCount(sum('rowsSetAside')),
      formatCount(sum('rowsStructure')),
      '',
    ],
  });
}

function share(rows: number, file: FileSummary): number {
  return file.rowsIn === 0 ? 0 : rows / file.rowsIn;
}

function balance(file: FileSummary): Html {
  return isReconciled(file)
    ? html`<span class="ok">✓ ${both('平', 'balanced')}</span>`
    : html`<span class="bad">✗ ${both('不平', 'not balanced')}</span>`;
}

function alarms(files: readonly FileSummary[]): Html | string {
  const withAlarms = files.filter((file) => file.alarms.length > 0);
  if (withAlarms.length === 0) return '';
  return html`<h3>${both('文件提醒', 'Notes on files')}</h3><dl class="notes">${withAlarms.map(
    (file) =>
      html`<div><dt>${sheetName(file)}</dt>${file.alarms.map((alarm) => html`<dd>${bothOf(alarm)}</dd>`)}</div>`,
  )}</dl>`;
}

function setAside(facts: ReportFacts): Html | string {
  if (facts.setAside.length === 0) return '';
  return html`<h3>${both('挑出的行', 'Rows set aside')}</h3><p class="note">${both(
    '原行和原因在 set-aside 文件夹，可退回报送单位改正后重报。',
    'The rows and reasons are in the set-aside folder, ready to send back for correction.',
  )}</p>${dataTable({
    id: 'set-aside-data',
    caption: { zh: '挑出的行，按原因', en: 'Rows set aside, by reason' },
    columns: [
      { heading: { zh: '文件、工作表', en: 'File, sheet' } },
      { heading: { zh: '原因', en: 'Reason' } },
      { heading: { zh: '行', en: 'Rows' }, numeric: true },
    ],
    rows: facts.setAside.map((row) => [
      row.sheet === '' ? row.file : `${row.file} · ${row.sheet}`,
      both(row.reasonZh, row.reasonEn),
      formatCount(row.rows),
    ]),
  })}`;
}

function faults(facts: ReportFacts, meta: RunMeta): Html | string {
  if (facts.faults.length === 0) return '';
  return html`<h3>${both('有毛病的单元格', 'Faulty cells')}</h3><p class="note">${both(
    '认不出的按空白处理，认出一部分的按认出的用；所在的行照样采用。身份证号被表格软件损坏的，请对方改成文本格式重新导出。',
    'What cannot be read counts as empty, what can be read in part is used; the rows stay. Where a spreadsheet damaged ID numbers, ask for a new export as text.',
  )}</p>${dataTable({
    id: 'fault-data',
    caption: { zh: '有毛病的单元格，按列', en: 'Faulty cells, by column' },
    columns: [
      { heading: { zh: '文件、工作表', en: 'File, sheet' } },
      { heading: { zh: '列', en: 'Column' } },
      { heading: { zh: '毛病', en: 'Fault' } },
      { heading: { zh: '单元格', en: 'Cells' }, numeric: true },
    ],
    rows: facts.faults.map((row) => [
      row.sheet === '' ? row.file : `${row.file} · ${row.sheet}`,
      columnHeading(meta.files, row),
      bothOf(faultName(row.code)),
      formatCount(row.cells),
    ]),
  })}`;
}
