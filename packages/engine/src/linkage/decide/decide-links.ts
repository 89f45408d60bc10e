import type { DuckDBConnection } from '@duckdb/node-api';
import type { Comparison } from '../compare/comparison.ts';
import { levelColumn } from '../compare/compare-pairs.ts';
import { agreeingNameLevels, compatibleNameLevels, oneLostLevel } from '../compare/person-name.ts';
import type { Plan } from '../plan/plan.ts';

/** Levels of identity numbers that speak of one card for certain enough to call it 同一人: equal, solved, cut short. */
const sureIdLevels = 4;
/** Names that are one beyond doubt: equal, or written in variants. A number cut short asks for them: twins share it. */
const equalNameLevels = 2;

/** Where the comparisons that tiers depend on stand. */
interface Places {
  readonly id: string | null;
  readonly name: string | null;
  readonly others: readonly string[];
}

function placesOf(plan: Plan): Places {
  const at = (by: string): string | null => {
    const place = plan.compare.findIndex((spec) => spec.by === by);
    return place < 0 ? null : levelColumn(place);
  };
  const [id, name] = [at('id_number'), at('person_name')];
  const others = plan.compare
    .map((_, place) => levelColumn(place))
    .filter((column) => column !== id && column !== name);
  return { id, name, others };
}

/**
 * Makes `decided(l, r, score, probability, tier, c0, …)` of the pairs in `scored`: with one to one, a pair's probability
 * is shared among all partners of either record, so that two partners as good as each other leave both undecided.
 *
 * Tiers: `same` from the plan's probability, and where identity numbers are compared only with numbers that agree and
 * names that may be one; `likely` from the threshold; `number_only` for an equal number under another name; `below`.
 * Under names that cannot be one nothing is ever a link, whatever number, telephone or village agrees. Pairs in which nothing but
 * the name agrees never leave, unless people have judged them to be one.
 */
export async function decideLinks(
  db: DuckDBConnection,
  plan: Plan,
  comparisons: readonly Comparison[],
): Promise<void> {
  const odds = 'pow(2, least(greatest(score, -60), 60))';
  const shared = plan.one_to_one
    ? `${odds} / (1 + greatest(sum(${odds}) over (partition by l), sum(${odds}) over (partition by r)))`
    : `${odds} / (1 + ${odds})`;
  const levels = comparisons.map((_, place) => levelColumn(place));
  const { id, name, others } = placesOf(plan);
  const isOther = name === null ? 'false' : `${name} > ${oneLostLevel}`;
  const isNameOnly = name === null ? 'false' : isNameOnlySql(name, id, others, plan);
  const isSure =
    id === null || name === null
      ? 'true'
      : `(${id} between 1 and ${sureIdLevels} and ${name} between 1 and if(${id} = ${sureIdLevels}, ${equalNameLevels}, ${compatibleNameLevels}))`;
  await db.run(`create or replace table decided as
    with told as (select l, r, score, ${levels.join(', ')}, ${isOther} as is_other from scored
      where not ${isNameOnly} or (l, r) in (select (l, r) from judgement where verdict = 'same')),
    weighed as (select *, if(is_other, 0, round(${shared.replaceAll('score', 'if(is_other, -60, score)')}, 6)) as probability from told)
    select l, r, score, probability, ${levels.join(', ')},
      case when is_other then ${id === null ? "'below'" : `if(${id} = 1, 'number_only', 'below')`} when probability < ${plan.threshold}${plan.one_to_one ? ' or probability <= 0.5' : ''} then 'below'
        when probability >= ${plan.same} and ${isSure} then 'same' else 'likely' end as tier
    from weighed`);
  await applyJudgements(db);
}

/** Nothing agrees but the name: no number, date, place, account or anything else speaks for the pair. */
function isNameOnlySql(name: string, id: string | null, others: readonly string[], plan: Plan): string {
  const speaks = others.map((column) => {
    const spec = plan.compare[Number(column.slice(1))];
    return `${column} between 1 and ${spec?.by === 'date' || spec?.by === 'place' ? 3 : 1}`;
  });
  const idSpeaks = id === null ? [] : [`${id} between 1 and 7`];
  const any = [...speaks, ...idSpeaks];
  return any.length === 0
    ? 'false'
    : `(${name} between 1 and ${agreeingNameLevels} and not (${any.join(' or ')}))`;
}

/** What people have judged stands over the model: `judgement(l, r, verdict)`, one row a pair, is empty without a file. */
async function applyJudgements(db: DuckDBConnection): Promise<void> {
  await db.run(`update decided set tier = case j.verdict when 'same' then 'same' when 'not_same' then 'below' else if(tier = 'below', 'below', 'likely') end,
      probability = case j.verdict when 'same' then 1 when 'not_same' then 0 else probability end
    from judgement j where j.l = decided.l and j.r = decided.r`);
  // Whoever is one person by judgement has no other partner.
  await db.run(`update decided set tier = 'below', probability = 0 where (l, r) not in (select (l, r) from judgement where verdict = 'same')
    and (l in (select l from judgement where verdict = 'same' and is_alone) or r in (select r from judgement where verdict = 'same' and is_alone))`);
}
