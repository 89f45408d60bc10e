import type { DuckDBConnection } from '@duckdb/node-api';
import { PackError } from './pack-error.ts';
import type { RulePage } from './rule-page.ts';
import type { ExampleRow, RuleExample } from './rule-page-examples.ts';
import { prepareRuleQuery } from './run-query.ts';

/** What an example yielded against what its page expects; both lists empty: the example holds. */
export interface ExampleResult {
  /** Expected rows that did not come. */
  readonly missing: readonly ExampleRow[];
  /** Rows that came though not expected, all columns. */
  readonly unexpected: readonly ExampleRow[];
}

/** An example being loaded; `keys` numbers the rows of all its tables. */
interface ExampleRun {
  readonly db: DuckDBConnection;
  readonly page: RulePage;
  readonly example: RuleExample;
  readonly keys: { next: number };
}

/** Run settings of an example that names none: a date in regime R2, a region without local numbers. */
const defaultAsOf = '2022-06-30';
const defaultRegion = '000000';

/**
 * Loads the example's rows, runs the rule, compares the columns the expectation names (order of rows is free).
 * Leaves no rows behind. Works on a database in which canonical and derived tables exist (empty) and
 * `loadPackTables` has run. Conveniences: an absent `row_key` counts 1, 2, …; `is_current` is TRUE; `<c>_state` is
 * 'valid' where `<c>` is given; 是/否 for yes and no; '2022-05' in a DATE column is its first day; '420元' is 42000.
 * @throws PackError PACK-20 when the example names an unknown table or column, PACK-18/19 for the query itself
 */
export async function runExample(
  db: DuckDBConnection,
  page: RulePage,
  example: RuleExample,
): Promise<ExampleResult> {
  const sql = await prepareRuleQuery(db, page);
  await db.run('begin');
  try {
    await setRun(db, example);
    const run: ExampleRun = { db, page, example, keys: { next: 1 } };
    for (const [table, rows] of Object.entries(example.given)) {
      if (table === 'parameter') await overrideParameters(run, rows);
      else await insertRows(run, table, rows);
    }
    const read = await db.runAndReadAll(`select columns(*)::text from (${sql}) order by all`);
    const actual = read.getRowObjects() as Record<string, string | null>[];
    checkSeverities(page, example, actual);
    return compare(page, example, actual);
  } finally {
    await db.run('rollback');
  }
}

async function setRun(db: DuckDBConnection, example: RuleExample): Promise<void> {
  const asOf = example.asOf ?? defaultAsOf;
  const region = example.region ?? defaultRegion;
  await db.run(`update run_context set as_of = date '${asOf}', region = '${region}'`);
}

/** A parameter named in an example takes the given value everywhere and always, unless region or dates are given. */
async function overrideParameters(run: ExampleRun, rows: readonly ExampleRow[]): Promise<void> {
  for (const name of new Set(rows.map((r) => r.name ?? null))) {
    await run.db.run(`delete from parameter where name = ${literal(name)}`);
  }
  const types = await columnTypes(run.db, 'parameter');
  for (const row of rows) await insertRow(run, 'parameter', parameterRow(row), types);
}

function parameterRow(row: ExampleRow): ExampleRow {
  const region = row.region === '00' ? '' : (row.region ?? '');
  const text = row.value ?? null;
  return { ...row, region, from_on: row.from_on ?? '0001-01-01', value: numberText(text), text };
}

/** The number a parameter's text stands for; an empty cell and words have none. */
function numberText(text: string | null): string | null {
  if (text === '是' || text === 'true') return '1';
  if (text === '否' || text === 'false') return '0';
  return text !== null && /^-?\d+(\.\d+)?$/.test(text) ? text : null;
}

async function insertRows(run: ExampleRun, table: string, rows: readonly ExampleRow[]): Promise<void> {
  const types = await columnTypes(run.db, table);
  if (types.size === 0) throw unknown(run.page, run.example, table);
  // Standards of the pack would stand beside the example's own.
  await run.db.run(`delete from "${table}"`);
  for (const row of rows) await insertRow(run, table, withDefaults(row, types, run.keys), types);
}

async function insertRow(
  run: ExampleRun,
  table: string,
  cells: ExampleRow,
  types: ReadonlyMap<string, string>,
): Promise<void> {
  const odd = Object.keys(cells).find((c) => !types.has(c));
  if (odd !== undefined) throw unknown(run.page, run.example, `${table}.${odd}`);
  const names = Object.keys(cells).map((c) => `"${c}"`);
  const values = Object.entries(cells).map(([c, v]) => literal(toSqlText(v, types.get(c) ?? 'VARCHAR')));
  await run.db.run(`insert into "${table}" (${names.join(', ')}) values (${values.join(', ')})`);
}

