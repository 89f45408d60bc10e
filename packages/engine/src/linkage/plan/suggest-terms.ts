import type { SuggestedField } from './suggest-comparisons.ts';
import { dateSql, filledSql } from './profile-columns.ts';
import type { ColumnKind } from './suggest-kinds.ts';

/** One term a blocking rule may hold, with the SQL that stands in for it when pairs are counted. */
export interface Term {
  /** As it is written in a plan. */
  readonly text: string;
  /** Place of its field in the list of fields. */
  readonly field: number;
  /** Expression over `v`, the clean value, and `s`, its sound; a list of words for `isTokens`. */
  readonly sql: string;
  readonly isTokens: boolean;
  /** The field's whole value: what every other term of the field follows from. */
  readonly isWhole: boolean;
}

type Make = (name: string) => Omit<Term, 'field'>;

const term = (text: string, sql: string): Omit<Term, 'field'> => ({
  text,
  sql,
  isTokens: false,
  isWhole: false,
});

const whole: Make = (name) => ({ text: name, sql: 'v', isTokens: false, isWhole: true });
const sound: Make = (name) => term(`sound(${name})`, 's');
const head =
  (n: number): Make =>
  (name) =>
    term(`first(${n}, ${name})`, `left(v, ${n})`);
const tail =
  (n: number): Make =>
  (name) =>
    term(`last(${n}, ${name})`, `right(v, ${n})`);
const surname: Make = (name) => term(`surname(${name})`, 'left(v, 1)');
const given: Make = (name) => term(`given(${name})`, "nullif(substr(v, 2), '')");
const year: Make = (name) => term(`year(${name})`, 'left(v, 4)');
const monthDay: Make = (name) => term(`month_day(${name})`, 'right(v, 5)');
const head15: Make = (name) => term(`head15(${name})`, 'CASE WHEN length(v) >= 15 THEN left(v, 15) END');
const tokens: Make = (name) => ({
  text: `token(${name})`,
  sql: "string_split(v, ' ')",
  isTokens: true,
  isWhole: false,
});

const termsOf: Partial<Readonly<Record<ColumnKind, readonly Make[]>>> = {
  given_name: [whole, sound, head(3), head(1)],
  surname: [whole, sound, head(3), head(1), tail(3)],
  full_name: [whole, tokens],
  person_name: [whole, sound, surname, given, head(2), tail(1)],
  id_number: [whole, head15],
  birth: [whole, year, monthDay],
  date: [whole, year, monthDay],
  age: [whole],
  sex: [whole],
  town: [whole],
  village: [whole],
  address: [whole, tokens, head(5)],
  words: [whole, tokens, head(5), head(8)],
  word: [whole, sound, head(3)],
  phone: [whole, tail(4)],
  account: [whole, tail(4)],
  household: [whole],
  email: [whole, head(5), head(1)],
  code: [whole],
  category: [whole],
  number: [whole],
};

/** Codes long enough to be recognised by a part of them. */
const partLength = 5;

/** The terms the fields of a plan offer to its blocking rules. */
export function termsFor(fields: readonly SuggestedField[]): Term[] {
  return fields.flatMap(({ name, kind, column }, field) => {
    const makes = [...(termsOf[kind] ?? [whole])];
    if (kind === 'code' && column.left.meanLength >= partLength) makes.push(head(4), tail(4));
    return makes.map((make) => ({ ...make(name), field }));
  });
}

/**
 * SQL of a field's clean value on one side; near enough to how the engine reads it to count pairs by.
 * @param number the side's column of identity numbers, for birth dates that are missing
 */
export function cleanSql(field: SuggestedField, side: 'left' | 'right', number: string | undefined): string {
  const value = filledSql(field.column[side].column);
  if (field.kind === 'birth' && number !== undefined)
    return `coalesce(${dateSql(value)}, ${birthSql(filledSql(number))})`;
  if (field.kind === 'birth' || field.kind === 'date') return dateSql(value);
  if (field.kind === 'id_number') return `nullif(regexp_replace(upper(${value}), '[^0-9X]', '', 'g'), '')`;
  if (field.kind === 'person_name') return `nullif(regexp_replace(${value}, '[\\s·•・‧.]', '', 'g'), '')`;
  if (field.kind === 'number') return `try_cast(replace(${value}, ',', '') AS DOUBLE)::VARCHAR`;
  return `nullif(trim(regexp_replace(strip_accents(lower(${value})), '[^\\pL\\pN]+', ' ', 'g')), '')`;
}

/** SQL of the birth date inside an identity number of 18 characters. */
const birthSql = (number: string): string =>
  `CASE WHEN regexp_full_match(${number}, '\\d{17}[\\dXx]') THEN strftime(try_strptime(substr(${number}, 7, 8), '%Y%m%d'), '%Y-%m-%d') END`;

/** True when two records that agree in the one term always agree in the other. */
export function follows(from: Term, to: Term): boolean {
  return from === to || (from.field === to.field && from.isWhole);
}
