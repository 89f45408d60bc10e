import type { DuckDBConnection } from '@duckdb/node-api';
import { quoted, rowsOf, valueOf } from '../../dataset/sql-engine.ts';
import { roundedBits } from '../decide/score-pairs.ts';
import type { Linked } from '../link-tables.ts';
import { countLevels } from '../model/count-random.ts';
import { bitsOf, priorBits } from '../model/model.ts';
import type { Plan } from '../plan/plan.ts';
import type { LinkReport, PairInWords, ReportedComparison } from '../report/link-report.ts';
import { tellPairs } from './tell-pairs.ts';

/** A finished linkage whose tables are still there. */
export interface Finished {
  readonly plan: Plan;
  readonly isLink: boolean;
  /** Names of the files. */
  readonly names: readonly string[];
  readonly linked: Linked;
  readonly clusters: number | null;
  readonly phases: LinkReport['phases'];
}

/** Pairs shown for each band of the score. */
const samplesPerBand = 3;
/** Probabilities for which the share of unlinkable records is told. */
const certainties = [0.5, 0.8, 0.9, 0.95, 0.99, 0.999] as const;

/** What was done, for people: counted from the tables, with a few pairs of every height of the score. */
export async function makeReport(db: DuckDBConnection, done: Finished): Promise<LinkReport> {
  const { plan, isLink, linked } = done;
  const count = async (sql: string): Promise<number> => Number((await valueOf(db, sql)) ?? 0);
  const tier = (name: string): Promise<number> =>
    count(`select count(*) from decided where tier = ${quoted(name)}`);
  return {
    kind: isLink ? 'link' : 'dedupe',
    left: { name: done.names[0] ?? '', records: await count('select count(*) from side_l') },
    right: isLink ? { name: done.names[1] ?? '', records: await count('select count(*) from side_r') } : null,
    model: plan.model,
    prior: linked.model.prior,
    threshold: plan.threshold,
    same: plan.same,
    rules: linked.rules,
    compared: await count('select count(*) from compared'),
    comparisons: await reportComparisons(db, linked),
    histogram: (
      await rowsOf(
        db,
        'select floor(score)::integer as f, count(*)::bigint as n from decided group by 1 order by 1',
      )
    ).map((row) => ({ from: Number(row.f), pairs: Number(row.n) })),
    unlinkable: await unlinkable(db, linked, plan),
    links: { same: await tier('same'), likely: await tier('likely') },
    ties: await count(
      `select count(*) from (select l from decided group by l having max(score) > 0 and max(probability) < ${plan.threshold})`,
    ),
    clusters: done.clusters,
    samples: await samples(db, done),
    phases: done.phases,
  };
}

async function reportComparisons(
  db: DuckDBConnection,
  { comparisons, model }: Linked,
): Promise<ReportedComparison[]> {
  const reported: ReportedComparison[] = [];
  for (const [place, { name, levels }] of comparisons.entries()) {
    const counts = await countLevels(db, 'compared', place, levels.length);
    const known = model.comparisons[place];
    reported.push({
      name,
      source: known?.source ?? 'default',
      notes: known?.notes ?? [],
      levels: levels.map(({ key, words, m, u }, at) => {
        const chances = known?.levels[at] ?? { m, u };
        return { key, words, ...chances, bits: roundedBits(bitsOf(chances)), pairs: counts[at] ?? 0 };
      }),
    });
  }
  return reported;
}

/** Records that would not reach a certainty even if their double stood beside them: too little is told of them. */
async function unlinkable(
  db: DuckDBConnection,
  { comparisons, model, rarities }: Linked,
  plan: Plan,
): Promise<LinkReport['unlinkable']> {
  const terms = comparisons.map((comparison, place) => {
    const best = model.comparisons[place]?.levels[0];
    const rare = [...(comparison.frequency?.[comparison.levels[0]?.key ?? ''] ?? [])].flatMap((field) => {
      const rarity = rarities.get(field);
      return rarity === undefined
        ? []
        : [`coalesce(log2(${rarity.base} / greatest(l.${field}_q, ${rarity.floor})), 0)`];
    });
    return `if(${isTold(plan, place)}, ${[best === undefined ? 0 : bitsOf(best), ...rare].join(' + ')}, 0)`;
  });
  const own = `${priorBits(model.prior)} + ${terms.join(' + ')}`;
  const shares = certainties.map((p, at) => `avg((self < ${Math.log2(p / (1 - p))})::int)::double as s${at}`);
  const [row] = await rowsOf(db, `select ${shares.join(', ')} from (select ${own} as self from side_l l)`);
  return certainties.map((probability, at) => ({ probability, share: Number(row?.[`s${at}`] ?? 0) }));
}

/** Whether the left record has the values that a comparison needs. */
function isTold(plan: Plan, place: number): string {
  const spec = plan.compare[place];
  if (spec === undefined) return 'false';
  const fields = 'field' in spec ? [spec.field] : spec.fields;
  return fields
    .map((field) => {
      const type = plan.fields[field]?.type;
      if (type === 'text' || type === 'person_name') return `l.${field}_v is not null`;
      return `l.${field}_${type === 'id_number' ? 'n' : type === 'date' ? 'd' : type === 'number' ? 'x' : 'i'} is not null`;
    })
    .join(' and ');
}

/** A few pairs of each band of two bits around and above the threshold, drawn by hash of the seed and the pair. */
async function samples(db: DuckDBConnection, { plan, isLink, linked }: Finished): Promise<PairInWords[]> {
  await db.run(`create or replace table drawn as select l, r from (
      select l, r, row_number() over (partition by floor(greatest(least(score, 30), -10) / 4) order by hash(l, r, ${plan.seed})) as place from decided)
    where place <= ${samplesPerBand}`);
  const told = await tellPairs(db, {
    plan,
    isLink,
    linked,
    where: '(d.l, d.r) in (select (l, r) from drawn)',
    limit: 60,
  });
  return [...told].sort((a, b) => b.score - a.score);
}

/** One pair by its ids; null when the two were never compared. For one table, in either order. */
export async function explainPair(
  db: DuckDBConnection,
  plan: Plan,
  isLink: boolean,
  linked: Linked,
  [left, right]: readonly [string, string],
): Promise<PairInWords | null> {
  const straight = `(l._id = ${quoted(left)} and r._id = ${quoted(right)})`;
  const either = isLink
    ? straight
    : `(${straight} or (l._id = ${quoted(right)} and r._id = ${quoted(left)}))`;
  return (await tellPairs(db, { plan, isLink, linked, where: either, limit: 1 }))[0] ?? null;
}
