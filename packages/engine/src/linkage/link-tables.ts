import type { DuckDBConnection } from '@duckdb/node-api';
import type { LookAlikes } from '@yangguang/domain/words/name-compare';
import { rowsOf, valueOf } from '../dataset/sql-engine.ts';
import { blockRule } from './block/block-rule.ts';
import { findCandidates } from './block/candidate-pairs.ts';
import { comparisonsOf } from './compare/all.ts';
import { assertConditions } from './compare/assert-conditions.ts';
import { comparePairs } from './compare/compare-pairs.ts';
import type { Comparison } from './compare/comparison.ts';
import { twoValidNumbers } from './compare/id-number.ts';
import { compatibleNameLevels } from './compare/person-name.ts';
import type { WordBits } from './compare/tokens.ts';
import { decideLinks } from './decide/decide-links.ts';
import { type Rarity, raritiesOf, scoreExpression, shareColumns } from './decide/score-pairs.ts';
import { estimateModel } from './model/estimate.ts';
import type { Model, ModelFile } from './model/model.ts';
import { priorFromNumbers } from './model/prior-from-numbers.ts';
import { beginningOf } from './model/shipped.ts';
import type { Plan } from './plan/plan.ts';
import type { ReportedRule } from './report/link-report.ts';

/** A linkage over the tables that `makeSides` made. */
export interface LinkTask {
  readonly plan: Plan;
  /** Whether `side_r` is there; else `side_l` is compared with itself. */
  readonly isLink: boolean;
  readonly looks: LookAlikes;
  readonly shipped: ModelFile | null;
  /** Where `side_r` holds a part of the right file only: a fair sample of it as a table, and all its rows. */
  readonly whole?: { readonly sample: string; readonly records: number } | undefined;
}

/** What was found out on the way; the pairs are in table `decided`. */
export interface Linked {
  readonly comparisons: readonly Comparison[];
  readonly model: Model;
  readonly rarities: ReadonlyMap<string, Rarity>;
  readonly rules: readonly ReportedRule[];
}

/** Told as each step begins; `fraction` of the whole. */
export type StepTold = (zh: string, en: string, fraction: number) => void;

/**
 * Compares the two sides and decides: table `decided(l, r, score, probability, tier, c0, …)` over record numbers.
 * Table `judgement(l, r, verdict, is_alone)` must exist; its pairs are compared whatever the rules find.
 *
 * Where records have at most one partner, an equal valid number under a name that may be the same settles both first;
 * only the rest goes through the other rules, so that a list full of good numbers costs little more than one join.
 */
export async function linkTables(db: DuckDBConnection, task: LinkTask, told: StepTold): Promise<Linked> {
  const { plan } = task;
  const [left, right] = ['side_l', task.isLink ? 'side_r' : 'side_l'];
  await assertConditions(db, plan, left, right);
  const comparisons = comparisonsOf(plan, { looks: task.looks, wordBits: await wordBitsOf(db, plan) });
  const rules = await comparedPairs(db, task, comparisons, told);
  told('学习权重', 'Learning weights', 0.6);
  const whole = task.whole;
  const space = {
    left,
    right: whole?.sample ?? right,
    seed: plan.seed,
    ...(whole === undefined ? {} : { allRight: whole.records }),
  };
  const beginning = beginningOf(plan, comparisons, task.shipped);
  const prior = beginning.prior ?? (await priorFromNumbers(db, plan, space));
  const model = await estimateModel(db, comparisons, 'compared', space, { ...beginning, prior });
  told('计算得分', 'Scoring', 0.85);
  const records = Number(
    await valueOf(
      db,
      `select (select count(*) from ${left}) + ${task.isLink ? '(select count(*) from side_r)' : '0'}`,
    ),
  );
  const rarities = await raritiesOf(db, comparisons, records);
  await db.run(
    `create or replace table scored as select *, ${scoreExpression(comparisons, model, rarities)} as score from compared`,
  );
  await decideLinks(db, plan, comparisons);
  return { comparisons, model, rarities, rules };
}

