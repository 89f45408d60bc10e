import { basename } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { UserError } from '@yangguang/domain/errors/user-error';
import { valueOf } from '../../dataset/sql-engine.ts';
import { profileColumns } from './profile-columns.ts';
import { type SuggestedRule, suggestRules } from './suggest-blocking.ts';
import {
  type KnownColumn,
  knowColumns,
  pairColumns,
  type PairedColumn,
  withBirthDates,
} from './suggest-columns.ts';
import { type ChosenFields, chooseFields } from './suggest-comparisons.ts';
import type { Keys } from './suggest-counts.ts';
import { isOnePerPerson } from './suggest-one-to-one.ts';
import { type KeyTable, makeKeys } from './suggest-keys.ts';
import { findRecordColumn } from './suggest-record.ts';
import { findRepeats } from './suggest-repeats.ts';
import { termsFor } from './suggest-terms.ts';

/** A table a plan is suggested for: a view of texts over a file, and its columns. */
export interface SuggestTable {
  readonly view: string;
  readonly file: string;
  readonly columns: readonly string[];
}

/** A plan with the reasons for each of its parts. */
export interface Suggestion extends ChosenFields {
  readonly id: { readonly left: string; readonly right: string | null };
  readonly block: readonly SuggestedRule[];
  readonly cap: number;
  readonly oneToOne: boolean;
  readonly files: { readonly left: string; readonly right: string | null };
}

/** Records a side is judged by; more would tell the same. */
const sampleSize = 60_000;

/**
 * Suggests a plan for two tables, or for one that is searched for people who stand in it twice (`right` is null): reads
 * what each column holds, which ones go together, what to compare and by what to bring records together. The same
 * records in any order give the same plan.
 * @throws UserError LNK-221 no column names a record, LNK-222 nothing to compare
 */
export async function suggestPlan(
  db: DuckDBConnection,
  left: SuggestTable,
  right: SuggestTable | null,
  tell: (share: number) => void = () => {},
): Promise<Suggestion> {
  const one = await sampled(db, left, 'suggest_left');
  const other = right === null ? one : await sampled(db, right, 'suggest_right');
  tell(0.25);
  const id = {
    left: await findRecordColumn(db, left.view, basename(left.file), one.known),
    right: right === null ? null : await findRecordColumn(db, right.view, basename(right.file), other.known),
  };
  const columns = await comparableColumns(db, one, right === null ? null : other, id);
  const repeats = await findRepeats(db, one.table, columns);
  const chosen = chooseFields(columns, repeats);
  if (chosen.compare.length === 0) throw nothingToCompare(left, right);
  tell(0.35);
  const keys = await keysFor(db, one, right === null ? null : other, chosen);
  const block = await suggestRules(db, keys, chosen.fields, {
    left: one.records,
    right: right === null ? null : other.records,
  });
  tell(0.95);
  const oneToOne = right !== null && (await isOnePerPerson(db, keys, chosen.fields));
  return {
    ...chosen,
    ...{ id, block, cap: keys.cap, oneToOne },
    files: { left: basename(left.file), right: right === null ? null : basename(right.file) },
  };
}

async function keysFor(
  db: DuckDBConnection,
  left: Sampled,
  right: Sampled | null,
  { fields }: ChosenFields,
): Promise<Keys> {
  const terms = termsFor(fields);
  const make = async (side: 'left' | 'right', { table, share }: Sampled): Promise<KeyTable> => {
    const keys = `suggest_keys_${side}`;
    await makeKeys(db, table, keys, side, fields, terms);
    return { table: keys, share };
  };
  const records = Math.min(left.records, (right ?? left).records);
  return {
    left: await make('left', left),
    right: right === null ? null : await make('right', right),
    terms,
    cap: Math.min(4_000_000, Math.max(100_000, records)),
  };
}

interface Sampled {
  readonly table: string;
  readonly records: number;
  readonly share: number;
  readonly known: readonly KnownColumn[];
}

/** A sample chosen by what stands in the records, so that their order does not matter. */
async function sampled(
  db: DuckDBConnection,
  { view, columns }: SuggestTable,
  table: string,
): Promise<Sampled> {
  const records = Number(await valueOf(db, `SELECT count(*) FROM ${view}`));
  const share = Math.min(1, sampleSize / Math.max(1, records));
  const cells = columns.map((column) => `"${column.replaceAll('"', '""')}"`).join(', ');
  const chosen = share === 1 ? '' : `WHERE hash(${cells}) % 1000000 < ${Math.round(share * 1_000_000)}`;
  await db.run(`CREATE OR REPLACE TEMP TABLE ${table} AS SELECT * FROM ${view} ${chosen}`);
  return { table, records, share, known: knowColumns(await profileColumns(db, table, columns)) };
}

async function comparableColumns(
  db: DuckDBConnection,
  one: Sampled,
  other: Sampled | null,
  id: Suggestion['id'],
): Promise<PairedColumn[]> {
  const without = (known: readonly KnownColumn[], column: string | null): KnownColumn[] =>
    known.filter(({ profile, kind }) => profile.column !== column || kind === 'id_number');
  const left = without(one.known, id.left);
  const right = other === null ? left : without(other.known, id.right);
  return withBirthDates(await pairColumns(db, [one.table, (other ?? one).table], left, right), left, right);
}

function nothingToCompare(left: SuggestTable, right: SuggestTable | null): UserError {
  const files =
    right === null ? `“${basename(left.file)}”` : `“${basename(left.file)}”、“${basename(right.file)}”`;
  return new UserError('LNK-222', {
    what: {
      zh: `没有找到可以比较的列：${files}。`,
      en: `No column to compare by was found: ${files.replace('、', ', ')}.`,
    },
    why: {
      zh: '两边没有标题相同、内容同类的列。',
      en: 'The two sides have no columns of one heading or of one kind of content.',
    },
    remedy: {
      zh: '请检查表头，或自己写一个方案，说明哪一列对哪一列。',
      en: 'Check the headings, or write a plan that says which column goes with which.',
    },
  });
}