async function columnTypes(db: DuckDBConnection, table: string): Promise<Map<string, string>> {
  const read = await db.runAndReadAll(
    `select column_name, data_type from information_schema.columns where table_name = ${literal(table)}`,
  );
  return new Map(read.getRows().map(([name, type]) => [String(name), String(type)]));
}

function withDefaults(
  row: ExampleRow,
  types: ReadonlyMap<string, string>,
  keys: { next: number },
): Record<string, string | null> {
  const cells: Record<string, string | null> = { ...row };
  if (types.has('row_key')) cells.row_key ??= String(keys.next++);
  if (types.has('is_current')) cells.is_current ??= 'true';
  for (const column of Object.keys(row)) {
    const state = `${column}_state`;
    if (types.has(state) && row[column] !== null) cells[state] ??= 'valid';
  }
  return cells;
}

function toSqlText(value: string | null, type: string): string | null {
  if (value === null) return null;
  if (type === 'BOOLEAN') return value === '是' ? 'true' : value === '否' ? 'false' : value;
  if (type === 'DATE' && /^\d{4}-\d{2}$/.test(value)) return `${value}-01`;
  if (type === 'BIGINT') return fenOf(value) ?? value;
  return value;
}

/** '420元' → '42000'; undefined for anything else. Digits are moved, never multiplied: no binary fractions. */
function fenOf(value: string): string | undefined {
  const yuan = /^(-?\d+)(?:\.(\d{1,2}))?元$/.exec(value);
  return yuan ? String(BigInt(`${yuan[1]}${(yuan[2] ?? '').padEnd(2, '0')}`)) : undefined;
}

const literal = (value: string | null): string =>
  value === null ? 'NULL' : `'${value.replaceAll("'", "''")}'`;

function checkSeverities(page: RulePage, example: RuleExample, rows: readonly ExampleRow[]): void {
  const order = ['screen', 'info', 'suspect', 'serious'];
  const cap = order.indexOf(page.maxSeverity);
  const bad = rows.find((r) => !order.includes(r.severity ?? '') || order.indexOf(r.severity ?? '') > cap);
  if (!bad) return;
  throw new PackError(
    'PACK-20',
    { file: page.file, line: example.line },
    {
      zh: `示例“${example.title}”得到的级别 ${bad.severity} 不在允许范围（screen、info…${page.maxSeverity}）。请改查询或 maxSeverity。`,
      en: `Example "${example.title}" yields severity ${bad.severity}, outside screen, info…${page.maxSeverity}. Change the query or maxSeverity.`,
    },
  );
}

function compare(page: RulePage, example: RuleExample, actual: readonly ExampleRow[]): ExampleResult {
  const columns = new Set([...Object.keys(actual[0] ?? {}), ...knownColumns(page)]);
  const odd = example.leads.flatMap((r) => Object.keys(r)).find((c) => !columns.has(c));
  if (odd !== undefined) throw unknown(page, example, odd);
  const left = [...actual];
  const missing = example.leads.filter((wanted) => {
    const at = left.findIndex((row) => Object.entries(wanted).every(([c, v]) => sameCell(v, row[c] ?? null)));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return { missing, unexpected: left };
}

const knownColumns = (page: RulePage): string[] => [
  'subject_key',
  'severity',
  'period_from',
  'period_to',
  'amount_fen',
  'tier',
  'sources',
  'score',
  'unconfirmed',
  ...Object.keys(page.evidence),
];

/** Cells are equal as text, as month and its first day, as 是/否 and truth, as yuan and fen, or as numbers. */
function sameCell(wanted: string | null, found: string | null): boolean {
  if (wanted === null || found === null) return wanted === found;
  const spelt = spellings.get(wanted) ?? fenOf(wanted) ?? wanted;
  return spelt === found || `${spelt}-01` === found || sameNumber(Number(spelt), Number(found));
}

const spellings = new Map([
  ['是', 'true'],
  ['否', 'false'],
]);

const sameNumber = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));

function unknown(page: RulePage, example: RuleExample, name: string): PackError {
  return new PackError(
    'PACK-20',
    { file: page.file, line: example.line },
    {
      zh: `示例“${example.title}”用了不存在的表或列 ${name}。请核对表名、列名。`,
      en: `Example "${example.title}" names an unknown table or column ${name}. Check the spelling.`,
    },
  );
}
