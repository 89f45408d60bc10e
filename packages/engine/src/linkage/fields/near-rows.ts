import type { DuckDBConnection } from '@duckdb/node-api';
import { rowsOf, valueOf } from '../../dataset/sql-engine.ts';
import type { Plan } from '../plan/plan.ts';
import { readDates } from './date-column.ts';
import { readOddNumbers } from './id-column.ts';
import { isContradicted, roundedShare } from './make-sides.ts';
import { rawKeys } from './near-keys.ts';
import {
  assertColumns,
  columnOf,
  idColumnOf,
  identifier,
  type OpenedFile,
  trimmedColumn,
} from './read-sources.ts';

/** A large right file of which only rows near the left ones are read. */
export interface NearRows {
  /** View over the file that leaves the other rows out. */
  readonly view: string;
  /** Rows of the whole file. */
  readonly records: number;
  /** Condition over `s` (`side_r`) of a fair sample of the whole file, all of whose rows are let through. */
  readonly isSample: string;
  /** Whether a spreadsheet has rounded the numbers of the whole file. */
  readonly isRounded: boolean;
}

/** Rows from which a right file is always large, and from which it is when it has many times the rows of the left one. */
const large = { always: 5_000_000, least: 2_000_000, times: 8 } as const;
/** Rows of the sample, about; no more than one in so many. */
const sample = { rows: 200_000, leastShare: 16 } as const;

/**
 * Looks for the rows of a large right file that could be compared with some row of `src_l`, by keys SQL can tell from the
 * raw text, and makes a view of them; null where the file is not large or identity numbers are not compared. Kept are
 *
 * - rows whose number stands on the left, as it is, or as what a damaged or cut number on the left may have been;
 * - rows whose own number is missing, damaged, cut short, masked or contradicted by the birth date beside it;
 * - for left rows without a usable number, rows with the same raw text in all terms of a blocking rule (`rawKeys`);
 * - a fair sample, on which chances among strangers are counted.
 *
 * All other pairs have two different valid numbers, which are never compared, or are lost: a left row without a usable
 * number and a right row with one, which only `sound(…)`, word or list rules would have brought together, or whose texts
 * are spelt in two ways. On made-up registers of 200,000 and 1,000,000 rows with damaged numbers 60 of 179,713 links
 * differ from those of the whole file, none of them 同一人, and F1 is 0.99858 in place of 0.99866. Ids are asked to be
 * unique among the rows kept only; how common a name is is counted over the left rows and the rows kept.
 *
 * Cost: the file is read twice, once for its numbers alone; a good part of the second time is spent on check digits.
 *
 * @param from rows from which a file is large, in place of what is usual
 */
export async function findNearRows(
  db: DuckDBConnection,
  plan: Plan,
  file: OpenedFile,
  from: number | null,
): Promise<NearRows | null> {
  const number = comparedNumber(plan);
  const column = columnOf(plan, number, 'right');
  if (column === null) return null;
  assertColumns(plan, file);
  const right = await countRows(db, file.view, trimmedColumn(column));
  const left = await countRows(db, 'src_l', `${number}_raw`);
  if (!isLarge(left.records, right.records, from)) return null;
  await makeLeftKeys(db, plan, number, left.isRounded);
  const rules = (await hasRows(db, 'near_left')) ? await rawKeys(db, plan, number) : [];
  const share = Math.max(sample.leastShare, Math.floor(right.records / sample.rows));
  const conditions = [
    'not coalesce(near_is_plain, false)',
    ...(right.isRounded ? [`ends_with(${trimmedColumn(column)}, '000')`] : []),
    'near_n in (select n from near_number)',
    ...((await hasRows(db, 'near_head')) ? ['near_n // 100 in (select h from near_head)'] : []),
    ...contradictions(plan, number),
    ...rules.map((key) => `${key} in (select k from near_key)`),
    `hash(${trimmedColumn(idColumnOf(plan, file))}) % ${share} = 0`,
  ];
  await db.run(`create or replace view file_near as select ${file.columns.map(identifier).join(', ')} from (
      select *, ${isPlain} as near_is_plain from (select *, ${first17(trimmedColumn(column))} as near_n,
        ${trimmedColumn(column)}[18] as near_check from ${file.view}))
    where ${conditions.map((condition) => `coalesce(${condition}, false)`).join(' or ')}`);
  return {
    view: 'file_near',
    records: right.records,
    isSample: `hash(s._id) % ${share} = 0`,
    isRounded: right.isRounded,
  };
}

/** The field of identity numbers that are compared; '' when there is none. */
const comparedNumber = (plan: Plan): string =>
  plan.compare.find((spec) => spec.by === 'id_number')?.field ?? '';

/** Whether reading the file in part is worth its price. */
function isLarge(left: number, right: number, from: number | null): boolean {
  if (from !== null) return right >= from;
  return right > large.always || (right > large.least && right > left * large.times);
}

