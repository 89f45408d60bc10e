import type { DuckDBConnection } from '@duckdb/node-api';
import { quoted, rowsOf, valueOf } from '../dataset/sql-engine.ts';
import type { ColumnProfile } from './column-profile.ts';
import { isWideMonth, type SheetHeader } from './find-header.ts';
import { factSql, type HitTarget, positiveSql, saysMoreSql } from './hit-list.ts';
import { cellNames } from './import-sheet.ts';
import type { ColumnMatch } from './match-columns.ts';
import { planFields, type PlanNote } from './plan-fields.ts';
import type { RawSheet } from './read/raw-sheet.ts';
import { monthsIn, type SheetContext } from './sheet-context.ts';
import { spreadConsumption, standardColumns, standardFields } from './standard-table.ts';
import { findColumn, getColumn, type Source } from './source.ts';
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

/** Village lines and the sheet's own name fill in towns and villages no column gives. */
function placeFallbacks(ready: ReadySheet, source: Source, fields: Fields): void {
  for (const [name, section] of [
    ['town', 'section_town'],
    ['village', 'section_village'],
  ] as const) {
    const column = findColumn(source, name);
    if (column === undefined) continue;
    const field = fields.get(name);
    const exprs = [...(field?.exprs ?? [])];
    if (ready.hasSections) exprs.push(section);
    const said = ready.context.places.map((p) => placeName(p.text, name)).find((t) => t !== null);
    if (said !== undefined && said !== null && field === undefined) exprs.push(quoted(said));
    if (exprs.length > 0)
      fields.set(name, { column, exprs: exprs.reverse(), heading: field?.heading ?? null });
  }
  if (ready.hasSections) chapterFallbacks(source, fields);
}

/** A chapter's line (一、城市低保) says programme and scheme of the rows below where no column does. */
function chapterFallbacks(source: Source, fields: Fields): void {
  for (const column of source.columns.filter((c) => c.fromContext)) {
    const field = fields.get(column.name);
    const exprs = field?.exprs ?? [];
    fields.set(column.name, {
      column,
      exprs: [...exprs, 'section_text'],
      heading: field?.heading ?? null,
      quietFrom: field?.quietFrom ?? exprs.length,
    });
  }
}

function placeName(text: string, as: 'town' | 'village'): string | null {
  const ending = as === 'town' ? '(?:镇|乡|街道|办事处)' : '(?:村|社区|居委会)';
  const match = new RegExp(
    `(?:^|[县市区\\s_\\-（(、.]|\\d|年度?|月)([\\p{Script=Han}]{2,5}?${ending})(?![镇街居民级居])`,
    'u',
  ).exec(text);
  const found = match?.[1] ?? null;
  return found === null || /乡镇|各镇|全镇|全村|农村|城镇|街镇|镇村|县乡|各村|乡村/u.test(found)
    ? null
    : found;
}

function task(
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
  placeFallbacks(ready, source, all);
  if (source.kind === 'standard') {
    await takeStandards(db, ready, source, matches, all);
    return notes;
  }
  if (months.size === 0) {
    await typeSheet(db, task(ready, source, all));
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
  await typeSheet(db, task(ready, source, all, { body, rows: ready.sheet.rows * months.size }));
  await db.run(`drop table ${body}`);
  return notes;
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
      task(ready, source, standardFields(source, fields, index, headings), { where, partOffset: at + 1 }),
    );
  }
  if (columns.length === 0)
    await typeSheet(db, task(ready, source, standardFields(source, fields, null, headings)));
  await spreadConsumption(db, ready.sheetId);
}

/** Types the positive rows of a hit list into each data set it speaks of. */
export async function takeHits(
  db: DuckDBConnection,
  ready: ReadySheet,
  targets: readonly HitTarget[],
): Promise<readonly PlanNote[]> {
  const notes: PlanNote[] = [];
  for (const [at, target] of targets.entries()) {
    const { source, hits, inverse } = target;
    const plan = planFields(source, target.matches, ready.header.headings, ready.profiles);
    const fields: Fields = new Map(plan.fields);
    placeFallbacks(ready, source, fields);
    const flags = hits.filter((i) => !target.matches.some((m) => m.index === i && m.words >= 0.9));
    const asked = flags.length > 0 ? flags : hits;
    for (const index of asked)
      addFacts(fields, source, `c${index}`, ready.header.headings[index]?.full ?? '');
    const where = asked.map((i) => positiveSql(`c${i}`, source, inverse)).join(' or ');
    await typeSheet(
      db,
      task(ready, source, fields, { where: `(${where})`, partOffset: targets.length > 1 ? at + 1 : 0 }),
    );
    notes.push(...plan.notes);
  }
  return notes;
}

/** Categories a hit cell's words may tell. */
const HIT_CATEGORIES = [
  'vehicle_class',
  'use_kind',
  'role',
  'kind',
  'insurance_kind',
  'staff_kind',
  'status',
  'pay_status',
  'reason',
];

