import type { DuckDBConnection } from '@duckdb/node-api';
import { rowsOf } from '../../dataset/sql-engine.ts';

/** What stands in a column, from a sample of the records. Shares are of the filled cells unless said otherwise. */
export interface ColumnProfile {
  readonly column: string;
  /** Share of all records that have a value. */
  readonly filled: number;
  readonly distinct: number;
  /** Distinct values by filled cells: 1 when no value repeats. */
  readonly unique: number;
  readonly meanLength: number;
  /** Mean count of words, parted by blanks. */
  readonly words: number;
  readonly ascii: number;
  readonly han: number;
  readonly letters: number;
  readonly digits: number;
  readonly number: number;
  readonly decimal: number;
  readonly date: number;
  readonly idNumber: number;
  readonly hanName: number;
  readonly email: number;
  readonly mobile: number;
  /** Several entries parted by a semicolon, a bar or a Chinese comma. */
  readonly list: number;
}

const emptyWords = [
  '',
  'none',
  'null',
  'nan',
  'n/a',
  'na',
  '#n/a',
  '-',
  '--',
  '/',
  '无',
  '不详',
  '未知',
  '未填',
];

/** SQL of a cell without blanks at its ends; NULL for blank cells and the words that stand for nothing. */
export function filledSql(column: string): string {
  const cell = `trim("${column.replaceAll('"', '""')}")`;
  const empty = emptyWords.map((word) => `'${word}'`).join(', ');
  return `CASE WHEN lower(${cell}) IN (${empty}) THEN NULL ELSE ${cell} END`;
}

const dateFormats = [
  '%Y-%m-%d',
  '%Y/%m/%d',
  '%Y.%m.%d',
  '%Y年%m月%d日',
  '%d/%m/%Y',
  '%d-%m-%Y',
  '%Y-%m-%d %H:%M:%S',
];

/** SQL of a text as a day 'YYYY-MM-DD'; NULL when it is none of the years 1500 to 2100. */
export function dateSql(value: string): string {
  const formats = dateFormats.map((format) => `'${format}'`).join(', ');
  const compact = `CASE WHEN regexp_full_match(${value}, '\\d{8}') THEN try_strptime(${value}, '%Y%m%d') END`;
  const written = `CASE WHEN regexp_full_match(${value}, '\\d{1,4}[-/.年].*') THEN try_strptime(${value}, [${formats}]) END`;
  const day = `coalesce(${compact}, ${written})`;
  return `CASE WHEN year(${day}) BETWEEN 1500 AND 2100 THEN strftime(${day}, '%Y-%m-%d') END`;
}

const born = '(18|19|20)\\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])';

const tests: Readonly<Record<string, string>> = {
  ascii: "regexp_full_match(v, '[ -~]*')",
  han: "regexp_matches(v, '\\p{Han}')",
  letters: "regexp_matches(v, '\\pL')",
  digits: "regexp_full_match(v, '\\d+')",
  number: "try_cast(replace(v, ',', '') AS DOUBLE) IS NOT NULL",
  decimal: "regexp_full_match(v, '-?[\\d,]*\\.\\d+')",
  date: `${dateSql('v')} IS NOT NULL`,
  idNumber: `regexp_full_match(v, '[1-9]\\d{5}${born}\\d{3}[\\dXx]|[1-9]\\d{5}\\d{2}(0[1-9]|1[0-2])\\d{5}')`,
  hanName: "regexp_full_match(v, '\\p{Han}{2,4}|\\p{Han}+([·•・‧.]\\p{Han}+)+')",
  email: "regexp_full_match(v, '[^@\\s]+@[^@\\s]+')",
  mobile: "regexp_full_match(v, '1[3-9]\\d{9}')",
  list: "regexp_matches(v, '[^;；|、]+[;；|、][^;；|、]+')",
};

/** Profiles every column of a table of texts. The numbers do not depend on the order of its rows. */
export async function profileColumns(
  db: DuckDBConnection,
  table: string,
  columns: readonly string[],
): Promise<ColumnProfile[]> {
  const profiles: ColumnProfile[] = [];
  for (const column of columns) profiles.push(await profileColumn(db, table, column));
  return profiles;
}

async function profileColumn(db: DuckDBConnection, table: string, column: string): Promise<ColumnProfile> {
  const shares = Object.entries(tests).map(([name, test]) => `count(*) FILTER (${test}) AS "${name}"`);
  const [row = {}] = await rowsOf(
    db,
    `SELECT count(*) AS records, count(v) AS filled, count(DISTINCT v) AS "distinct", sum(length(v))::DOUBLE AS chars,
            sum(length(regexp_replace(v, '\\S+', '', 'g')))::DOUBLE AS blanks, ${shares.join(', ')}
     FROM (SELECT ${filledSql(column)} AS v FROM ${table})`,
  );
  const of = (name: string): number => Number(row[name] ?? 0);
  const filled = of('filled');
  const share = (name: string): number => (filled === 0 ? 0 : of(name) / filled);
  const named = Object.fromEntries(Object.keys(tests).map((name) => [name, share(name)]));
  return {
    ...(named as Record<'ascii' | 'han' | 'letters' | 'digits' | 'number' | 'decimal', number>),
    ...(named as Record<'date' | 'idNumber' | 'hanName' | 'email' | 'mobile' | 'list', number>),
    column,
    filled: of('records') === 0 ? 0 : filled / of('records'),
    distinct: of('distinct'),
    unique: share('distinct'),
    meanLength: share('chars'),
    words: 1 + share('blanks'),
  };
}
