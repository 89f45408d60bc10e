import type { DuckDBConnection } from '@duckdb/node-api';
import { UserError } from '@yangguang/domain/errors/user-error';
import { maskId } from '@yangguang/domain/words/id-number';
import { rowsOf } from '../../dataset/sql-engine.ts';
import { filledSql } from './profile-columns.ts';
import type { KnownColumn } from './suggest-columns.ts';
import { bareHeading } from './suggest-kinds.ts';

/** Headings that hold an entity rather than a record, so that a unique one is the last to be taken. */
const telling = /truth|cluster|label|entity/;

/**
 * The column that names a record: filled and different in every record of the whole table.
 * @throws UserError LNK-221 when the table has none
 */
export async function findRecordColumn(
  db: DuckDBConnection,
  view: string,
  file: string,
  columns: readonly KnownColumn[],
): Promise<string> {
  const ranked = columns
    .map((column, place) => ({ ...column, place }))
    .filter(({ profile }) => profile.filled === 1 && profile.unique === 1)
    .sort((a, b) => rank(a) - rank(b) || a.place - b.place);
  for (const { profile } of ranked) if (await isUnique(db, view, profile.column)) return profile.column;
  throw noRecordColumn(file, columns);
}

function rank({ kind, profile }: KnownColumn): number {
  if (telling.test(bareHeading(profile.column))) return 4;
  if (kind === 'record') return /id|编号|记录/.test(bareHeading(profile.column)) ? 0 : 1;
  return kind === 'id_number' ? 3 : 2;
}

async function isUnique(db: DuckDBConnection, view: string, column: string): Promise<boolean> {
  const [row = {}] = await rowsOf(
    db,
    `SELECT count(*) AS n, count(v) AS filled, count(DISTINCT v) AS kinds FROM (SELECT ${filledSql(column)} AS v FROM ${view})`,
  );
  return row['n'] === row['filled'] && row['n'] === row['kinds'];
}

function noRecordColumn(file: string, columns: readonly KnownColumn[]): UserError {
  const names = columns
    .map(({ profile }) => profile.column.replace(/\d{17}[\dXx]/gu, (id) => maskId(id)))
    .join('、');
  return new UserError('LNK-221', {
    what: {
      zh: `“${file}”里没有一列能给每条记录一个不同的编号。`,
      en: `No column of "${file}" gives every record a number of its own.`,
    },
    why: {
      zh: `每一列（${names}）都有空格子或重复的值，结果里就说不清是哪一行。`,
      en: `Every column (${names.replaceAll('、', ', ')}) has blanks or repeats, so the result could not say which row is meant.`,
    },
    remedy: {
      zh: '请在表中加一列不重复的序号，再运行一次。',
      en: 'Add a column with a different number in every row and run again.',
    },
  });
}