/** What a hit cell says goes into the first columns of the data set that can hold it, and whole into the note. */
function addFacts(fields: Fields, source: Source, expr: string, heading: string): void {
  addValues(
    fields,
    source,
    expr,
    /火化|注销/u.test(heading) ? source.needs : ['died_on', ...source.needs, 'place'],
  );
  for (const name of HIT_CATEGORIES) {
    const column = findColumn(source, name);
    if (column?.type !== 'cat' || fields.has(name)) continue;
    const death = name === 'reason' && /死亡|去世|亡故|健在/u.test(heading);
    fields.set(name, { column, exprs: [death ? "'死亡'" : expr], heading: null, quietFrom: 0 });
  }
  const note = findColumn(source, 'note');
  const old = fields.get('note')?.exprs[0];
  const words = saysMoreSql(expr);
  const said = old === undefined ? words : `concat_ws('；', ${old}, ${words})`;
  if (note !== undefined) fields.set('note', { column: note, exprs: [said], heading: null });
}

/** One fact a type: the first date column takes the date, the first amount column the amount. */
function addValues(fields: Fields, source: Source, expr: string, wanted: readonly string[]): void {
  const done = new Set<string>();
  for (const column of wanted.flatMap((name) => findColumn(source, name) ?? [])) {
    const fact =
      done.has(column.type) || fields.has(column.name) ? null : factSql(expr, column.type, column.name);
    if (fact === null) continue;
    done.add(column.type);
    fields.set(column.name, { column, exprs: [fact], heading: null });
  }
}

/** Rows whose subject cannot be known go to set_aside; returns how many source rows that were. */
export async function setAsideUnknown(
  db: DuckDBConnection,
  ready: ReadySheet,
  source: Source,
): Promise<number> {
  const subject = subjectSql(source);
  if (subject === null) return 0;
  const without = Number(
    await valueOf(
      db,
      `select count(*) from ${source.table} where sheet_id = ${ready.sheetId} and not (${subject})`,
    ),
  );
  if (without === 0) return 0;
  const lost = `${ready.sheet.table}_lost`;
  await db.run(
    `create temp table ${lost} as select row_no from ${source.table} where sheet_id = ${ready.sheetId} group by row_no having not bool_or(${subject})`,
  );
  await writeAside(db, ready, `row_no in (select row_no from ${lost})`, {
    code: 'IMP-301',
    zh: '没有可用的姓名或证件号码，无法确定是谁',
    en: 'no usable name or ID number: nobody can say whose row it is',
  });
  await db.run(
    `delete from ${source.table} where sheet_id = ${ready.sheetId} and (row_no in (select row_no from ${lost}) or not (${subject}))`,
  );
  const count = Number(await valueOf(db, `select count(*) from ${lost}`));
  await db.run(`drop table ${lost}`);
  return count;
}

const usable = (id: string): string =>
  `(${id} is not null and coalesce(${id}_state, 'missing') not in ('placeholder', 'missing', 'other'))`;

function subjectSql(source: Source): string | null {
  const tests = source.persons.flatMap((p) => [`${p.name} is not null`, usable(p.id)]);
  if (source.table === 'payment') tests.push('account_name is not null', 'account_no is not null');
  if (source.table === 'business') tests.push('company is not null', 'credit_code is not null');
  if (source.table === 'standard')
    tests.push('amount_fen is not null', 'consumption_fen is not null', 'minimum_wage_fen is not null');
  const optional = ['disability_no', 'certificate_no', 'file_no', 'hukou_no'].filter(
    (c) => findColumn(source, c) !== undefined && source.persons.length > 0,
  );
  // A certificate or file number names its holder where name and number are lost.
  tests.push(...optional.map((c) => `length(${c}) >= 18`));
  return tests.length === 0 ? null : tests.map((t) => `coalesce(${t}, false)`).join(' or ');
}

/** Copies raw rows to set_aside with the reason, every cell as it stands. */
export async function writeAside(
  db: DuckDBConnection,
  ready: Pick<ReadySheet, 'sheet' | 'sheetId'>,
  where: string,
  why: { code: string; zh: string; en: string },
): Promise<void> {
  const cells = `to_json([${cellNames(ready.sheet).join(', ')}])`;
  await db.run(
    `insert into set_aside select ${ready.sheetId}, row_no, '${why.code}', ${quoted(why.zh)}, ${quoted(why.en)}, arg_min(${cells}, part) from ${ready.sheet.table} where ${where} group by row_no`,
  );
}

/** Rows of a hit list without name and number. */
export async function setAsideHits(
  db: DuckDBConnection,
  ready: ReadySheet,
  people: readonly number[],
): Promise<number> {
  if (people.length === 0) return 0;
  const where = people.map((i) => `coalesce(trim(c${i}), '') in ('', '/', '-', '—', '无')`).join(' and ');
  const rows = await rowsOf(
    db,
    `select count(distinct row_no) as n from ${ready.sheet.table} where ${where}`,
  );
  await writeAside(db, ready, where, {
    code: 'IMP-301',
    zh: '没有可用的姓名或证件号码，无法确定是谁',
    en: 'no usable name or ID number: nobody can say whose row it is',
  });
  const count = Number(rows[0]?.['n'] ?? 0);
  await db.run(`delete from ${ready.sheet.table} where ${where}`);
  return count;
}
