import type { DuckDBConnection } from '@duckdb/node-api';
import type { Pack } from './load-pack.ts';
import { describeBasis, findParameterValue, type Parameter, type ParameterValue } from './parameter-file.ts';

/** Where and when a run looks. */
export interface RunPlace {
  /** 'YYYY-MM-DD' */
  readonly asOf: string;
  /** 6 digits */
  readonly region: string;
  /** Name of the region, to recognise it in tables that write names; absent: unknown. */
  readonly regionName?: string;
}

/**
 * Creates the tables and macros through which SQL reads the policy pack:
 * `run_context(as_of, region, region_name)`, `parameter(name, region, from_on, to_on, value, text, basis, sure)`, the view
 * `parameter_now(name, value, text, basis, sure)` at the run's region and date, `regime(id, from_on, to_on)`,
 * `standard_at(region, programme, scheme, from_month, to_month, amount_fen, source)` with the pack's own standards
 * (a derived table may replace it), `public_holiday(on_date, is_off)`, and all macros of policy/tables/macros.sql.
 * Region '00' of the pack (the whole country) is '' in SQL, a prefix of every code.
 */
export async function loadPackTables(db: DuckDBConnection, pack: Pack, place: RunPlace): Promise<void> {
  await db.run(
    `create table run_context as select date '${date(place.asOf)}' as as_of, ${text(place.region)} as region,
    ${text(place.regionName)}::text as region_name`,
  );
  await db.run(`create table parameter (name text, region text, from_on date, to_on date, value double, text text,
    basis text, sure text)`);
  await insertAll(
    db,
    'parameter',
    pack.parameters.flatMap((p) => p.values.map((v) => parameterRow(p, v))),
  );
  await db.run(`create view parameter_now as
    select p.name, arg_max_null(p.value, (length(p.region), p.from_on)) as value,
      arg_max_null(p.text, (length(p.region), p.from_on)) as text,
      arg_max_null(p.basis, (length(p.region), p.from_on)) as basis,
      arg_max_null(p.sure, (length(p.region), p.from_on)) as sure
    from parameter p, run_context c
    where starts_with(c.region, p.region) and c.as_of >= p.from_on and (p.to_on is null or c.as_of < p.to_on)
    group by p.name`);
  await db.run('create table regime (id text, from_on date, to_on date)');
  await insertAll(
    db,
    'regime',
    pack.regimes.map((r) => [text(r.id), text(r.from), text(r.to)]),
  );
  await db.run('create table public_holiday (on_date date, is_off boolean)');
  await insertAll(
    db,
    'public_holiday',
    pack.calendar.map((d) => [text(d.date), String(d.kind === 'off')]),
  );
  await db.run(`create table standard_at (region text, programme text, scheme text, from_month date, to_month date,
    amount_fen bigint, source text)`);
  await insertAll(db, 'standard_at', pack.parameters.flatMap(standardRows));
  await db.run(pack.macros);
}

function parameterRow(parameter: Parameter, value: ParameterValue): string[] {
  const number = numberOf(value.value);
  return [
    text(parameter.name),
    text(prefixOf(value.region)),
    text(value.from),
    text(value.to),
    number === undefined ? 'NULL' : String(number),
    text(textOf(value)),
    text(describeBasis(value.basis)),
    text(value.sure),
  ];
}

/** A value as rules and reports read it in words: lists with commas. */
const textOf = ({ value }: ParameterValue): string =>
  Array.isArray(value) ? value.join(',') : String(value);

/** The value in force for a region on a date as a run reads it in words; undefined when there is none. */
export function parameterText(parameter: Parameter, region: string, on: string): string | undefined {
  const found = findParameterValue(parameter, region, on);
  return found === undefined ? undefined : textOf(found);
}

/** Parameters named standard.<programme>.<urban|rural|all> in yuan a month are standards of assistance. */
function standardRows(parameter: Parameter): string[][] {
  const [, programme, scheme] = /^standard\.([a-z_]+)\.(urban|rural|all)$/.exec(parameter.name) ?? [];
  if (programme === undefined || scheme === undefined) return [];
  return parameter.values.map((v) => [
    text(prefixOf(v.region)),
    text(programme),
    text(scheme === 'all' ? undefined : scheme),
    text(v.from),
    text(v.to),
    String(Math.round(Number(v.value) * 100)),
    text(describeBasis(v.basis)),
  ]);
}

/** The number a value stands for: itself, 1 or 0 for yes and no, the quotient of '1/6'; undefined for words. */
export function numberOf(value: ParameterValue['value']): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value !== 'string') return undefined;
  const parts = /^(\d+)\/([1-9]\d*)$/.exec(value);
  return parts ? Number(parts[1]) / Number(parts[2]) : undefined;
}

const prefixOf = (region: string): string => (region === '00' ? '' : region);

async function insertAll(
  db: DuckDBConnection,
  table: string,
  rows: readonly (readonly string[])[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += 500) {
    const part = rows.slice(at, at + 500).map((r) => `(${r.join(', ')})`);
    await db.run(`insert into ${table} values ${part.join(', ')}`);
  }
}

const text = (value: string | undefined): string =>
  value === undefined ? 'NULL' : `'${value.replaceAll("'", "''")}'`;

function date(value: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return value;
  throw new Error(`as-of date must be YYYY-MM-DD, not ${value}`);
}
