import type { RunMeta } from '../../run/run-meta.ts';
import type { Say } from '../lead-words.ts';
import type { SheetHandle, Workbook } from '../write-xlsx.ts';
import type { Cell } from '../xlsx/cell.ts';

const SPAN = 9;

/** Writes the sheet of data quality: every file's rows, the rules that stayed silent, the numbers to fill in. */
export async function writeQuality(
  book: Workbook,
  name: string,
  meta: RunMeta,
  say: Say,
  tabOrder: number,
): Promise<void> {
  const title = say('数据质量', 'Data quality');
  const sheet = book.sheet(name, {
    columns: [
      { heading: say('文件', 'File'), width: 34, kind: 'wrap' },
      { heading: say('工作表', 'Sheet'), width: 14, kind: 'wrap' },
      { heading: say('认作', 'Recognised as'), width: 22, kind: 'wrap' },
      { heading: say('数据日期', 'Data date'), width: 12, kind: 'date' },
      { heading: say('读入行', 'Rows in'), width: 10, kind: 'int' },
      { heading: say('采用', 'Taken'), width: 10, kind: 'int' },
      { heading: say('退回待补', 'Set aside'), width: 10, kind: 'int' },
      { heading: say('标题合计备注', 'Titles, totals'), width: 12, kind: 'int' },
      { heading: say('提醒', 'Alarms'), width: 50, kind: 'wrap' },
    ],
    title,
    landscape: true,
    tabColour: '52606D',
    pageHeader: title,
    tabOrder,
  });
  for (const file of meta.files) {
    await sheet.row([
      file.file,
      file.sheet,
      file.table === null
        ? say('未识别，未使用', 'not recognised, not used')
        : say(file.titleZh, file.titleEn),
      file.sourceOn,
      file.rowsIn,
      file.rowsTaken,
      { value: file.rowsSetAside, look: file.rowsSetAside > 0 ? 'suspect' : 'body' },
      file.rowsStructure,
      file.alarms.map((alarm) => say(alarm.zh, alarm.en)).join('\n'),
    ]);
  }
  await writeSilent(sheet, meta, say);
  await writeNumbers(sheet, meta, say);
  await sheet.close();
}

async function head(sheet: SheetHandle, value: string, columns: readonly [string, string]): Promise<void> {
  await sheet.row([]);
  await sheet.row([{ value, look: 'section', kind: 'text', span: SPAN }], { height: 20 });
  const [first, second] = columns;
  await sheet.row([
    { value: first, look: 'label', kind: 'text', span: 3 },
    { value: second, look: 'label', kind: 'text', span: SPAN - 3 },
  ]);
}

async function pair(sheet: SheetHandle, first: string, second: string): Promise<void> {
  const cells: Cell[] = [
    { value: first, span: 3, kind: 'wrap' },
    { value: second, span: SPAN - 3, kind: 'wrap' },
  ];
  await sheet.row(cells, { height: 'fit' });
}

async function writeSilent(sheet: SheetHandle, { silentRules }: RunMeta, say: Say): Promise<void> {
  if (silentRules.length === 0) return;
  await head(sheet, say('没有运行的规则', 'Rules that did not run'), [
    say('规则', 'Rule'),
    say('补上什么就能运行', 'What would enable it'),
  ]);
  for (const rule of silentRules) {
    const missing = rule.missing.map((file) => say(file.zh, file.en)).join(say('、', ', '));
    await pair(sheet, `${rule.rule} ${say(rule.titleZh, rule.titleEn)}`, missing);
  }
}

async function writeNumbers(sheet: SheetHandle, { numbersToFill }: RunMeta, say: Say): Promise<void> {
  if (numbersToFill.length === 0) return;
  await head(sheet, say('待填的本地数字', 'Local numbers to fill in'), [
    say('数字', 'Number'),
    say('为什么需要', 'Why'),
  ]);
  for (const number of numbersToFill) {
    await pair(sheet, `${say(number.zh, number.en)} (${number.name})`, say(number.why.zh, number.why.en));
  }
}
