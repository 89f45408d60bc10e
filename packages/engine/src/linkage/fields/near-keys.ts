import { splitTerm } from '../block/block-rule.ts';
import { type DuckDBConnection, VARCHAR } from '@duckdb/node-api';
import { nameKeys } from '@yangguang/domain/words/name-keys';
import type { Field, Plan } from '../plan/plan.ts';
import { ColumnWriter, streamColumn } from './columns.ts';
import { dateDigits } from './date-column.ts';
import { columnOf, trimmedColumn } from './read-sources.ts';
import { cleanText } from './text-form.ts';

/** A term of a blocking rule that SQL can tell from the raw text of the right file. */
interface RawTerm {
  readonly field: string;
  /** What the right file's text is made into, in SQL. */
  readonly right: (text: string) => string;
  /** What that may be where the left row has this text. */
  readonly left: (raw: string) => readonly string[];
}

/**
 * Fills `near_key(k)` from the rows of `near_left` and returns, for each blocking rule that can be told from raw text,
 * the expression over the right file's columns that is such a key where the rule might bring a pair. A left text stands
 * for its usual spellings. Terms that cannot be told (how a name sounds, words, lists) are left out of a rule as long as
 * two others remain, which lets more rows through; rules without two others, or on the number itself, have no key.
 */
export async function rawKeys(db: DuckDBConnection, plan: Plan, number: string): Promise<string[]> {
  await db.run('create or replace table near_key (k ubigint)');
  const keys: string[] = [];
  for (const [place, rule] of plan.block.entries()) {
    const terms = rawTerms(rule, plan);
    if (terms === null) continue;
    await addKeys(db, place, terms);
    const texts = terms.map(({ field, right }) => right(rightText(plan, field, number)));
    keys.push(`hash(${[`${place}::integer`, ...texts].join(', ')})`);
  }
  return keys;
}

/** Dates that are missing stand in the number. */
function rightText(plan: Plan, field: string, number: string): string {
  const text = trimmedColumn(columnOf(plan, field, 'right'));
  return plan.fields[field]?.else === number
    ? `coalesce(${text}, ${trimmedColumn(columnOf(plan, number, 'right'))}[7:14])`
    : text;
}

async function addKeys(db: DuckDBConnection, place: number, terms: readonly RawTerm[]): Promise<void> {
  for (const [at, term] of terms.entries()) await addSpellings(db, `spelling_${at}`, term);
  const joins = terms.map(({ field }, at) => `join spelling_${at} t${at} on t${at}.raw = s.${field}_raw`);
  await db.run(`insert into near_key select distinct hash(${[`${place}::integer`, ...terms.map((_, at) => `t${at}.t`)].join(', ')})
    from near_left s ${joins.join(' ')}`);
  for (const at of terms.keys()) await db.run(`drop table spelling_${at}`);
}

/** Every spelling of the values that the left rows in question have. */
async function addSpellings(db: DuckDBConnection, table: string, { field, left }: RawTerm): Promise<void> {
  await db.run(`create or replace table ${table} (raw varchar, t varchar)`);
  const writer = await ColumnWriter.open(db, table, [VARCHAR, VARCHAR]);
  for await (const raws of streamColumn(
    db,
    `select distinct ${field}_raw from near_left where ${field}_raw is not null`,
  ))
    for (const raw of raws.map(String)) for (const t of left(raw)) writer.put([raw, t]);
  writer.close();
}

/** The terms that can be told; null where too little of the rule is left. */
function rawTerms(rule: readonly string[], plan: Plan): RawTerm[] | null {
  const terms: RawTerm[] = [];
  for (const term of rule) {
    const { verb, count, name } = splitTerm(term);
    const field = plan.fields[name];
    if (field === undefined || field.type === 'id_number') return null;
    const told = rawTerm(name, field, verb, count);
    if (told !== null) terms.push(told);
  }
  return terms.length === rule.length || terms.length > 1 ? terms : null;
}

function rawTerm(name: string, { type }: Field, verb: string, count: number): RawTerm | null {
  const spellings = spellingsOf[type];
  const part = parts[verb]?.(count);
  if (spellings === undefined || part === undefined) return null;
  if (type === 'date' && verb !== 'field' && verb !== 'year') return null;
  const left = (raw: string): readonly string[] => [
    ...new Set(spellings(raw).flatMap((text) => part.of([...text]) || [])),
  ];
  return { field: name, right: part.sql, left };
}

interface Part {
  readonly sql: (text: string) => string;
  readonly of: (characters: readonly string[]) => string;
}

const cut = (from: number, to: number | null): Part => ({
  sql: (text) => `${text}[${from}:${to ?? ''}]`,
  of: (characters) => characters.slice(from - 1, to ?? undefined).join(''),
});

/** A surname is told by its first character, a given name is what follows it. */
const parts: Readonly<Record<string, (count: number) => Part>> = {
  field: () => ({ sql: (text) => text, of: (characters) => characters.join('') }),
  first: (count) => cut(1, count),
  last: (count) => ({
    sql: (text) => `right(${text}, ${count})`,
    of: (characters) => characters.slice(-count).join(''),
  }),
  surname: () => cut(1, 1),
  given: () => cut(2, null),
  year: () => cut(1, 4),
};

const spellingsOf: Partial<Record<Field['type'], (raw: string) => readonly string[]>> = {
  text: (raw) => [raw, cleanText(raw)],
  person_name: nameSpellings,
  date: dateSpellings,
};

function nameSpellings(raw: string): string[] {
  const keys = nameKeys(raw);
  const others = keys?.more.map((name) => nameKeys(name)) ?? [];
  return [raw, ...[keys, ...others].flatMap((one) => (one === null ? [] : [one.plain, one.simple]))];
}

/** The ways in which registers write a date. */
function dateSpellings(raw: string): string[] {
  const digits = dateDigits(raw);
  if (digits === null) return [raw];
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)];
  const [m, d] = [String(Number(month)), String(Number(day))];
  const joined = ['-', '/', '.'].flatMap((mark) => [[year, month, day].join(mark), [year, m, d].join(mark)]);
  return [
    raw,
    digits,
    ...joined,
    `${year}年${m}月${d}日`,
    `${year}年${month}月${day}日`,
    `${year}-${month}-${day} 00:00:00`,
  ];
}
