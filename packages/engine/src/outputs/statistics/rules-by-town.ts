import type { DuckDBConnection } from '@duckdb/node-api';
import type { RunMeta } from '../../run/run-meta.ts';
import { type Say, sayIn } from '../lead-words.ts';
import { readRows } from '../read-rows.ts';
import { familyName, sideNames } from '../report/names.ts';
import { compareTowns } from '../report/report-facts.ts';
import { text } from '../stream-rows.ts';
import type { Workbook } from '../write-xlsx.ts';
import type { Cell } from '../xlsx/cell.ts';
import type { SheetSpec } from '../xlsx/sheet-spec.ts';
import { type Counts, countLeads, noCounts, type Side, sideOfFamily } from './count-leads.ts';

/** A dirty place column must not make the table endless: towns after these are summed in one column. */
const townLimit = 40;

type Cells = readonly (Counts & { readonly key: readonly string[] })[];

/** Rules down, towns across in the order of names; 户, 人, 元 for each. Sums by town count nobody twice. */
export async function writeRulesByTown(db: DuckDBConnection, book: Workbook, meta: RunMeta): Promise<void> {
  const say = sayIn(meta.lang);
  const byRule = await countLeads(db, ['family', 'rule']);
  const cells = await countLeads(db, ['rule', 'town']);
  const sides = await countLeads(db, ['side', 'town']);
  const sideTotals = await countLeads(db, ['side']);
  const all = [...new Set(cells.map((cell) => cell.key[1] ?? ''))].sort(compareTowns);
  const towns = all.slice(0, townLimit);
  const titles = await ruleTitles(db, meta);
  const sheet = book.sheet(
    say('规则×乡镇', 'Rules by town'),
    tableSpec(meta, towns, all.length - towns.length),
  );
  for (const side of ['inclusion', 'omission', 'other'] as const) {
    for (const rule of byRule.filter((row) => sideOfFamily(row.key[0] ?? '') === side)) {
      const [family = '', code = ''] = rule.key;
      const label = [code, titles.get(code) ?? '', familyName(family)[meta.lang]];
      await sheet.row([...label, rule.leads, ...triple(rule), ...townCells(cells, code, towns)]);
    }
    const total = sideTotals.find((row) => row.key[0] === side) ?? noCounts;
    await sheet.row(
      [
        { value: sideLabel(side, say), span: 3 },
        total.leads,
        ...triple(total),
        ...townCells(sides, side, towns),
      ],
      { look: 'total' },
    );
  }
  await sheet.close();
}

/** `left` towns found no room and are only in the totals. */
function tableSpec(meta: RunMeta, towns: readonly string[], left: number): SheetSpec {
  const say = sayIn(meta.lang);
  return {
    title: say(`${meta.regionName}疑点统计（规则×乡镇）`, `Leads by rule and town · ${meta.regionName}`),
    subtitle: [
      say(
        `数据时点 ${meta.asOf}。乡镇按名称排列，不是名次。疑点不是结论。`,
        `Data as of ${meta.asOf}. Towns in the order of names, not a ranking. A lead is never a verdict.`,
      ),
      ...(left > 0
        ? [say(`另有 ${left} 个乡镇名只计入合计。`, `${left} more town names are only in the totals.`)]
        : []),
    ],
    columns: [
      { heading: say('规则', 'Rule'), width: 9, kind: 'text' },
      { heading: say('名称', 'Title'), width: 24, kind: 'wrap' },
      { heading: say('类别', 'Family'), width: 12, kind: 'wrap' },
      { heading: say('疑点', 'Leads'), width: 8, kind: 'int' },
      ...['', ...towns].flatMap(() => [
        { heading: say('户', 'Hh.'), width: 7, kind: 'int' as const },
        { heading: say('人', 'Pers.'), width: 7, kind: 'int' as const },
        { heading: say('元', 'CNY'), width: 13, kind: 'money' as const },
      ]),
    ],
    groupHeaders: ['', ...towns].map((town, index) => ({
      label: index === 0 ? say('合计', 'Total') : town || say('（未填）', '(not given)'),
      from: 4 + index * 3,
      to: 6 + index * 3,
    })),
    landscape: true,
    freezeColumns: 2,
  };
}

function sideLabel(side: Side, say: Say): string {
  return say(`${sideNames[side].zh}，小计`, `${sideNames[side].en}, subtotal`);
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
  const column = `title_${meta.lang}`;
  const rows = await readRows(db, `SELECT rule, min(${column}) AS title FROM lead GROUP BY rule`);
  return new Map(rows.map((row) => [text(row, 'rule'), text(row, 'title')]));
}
