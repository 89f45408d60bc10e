import type { DuckDBConnection } from '@duckdb/node-api';
import type { ColumnProfile } from './column-profile.ts';
import { addFallbacks } from './field-fallbacks.ts';
import { isWideMonth, type SheetHeader } from './find-header.ts';
import type { ColumnMatch } from './match-columns.ts';
import { planFields, type PlanNote } from './plan-fields.ts';
import type { RawSheet } from './read/raw-sheet.ts';
import { monthsIn, type SheetContext } from './sheet-context.ts';
import { spreadConsumption, standardColumns, standardFields } from './standard-table.ts';
import { getColumn, type Source } from './source.ts';
import { typeSheet } from './type-sheet.ts';
import { type Field, type TypingTask, WIDE } from './typing-task.ts';

/** A sheet whose data set and columns are known and whose raw table holds data rows only. */
export interface ReadySheet {
  readonly sheet: RawSheet;
  readonly sheetId: number;
  readonly header: SheetHeader;
  readonly profiles: readonly ColumnProfile[];
  readonly context: SheetContext;
  /** Yuan of the unit named above the table. */
  readonly yuan: number;
  readonly hasSections: boolean;
}

type Fields = Map<string, Field>;

/** The task of typing a sheet, whole and once unless `more` says otherwise. */
export function typingTask(
  ready: ReadySheet,
  source: Source,
  fields: ReadonlyMap<string, Field>,
  more: Partial<TypingTask> = {},
): TypingTask {
  return {
    source,
    fields,
    body: ready.sheet.table,
    rows: ready.sheet.rows,
    where: 'true',
    sheetId: ready.sheetId,
    sourceOn: ready.context.sourceOn,
    context: ready.context,
    yuan: ready.yuan,
    partOffset: 0,
    ...more,
  };
}

/** Months of a wide table by column index; a month without year takes the sheet's. */
export function wideMonths(header: SheetHeader, context: SheetContext): Map<number, string> {
  const out = new Map<number, string>();
  for (const [index, heading] of header.headings.entries()) {
    const last = heading.raw.split('/').at(-1) ?? '';
    if (!isWideMonth(last)) continue;
    const year = /20\d{2}/u.exec(heading.raw)?.[0];
    const month = monthsIn(last.normalize('NFKC'), year === undefined ? context.year : Number(year));
    if (month?.[0] !== undefined) out.set(index, month[0]);
  }
  return out.size >= 2 ? out : new Map();
}

async function unpivot(
  db: DuckDBConnection,
  ready: ReadySheet,
  months: ReadonlyMap<number, string>,
): Promise<string> {
  const table = `${ready.sheet.table}_wide`;
  const parts = [...months].map(
    ([index, month], at) =>
      `select * exclude (part), part * 13 + ${at + 1} as part, c${index} as wide_amount, '${month}' as wide_month from ${ready.sheet.table}
     where c${index} is not null and not regexp_matches(c${index}, '^[\\s/\\-—无0.]*$')`,
  );
  await db.run(`create temp table ${table} as ${parts.join(' union all ')}`);
  return table;
}

/** Types an ordinary list into its data set. */
export async function takeList(
  db: DuckDBConnection,
  ready: ReadySheet,
  source: Source,
  matches: readonly ColumnMatch[],
): Promise<readonly PlanNote[]> {
  const months = source.wide === null ? new Map<number, string>() : wideMonths(ready.header, ready.context);
  const kept = matches.filter(
    (m) =>
      !months.has(m.index) &&
      !(months.size > 0 && ['total_fen', source.wide, 'benefit_month'].includes(m.column.name)),
  );
  const { fields, notes } = planFields(source, kept, ready.header.headings, ready.profiles);
  const all: Fields = new Map(fields);
  addFallbacks(all, source, ready.context, ready.hasSections);
  if (source.kind === 'standard') {
    await takeStandards(db, ready, source, matches, all);
    return notes;
  }
  if (months.size === 0) {
    await typeSheet(db, typingTask(ready, source, all));
    return notes;
  }
  const body = await unpivot(db, ready, months);
  const first = ready.header.headings[[...months.keys()][0] ?? 0] ?? null;
  all.set(source.wide ?? '', {
    column: getColumn(source, source.wide ?? ''),
    exprs: ['wide_amount'],
    heading: first === null ? null : { ...first, period: null },
  });
  all.set('benefit_month', {
    column: getColumn(source, 'benefit_month'),
    exprs: ['wide_month'],
    heading: WIDE,
  });
  await typeSheet(db, typingTask(ready, source, all, { body, rows: ready.sheet.rows * months.size }));
  await db.run(`drop table ${body}`);
  return notes;
}

/** Columns that one sheet has several of, months or standards, each read as the same data set column. */
export function spreadColumns(
  { header, context, profiles }: ReadySheet,
  source: Source,
  matches: readonly ColumnMatch[],
): Map<number, string> {
  const { wide } = source;
  if (wide !== null) return new Map([...wideMonths(header, context).keys()].map((i) => [i, wide]));
  const taken = new Map(matches.map((m) => [m.index, m.column.name]));
  return new Map(standardColumns(source, header.headings, profiles, taken).map((i) => [i, 'amount_fen']));
}

/** Types a table of standards: one row a standard, or one column a standard. */
async function takeStandards(
  db: DuckDBConnection,
  ready: ReadySheet,
  source: Source,
  matches: readonly ColumnMatch[],
  fields: Fields,
): Promise<void> {
  const { headings } = ready.header;
  const taken = new Map(matches.map((m) => [m.index, m.column.name]));
  const columns = standardColumns(source, headings, ready.profiles, taken);
  const none = columns.map((i) => `c${i} is null`).join(' and ');
  for (const [at, index] of columns.entries()) {
    // Rows without any amount go along with the first column, so that they are set aside and not lost.
    const where = at === 0 ? `(c${index} is not null or (${none}))` : `c${index} is not null`;
    await typeSheet(
      db,
      typingTask(ready, source, standardFields(source, fields, index, headings), {
        where,
        partOffset: at + 1,
      }),
    );
  }
  if (columns.length === 0)
    await typeSheet(db, typingTask(ready, source, standardFields(source, fields, null, headings)));
  await spreadConsumption(db, ready.sheetId);
}
