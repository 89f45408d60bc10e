import type { DuckDBConnection } from '@duckdb/node-api';
import type { RunMeta } from '../../run/run-meta.ts';
import { readRows } from '../read-rows.ts';
import { familyName, sideNames } from '../report/names.ts';
import { compareTowns } from '../report/report-facts.ts';
import { text } from '../stream-rows.ts';
import type { Workbook } from '../write-xlsx.ts';
import type { Cell } from '../xlsx/cell.ts';
import { type Counts, countLeads, noCounts, type Side, sideOfFamily } from './count-leads.ts';

/** A dirty place column must not make the table endless: towns after these are summed in one column. */
const townLimit = 40;

type Cells = readonly (Counts & { readonly key: readonly string[] })[];

/** Rules down, towns across in the order of names; 户, 人, 元 for each. Sums by town count nobody twice. */
export async function writeRulesByTown(db: DuckDBConnection, book: Workbook, meta: RunMeta): Promise<void> {
  const zh = meta.lang === 'zh';
  const byRule = await countLeads(db, ['family', 'rule']);
  const cells = await countLeads(db, ['rule', 'town']);
  const sides = await countLeads(db, ['side', 'town']);
  const sideTotals = await countLeads(db, ['side']);
  const all = [...new Set(cells.map((cell) => cell.key[1] ?? ''))].sort(compareTowns);
  const towns = all.slice(0, townLimit);
  const titles = await ruleTitles(db, meta);
  const sheet = book.sheet(zh ? '规则×乡镇' : 'Rules by town', {
    title: zh ? `${meta.regionName}疑点统计（规则×乡镇）` : `Leads by rule and town · ${meta.regionName}`,
    subtitle: [
      zh
        ? `数据时点 ${meta.asOf}。乡镇按名称排列，不是名次。疑点不是结论。`
        : `Data as of ${meta.asOf}. Towns in the order of names, not a ranking. A lead is never a verdict.`,
      ...(all.length > towns.length
        ? [
            zh
              ? `另有 ${all.length - towns.length} 个乡镇名只计入合计。`
              : `${all.length - towns.length} more town names are only in the totals.`,
          ]
        : []),
    ],
    columns: [
      { heading: zh ? '规则' : 'Rule', width: 9, kind: 'text' },
      { heading: zh ? '名称' : 'Title', width: 24, kind: 'wrap' },
      { heading: zh ? '类别' : 'Family', width: 12, kind: 'wrap' },
      { heading: zh ? '疑点' : 'Leads', width: 8, kind: 'int' },
      ...['', ...towns].flatMap(() => [
        { heading: zh ? '户' : 'Hh.', width: 7, kind: 'int' as const },
        { heading: zh ? '人' : 'Pers.', width: 7, kind: 'int' as const },
        { heading: zh ? '元' : 'CNY', width: 13, kind: 'money' as const },
      ]),
    ],
    groupHeaders: ['', ...towns].map((town, index) => ({
      label: index === 0 ? (zh ? '合计' : 'Total') : town || (zh ? '（未填）' : '(not given)'),
      from: 4 + index * 3,
      to: 6 + index * 3,
    })),
    landscape: true,
    freezeColumns: 2,
  });
  for (const side of ['inclusion', 'omission', 'other'] as const) {
    for (const rule of byRule.filter((row) => sideOfFamily(row.key[0] ?? '') === side)) {
      const [family = '', code = ''] = rule.key;
      const label = [code, titles.get(code) ?? '', familyName(family)[meta.lang]];
      await sheet.row([...label, rule.leads, ...triple(rule), ...townCells(cells, code, towns)]);
    }
    const total = sideTotals.find((row) => row.key[0] === side) ?? noCounts;
    await sheet.row(
      [
        { value: sideLabel(side, zh), span: 3 },
        total.leads,
        ...triple(total),
        ...townCells(sides, side, towns),
      ],
      { look: 'total' },
    );
  }
  await sheet.close();
}

function sideLabel(side: Side, zh: boolean): string {
  return zh ? `${sideNames[side].zh}，小计` : `${sideNames[side].en}, subtotal`;
}

function townCells(cells: Cells, key: string, towns: readonly string[]): Cell[] {
  return towns.flatMap((town) => {
    const found = cells.find((cell) => cell.key[0] === key && cell.key[1] === town);
    return found === undefined ? ['', '', ''] : triple(found);
  });
}

function triple(counts: Counts): Cell[] {
  return [counts.households, counts.persons, counts.amountFen];
}

async function ruleTitles(db: DuckDBConnection, meta: RunMeta): Promise<Map<string, string>> {
  const column = meta.lang === 'en' ? 'title_en' : 'title_zh';
  const rows = await readRows(db, `SELECT rule, min(${column}) AS title FROM lead GROUP BY rule`);
  return new Map(rows.map((row) => [text(row, 'rule'), text(row, 'title')]));
}