const hasRows = async (db: DuckDBConnection, table: string): Promise<boolean> =>
  Boolean(await valueOf(db, `select exists (select 1 from ${table})`));

/** Takes away what finding them needed. */
export async function forgetNearKeys(db: DuckDBConnection): Promise<void> {
  await db.run('drop view if exists file_near');
  for (const table of ['near_number', 'near_head', 'near_left', 'near_key'])
    await db.run(`drop table if exists ${table}`);
}

const first17 = (text: string): string => `if(length(${text}) = 18, try_cast(${text}[1:17] as bigint), null)`;

/** As `isPlainNumber`, on an integer: several times as fast, which counts for a hundred million rows. */
const isPlain = `(near_n between 10000000000000000 and 79999999999999999 and near_n // 10000000 % 10000 between 1800 and 2099
  and near_n // 100000 % 100 between 1 and 12 and near_n // 1000 % 100 between 1 and 31 and check_digit(near_n) = near_check)`;

/** Rows, and whether a spreadsheet has rounded their numbers. */
async function countRows(
  db: DuckDBConnection,
  table: string,
  number: string,
): Promise<{ records: number; isRounded: boolean }> {
  const [row] = await rowsOf(
    db,
    `select count(*)::bigint as records, count(x)::bigint as told, count(*) filter (ends_with(x, '000') and length(x) = 18)::bigint as zeros
    from (select ${number} as x from ${table})`,
  );
  const [told, zeros] = [Number(row?.told ?? 0), Number(row?.zeros ?? 0)];
  return { records: Number(row?.records ?? 0), isRounded: zeros > told * roundedShare };
}

/**
 * `near_number(n)` and `near_head(h)`: numbers on the left and what damaged ones may have been; `near_left`: the rows of
 * `src_l` without a usable number, with the plan's raw fields.
 */
async function makeLeftKeys(
  db: DuckDBConnection,
  plan: Plan,
  number: string,
  isRounded: boolean,
): Promise<void> {
  await readOddNumbers(db, number, [{ table: 'src_l', column: `${number}_raw` }]);
  const dates = datesBeside(plan, number);
  for (const date of dates) await readDates(db, date, ['src_l']);
  const usable = `(s.${number}_plain or f_${number}.n is not null)`;
  const inNumber = `if(s.${number}_plain, s.${number}_raw[7:14], f_${number}.b)`;
  const rounded = isRounded ? `ends_with(s.${number}_raw, '000')` : 'false';
  await db.run(`create or replace table near_left as
    select s.*, f_${number}.h as near_h, f_${number}.c as near_c, f_${number}.s as near_s from src_l s
      left join ids_${number} f_${number} on f_${number}.raw = s.${number}_raw
      ${dates.map((date) => `left join dates_${date} f_${date} on f_${date}.raw = s.${date}_raw`).join(' ')}
    where not coalesce(${usable}, false) or ${isContradicted(number, inNumber, plan)} or coalesce(${rounded}, false)`);
  await db.run(`create or replace table near_number as select distinct n from (
      select ${number}_raw[1:17]::bigint as n from src_l where ${number}_plain
      union all select n from ids_${number} union all select unnest(near_c) from near_left) where n is not null`);
  await db.run(`create or replace table near_head as select distinct h from (
      select near_h as h from near_left where near_s = 3
      union all select ${number}_raw[1:15]::bigint from near_left where ${number}_plain) where h is not null`);
  await db.run(`drop table ids_${number}`);
  for (const date of dates) await db.run(`drop table dates_${date}`);
}

const datesBeside = (plan: Plan, number: string): string[] =>
  Object.entries(plan.fields).flatMap(([name, field]) =>
    field.type === 'date' && field.else === number ? [name] : [],
  );

/**
 * Rows whose own birth date speaks of another year than the number, or, written with eight digits, of another month and
 * day: at most one part in common is what `isContradicted` asks.
 */
function contradictions(plan: Plan, number: string): string[] {
  return datesBeside(plan, number).flatMap((date) => {
    const column = columnOf(plan, date, 'right');
    if (column === null) return [];
    const text = trimmedColumn(column);
    const differs = (from: string, divisor: number, size: number): string =>
      `try_cast(${from} as integer) <> near_n // ${divisor} % ${size}`;
    const other = (digits: string, separated: string, divisor: number): string =>
      differs(`if(length(${text}) = 8, ${text}${digits}, ${text}${separated})`, divisor, 100);
    return [
      differs(`${text}[1:4]`, 10_000_000, 10_000),
      `length(${text}) in (8, 10) and ${other('[5:6]', '[6:7]', 100_000)} and ${other('[7:8]', '[9:10]', 1000)}`,
    ];
  });
}
