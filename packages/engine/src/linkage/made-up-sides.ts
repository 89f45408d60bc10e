import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { checkDigit } from '@yangguang/domain/words/id-number';
import { appendText, quoted, rowsOf } from '../dataset/sql-engine.ts';
import { comparisonsOf } from './compare/all.ts';
import { comparePairs } from './compare/compare-pairs.ts';
import type { WordBits } from './compare/tokens.ts';
import { makeMacros, makeSides } from './fields/make-sides.ts';
import { readSource } from './fields/read-sources.ts';
import { type FieldType, type Plan, PlanFile } from './plan/plan.ts';

/** A record for tests, by field; what is not told is empty. Its id is its place unless `id` is given. */
export type MadeUpRecord = Readonly<Record<string, string | null>>;

/** A number of a made-up county with its check digit, for tests. */
export const numbered = (first17: string): string => `${first17}${checkDigit(first17)}`;

/** A database set up as a linkage sets up its own. */
export async function openForLinkage(): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create(':memory:', {
    threads: '2',
    preserve_insertion_order: 'false',
    disabled_optimizers: 'join_order',
  });
  const db = await instance.connect();
  await makeMacros(db);
  return db;
}

/** A plan whose fields are columns of their own name. */
export function madeUpPlan(
  fields: Readonly<Record<string, FieldType | { readonly type: FieldType; readonly [key: string]: string }>>,
  compare: readonly object[],
  more: object = {},
): Plan {
  const named = Object.entries(fields).map(([name, field]) => [
    name,
    { column: name, ...(typeof field === 'string' ? { type: field } : field) },
  ]);
  const block = [[Object.keys(fields)[0]]];
  return PlanFile.parse({ id: 'id', fields: Object.fromEntries(named), compare, block, ...more });
}

/** Makes `side_l` and, when two tables are linked, `side_r`; records stand in them in the order given. */
export async function makeMadeUpSides(
  db: DuckDBConnection,
  plan: Plan,
  left: readonly MadeUpRecord[],
  right: readonly MadeUpRecord[] | null,
): Promise<void> {
  const columns = ['id', ...Object.keys(plan.fields)];
  for (const [side, records] of [['left', left] as const, ['right', right] as const]) {
    if (records === null) continue;
    const view = `made_up_${side}`;
    await db.run(
      `create or replace table ${view} (${columns.map((name) => `"${name}" varchar`).join(', ')})`,
    );
    const rows = records.map((record, at) =>
      columns.map((name) => record[name] ?? (name === 'id' ? String(at).padStart(7, '0') : null)),
    );
    await appendText(db, view, rows);
    await readSource(db, plan, { side, view, name: view, columns });
  }
  await makeSides(db, plan, right === null ? ['src_l'] : ['src_l', 'src_r']);
}

/** The level of each comparison, by key, for each pair of two records; 'missing' where it cannot be told. */
export async function levelsOf(
  db: DuckDBConnection,
  plan: Plan,
  pairs: readonly (readonly [MadeUpRecord, MadeUpRecord])[],
  bits: WordBits = () => 8,
): Promise<string[][]> {
  await makeMadeUpSides(
    db,
    plan,
    pairs.map(([left]) => left),
    pairs.map(([, right]) => right),
  );
  const comparisons = comparisonsOf(plan, { looks: new Set(['己已', '未末']), wordBits: () => bits });
  await db.run('create or replace table told_pair as select rid as l, rid as r from side_l');
  const what = { pairs: 'told_pair', left: 'side_l', right: 'side_r', keep: [], shares: [] };
  await comparePairs(db, comparisons, what, 'told_level');
  const rows = await rowsOf(db, 'select * from told_level order by l');
  return rows.map((row) =>
    comparisons.map(({ levels }, place) => levels[Number(row[`c${place}`]) - 1]?.key ?? 'missing'),
  );
}

/** The same for one comparison of one field: pairs of values in, keys of levels out. */
export async function levelsOfValues(
  db: DuckDBConnection,
  plan: Plan,
  pairs: readonly (readonly [string | null, string | null])[],
  bits?: WordBits,
): Promise<string[]> {
  const field = Object.keys(plan.fields)[0] ?? '';
  const records = pairs.map(([a, b]) => [{ [field]: a }, { [field]: b }] as const);
  return (await levelsOf(db, plan, records, bits)).map(([level]) => level ?? 'missing');
}

/** An empty table of judgements, or one with these of the records at these places (from 1). */
export async function makeJudgements(
  db: DuckDBConnection,
  judged: readonly (readonly [l: number, r: number, verdict: 'same' | 'not_same' | 'unsure'])[] = [],
  isAlone = false,
): Promise<void> {
  await db.run('create or replace table judgement (l integer, r integer, verdict varchar, is_alone boolean)');
  for (const [l, r, verdict] of judged)
    await db.run(`insert into judgement values (${l}, ${r}, ${quoted(verdict)}, ${isAlone})`);
}

/** Chance with a seed, between 0 and 1 (a multiplicative generator after Lehmer): the same in every run. */
export function seeded(seed: number): () => number {
  let state = (seed % 2_147_483_646) + 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return (state - 1) / 2_147_483_646;
  };
}