async function comparedPairs(
  db: DuckDBConnection,
  task: LinkTask,
  comparisons: readonly Comparison[],
  told: StepTold,
): Promise<ReportedRule[]> {
  const { plan } = task;
  const [left, right] = ['side_l', task.isLink ? 'side_r' : 'side_l'];
  const number = plan.compare.find((spec) => spec.by === 'id_number')?.field ?? null;
  const rules = plan.block.map((terms) => blockRule(terms, plan));
  const settling =
    plan.one_to_one && number !== null
      ? rules.filter(({ terms }) => terms.length === 1 && terms[0] === number)
      : [];
  const space = {
    left,
    right,
    whereLeft: 'true',
    whereRight: 'true',
    wherePair: number === null ? 'true' : `not ${twoValidNumbers(number)}`,
    pairColumns: number === null ? [] : [`${number}_n`, `${number}_s`],
    cap: plan.block_cap,
  };
  const keep = ['mask'];
  const toCompare = { pairs: 'candidate', left, right, keep, shares: shareColumns(comparisons) };
  const reports = await findCandidates(db, settling, { ...space, wherePair: 'true' }, () =>
    told('按身份证号比对', 'Matching equal numbers', 0.05),
  );
  await comparePairs(db, comparisons, toCompare, 'compared');
  const open = await settle(db, plan, number, settling.length > 0);
  const rest = rules.filter((rule) => !settling.includes(rule));
  const more = await findCandidates(db, rest, { ...space, ...open }, (place) =>
    told(
      `查找候选配对 ${place + 1}/${rest.length}`,
      `Looking for pairs ${place + 1} of ${rest.length}`,
      0.1 + (0.3 * place) / rest.length,
    ),
  );
  await db.run('insert into candidate select l, r, 0 from judgement anti join candidate using (l, r)');
  await db.run('delete from candidate where (l, r) in (select (l, r) from compared)');
  told('逐项比较', 'Comparing', 0.4);
  await comparePairs(db, comparisons, toCompare, 'compared_rest');
  await db.run(
    'insert into compared select * from compared_rest; drop table compared_rest; drop table candidate',
  );
  return plan.block.map(
    (terms) => [...reports, ...more].find((report) => report.terms === terms) ?? noPairs(terms),
  );
}

const noPairs = (terms: readonly string[]): ReportedRule => ({
  terms,
  pairs: 0,
  refusedValues: 0,
  refusedPairs: 0,
});

/** Records with an equal number under a name that may be theirs take no further part. */
async function settle(
  db: DuckDBConnection,
  plan: Plan,
  number: string | null,
  isSettling: boolean,
): Promise<{ whereLeft: string; whereRight: string } | object> {
  if (!isSettling || number === null) return {};
  const [id, name] = ['id_number', 'person_name'].map((by) =>
    plan.compare.findIndex((spec) => spec.by === by),
  );
  await db.run(`create or replace table settled as select l, r from compared
    where c${id} = 1${name === -1 ? '' : ` and c${name} between 1 and ${compatibleNameLevels}`}`);
  return {
    whereLeft: 's.rid not in (select l from settled)',
    whereRight: 's.rid not in (select r from settled)',
  };
}

/** Rarity of words in bits, from the dictionaries of the fields that are compared word by word. */
async function wordBitsOf(db: DuckDBConnection, plan: Plan): Promise<(field: string) => WordBits> {
  const bits = new Map<string, Map<string, number>>();
  for (const spec of plan.compare) {
    if (spec.by !== 'tokens') continue;
    const rows = await rowsOf(
      db,
      `select word, -log2(least(sum(share), 1)) as bits from (select unnest(list_distinct(string_split(text, ' '))) as word, share from dict_${spec.field}) group by word`,
    );
    bits.set(spec.field, new Map(rows.map((row) => [String(row.word), Math.max(Number(row.bits), 0.2)])));
  }
  return (field) => (word) => bits.get(field)?.get(word) ?? 10;
}
