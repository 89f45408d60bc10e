import type { ImportReport } from '@yangguang/contract/import';
import type { Source } from '@yangguang/engine/import/source';
import type { RulePage } from '@yangguang/engine/pack/rule-page';

type Sheet = ImportReport['sheets'][number];

/** Data sets that the sheets give rows of, and how many. */
export function tablesIn(sheets: readonly Sheet[]): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  const add = (table: string, n: number): void => void rows.set(table, (rows.get(table) ?? 0) + n);
  for (const sheet of sheets) {
    if (sheet.table === null || sheet.rowsTaken === 0) continue;
    for (const table of sheet.table.split('+')) add(table, sheet.rowsTaken);
    if (givesHouseholds(sheet)) add('dibao_household', 0);
  }
  return rows;
}

/** A list of members that names the head and an amount makes households as well, as the import does. */
function givesHouseholds({ table, mapping }: Sheet): boolean {
  const has = (...names: readonly string[]): boolean =>
    mapping.some(({ column }) => column !== null && names.includes(column));
  return table === 'dibao_member' && has('head_name') && has('amount_fen', 'total_fen');
}

/** Of what a rule needs, the groups none of which is here. */
export function missingOf(
  { needs }: Pick<RulePage, 'needs'>,
  tables: ReadonlyMap<string, number>,
): string[][] {
  return needs
    .map((need) => (typeof need === 'string' ? [need] : [...need]))
    .filter((group) => !group.some((table) => tables.has(table)));
}

/** What is here, what is missing, and which rules wait for it. */
export function countCoverage(
  batches: readonly { readonly sheets: readonly Sheet[] }[],
  sources: readonly Source[],
  pages: readonly RulePage[],
) {
  const tables = tablesIn(batches.flatMap(({ sheets }) => sheets));
  const rules = pages
    .filter(({ status }) => status !== 'retired')
    .map((page) => {
      const missing = missingOf(page, tables);
      const { id: rule, title, status } = page;
      return { rule, title: { zh: title.zh, en: title.en }, status, isReady: missing.length === 0, missing };
    });
  const waiting = rules.filter(({ isReady, status }) => !isReady && status === 'active');
  const dataSets = sources.map(({ table, zh, en, department }) => {
    const needing = tables.has(table) ? [] : waiting.filter(({ missing }) => missing.flat().includes(table));
    const isEnough = ({ missing }: (typeof waiting)[number]): boolean =>
      missing.every((group) => group.includes(table));
    return {
      ...{ table, title: { zh, en }, department },
      batches: batches.filter(({ sheets }) => tablesIn(sheets).has(table)).length,
      rows: tables.get(table) ?? 0,
      enables: needing.filter(isEnough).map(({ rule }) => rule),
      partly: needing.filter((one) => !isEnough(one)).map(({ rule }) => rule),
    };
  });
  return { dataSets, rules };
}
