import type { DuckDBConnection } from '@duckdb/node-api';
import { rowsOf, valueOf } from '../dataset/sql-engine.ts';
import type { Bilingual } from './file-summary.ts';
import type { Source } from './source.ts';
import type { Field } from './typing-task.ts';

const STATES: Readonly<Record<string, Bilingual>> = {
  truncated: { zh: '被表格软件截断（末尾变 0）', en: 'truncated by a spreadsheet (ending in zeros)' },
  scientific: { zh: '变成科学计数', en: 'in scientific notation' },
  bad_check: { zh: '校验码不对', en: 'with a wrong check digit' },
  bad_length: { zh: '位数不对', en: 'of wrong length' },
  masked: { zh: '被遮蔽', en: 'masked' },
  placeholder: { zh: '是占位数字', en: 'placeholders' },
};
const LOST = 0.01;

/** Alarms about damaged identity-number columns, before any matching. */
export async function diagnoseIds(
  db: DuckDBConnection,
  sheetId: number,
  source: Source,
): Promise<Bilingual[]> {
  const alarms: Bilingual[] = [];
  for (const column of source.columns.filter((c) => c.type === 'id')) {
    const rows = await rowsOf(
      db,
      `select ${column.name}_state as state, count(*) as n from ${source.table} where sheet_id = ${sheetId} group by all`,
    );
    const counts = new Map(rows.map((r) => [String(r['state']), Number(r['n'])]));
    const all = [...counts].filter(([s]) => s !== 'missing').reduce((sum, [, n]) => sum + n, 0);
    if (all === 0) continue;
    const found = Object.entries(STATES).flatMap(([state, words]) => {
      const n = counts.get(state) ?? 0;
      return n === 0 ? [] : [{ n, zh: `${n} 个${words.zh}`, en: `${n} ${words.en}` }];
    });
    const lost = ((counts.get('truncated') ?? 0) + (counts.get('scientific') ?? 0)) / all;
    if (lost > LOST) {
      alarms.push({
        zh: `“${column.zh}”列有 ${(100 * lost).toFixed(1)}% 的号码被表格软件损坏（${found.map((f) => f.zh).join('，')}）。请发送单位把该列设为文本格式后重新导出。`,
        en: `${(100 * lost).toFixed(1)}% of the numbers in "${column.en}" were damaged by a spreadsheet (${found.map((f) => f.en).join(', ')}). Ask the sender to export the column again as text.`,
      });
    } else if (found.reduce((sum, f) => sum + f.n, 0) / all > 0.005) {
      alarms.push({
        zh: `“${column.zh}”列中：${found.map((f) => f.zh).join('，')}（共 ${all} 个）。`,
        en: `In "${column.en}": ${found.map((f) => f.en).join(', ')} (of ${all}).`,
      });
    }
  }
  return alarms;
}

/** Accounts that lost their last digits look alike and would accuse the innocent. */
export async function diagnoseAccounts(db: DuckDBConnection, sheetId: number): Promise<Bilingual[]> {
  const n = Number(
    await valueOf(
      db,
      `select count(*) from cell_fault where sheet_id = ${sheetId} and code in ('account_truncated', 'account_scientific')`,
    ),
  );
  return n === 0
    ? []
    : [
        {
          zh: `${n} 个银行账号被表格软件截断，已按空处理。请发送单位以文本格式重新导出账号列。`,
          en: `${n} bank accounts were truncated by a spreadsheet and left empty. Ask for the account column again as text.`,
        },
      ];
}

/** Compares a grand-total row with the sum of what was taken. */
export async function checkTotals(
  db: DuckDBConnection,
  sheetId: number,
  source: Source,
  fields: ReadonlyMap<string, Pick<Field, 'exprs'>>,
  grandTotal: readonly (string | null)[] | null,
): Promise<Bilingual[]> {
  if (grandTotal === null) return [];
  const alarms: Bilingual[] = [];
  for (const column of source.columns.filter((c) => c.type === 'money')) {
    const stated = statedTotal(fields.get(column.name), grandTotal);
    if (stated === null) continue;
    const total = await valueOf(
      db,
      `select coalesce(sum(${column.name}), 0) from ${source.table} where sheet_id = ${sheetId}`,
    );
    const sum = Number(total) / 100;
    if (Math.abs(sum - stated) < 0.01) continue;
    alarms.push({
      zh: `“${column.zh}”合计行写 ${stated} 元，逐行相加为 ${sum.toFixed(2)} 元，请向发送单位核实。`,
      en: `The total row says ${stated} yuan for "${column.en}", the rows add up to ${sum.toFixed(2)}: ask the sender.`,
    });
  }
  return alarms;
}

/** Yuan the total row states for a column; null where it states none. */
function statedTotal(
  field: Pick<Field, 'exprs'> | undefined,
  grandTotal: readonly (string | null)[],
): number | null {
  const index = /^c(\d+)$/u.exec(field?.exprs[0] ?? '')?.[1];
  const cell = index === undefined ? null : grandTotal[Number(index)];
  const stated = Number(cell?.replace(/[,，元￥¥\s]/gu, '') || Number.NaN);
  return Number.isFinite(stated) && stated !== 0 ? stated : null;
}

/** Payments whose month no column, note, title or file name tells. */
export async function checkMonths(
  db: DuckDBConnection,
  sheetId: number,
  source: Source,
): Promise<Bilingual[]> {
  if (source.table !== 'payment') return [];
  const fromPaid = Number(
    await valueOf(
      db,
      `select count(*) from payment where sheet_id = ${sheetId} and benefit_month is null and paid_on is not null`,
    ),
  );
  const alarms: Bilingual[] = [];
  if (fromPaid > 0) {
    await db.run(
      `update payment set benefit_month = date_trunc('month', paid_on)::date, benefit_months = 1 where sheet_id = ${sheetId} and benefit_month is null and paid_on is not null`,
    );
    alarms.push({
      zh: `${fromPaid} 行没有写所属月份，按发放日期所在月份处理。`,
      en: `${fromPaid} rows name no benefit month; the month of payment was taken.`,
    });
  }
  const none = Number(
    await valueOf(db, `select count(*) from payment where sheet_id = ${sheetId} and benefit_month is null`),
  );
  if (none > 0)
    alarms.push({
      zh: `${none} 行不知道是哪个月的钱：没有月份列、发放日期，标题和文件名也没有写。请在文件名中写上年月。`,
      en: `${none} rows are of an unknown month: no month column, payment day, title or file name says it. Put year and month into the file name.`,
    });
  return alarms;
}
