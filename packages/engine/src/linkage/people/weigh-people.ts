import type { DuckDBConnection } from '@duckdb/node-api';
import type { LookAlikes } from '@yangguang/domain/words/name-compare';
import { valueOf } from '../../dataset/sql-engine.ts';
import { comparisonsOf } from '../compare/all.ts';
import { comparePairs } from '../compare/compare-pairs.ts';
import { raritiesOf, scoreExpression, shareColumns } from '../decide/score-pairs.ts';
import { makeMacros, makeSides } from '../fields/make-sides.ts';
import type { Linked } from '../link-tables.ts';
import type { ComparisonModel, Model, ModelFile } from '../model/model.ts';
import { beginningOf } from '../model/shipped.ts';
import { personPlan } from './person-plan.ts';

/** What weighing people needs beside the mentions. */
export interface PersonKnowledge {
  readonly looks: LookAlikes;
  /** The shipped model of registers, or null for the plain chances. */
  readonly shipped: ModelFile | null;
}

/** SQL of a mention's columns as a source of the linkage. `isRight`: the number is right, and need not be read again. */
export const sourceColumns = (
  isRight: string,
): string => `gid::varchar as _id, name as name_raw, id_text as id_raw,
  (${isRight}) and length(id_text) = 18 as id_plain, birth_on::varchar as born_raw, town as town_raw, village as village_raw,
  phone as phone_raw, account_no as account_raw`;

/**
 * Makes the two sides' tables of `src_l` and `src_r`. How common a name is, is told from everybody the run knows by
 * number (`known_name`), not from the few mentions that are compared.
 */
export async function makePersonSides(db: DuckDBConnection): Promise<void> {
  await makeMacros(db);
  await makeSides(db, personPlan, ['src_l', 'src_r'], { name: [{ table: 'known_name', column: 'name' }] });
}

/** Levels and score of every pair in table `pairs` (l, r): table `scored`. The sides must be there. */
export async function scorePeople(
  db: DuckDBConnection,
  pairs: string,
  { looks, shipped }: PersonKnowledge,
): Promise<Linked> {
  const comparisons = comparisonsOf(personPlan, { looks, wordBits: () => () => 0 });
  const [left, right, shares] = ['side_l', 'side_r', shareColumns(comparisons)];
  await comparePairs(db, comparisons, { pairs, left, right, keep: [], shares }, 'compared');
  const people = Number(await valueOf(db, 'select count(*) from known_name'));
  const model: Model = {
    // A row is about somebody the run knows more often than not; of all of them, it can only be one.
    prior: Math.min(0.5, 1 / Math.max(people, 2)),
    comparisons: withAccounts(beginningOf(personPlan, comparisons, shipped).comparisons),
  };
  const rarities = await raritiesOf(db, comparisons, people);
  await db.run(
    `create or replace table scored as select *, ${scoreExpression(comparisons, model, rarities)} as score from compared`,
  );
  await db.run('drop table compared');
  return { comparisons, model, rarities, rules: [] };
}

/** An account says as much as a telephone: both are one's own, or the household's. */
function withAccounts(comparisons: readonly ComparisonModel[]): ComparisonModel[] {
  const phone = comparisons.find(({ name }) => name === 'phone');
  return comparisons.map((one) =>
    one.name === 'account' && phone !== undefined ? { ...phone, name: 'account' } : one,
  );
}

/** Everything weighing leaves behind. */
export async function dropPersonTables(db: DuckDBConnection): Promise<void> {
  const dictionaries = ['name', 'town', 'village', 'phone', 'account', 'ends'].map(
    (field) => `dict_${field}`,
  );
  for (const table of ['side_l', 'side_r', 'scored', 'candidate', 'decided', ...dictionaries])
    await db.run(`drop table if exists ${table}`);
}

/** Runs statements in the order in which they join: the optimiser would begin with pairs of small tables that differ. */
export async function inWrittenOrder<T>(db: DuckDBConnection, work: () => Promise<T>): Promise<T> {
  await db.run(`set disabled_optimizers = 'join_order'`);
  try {
    return await work();
  } finally {
    await db.run(`set disabled_optimizers = ''`);
  }
}
