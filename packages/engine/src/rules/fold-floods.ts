import type { DuckDBConnection } from '@duckdb/node-api';
import { quoted } from '../dataset/sql-engine.ts';
import type { RulePage } from '../pack/rule-page.ts';

/**
 * A rule that hits more than `flood.share` of a town's households on the rolls points at data or policy, not at people:
 * its leads there become one lead of the town, and the single ones go to the screening list until an officer opens it.
 * (Defaults against floods, domain notes §11.16.)
 */
export async function foldFloods(db: DuckDBConnection, pages: readonly RulePage[]): Promise<void> {
  const watched = pages.filter(
    (p) => !p.flood.exempt && (p.subject === 'person' || p.subject === 'household'),
  );
  const shares = watched.map(
    (p) =>
      `(${quoted(p.id)}, ${p.flood.share ?? `param('flood.share')`}, ${quoted(p.title.zh)}, ${quoted(p.title.en)})`,
  );
  if (shares.length === 0) return;
  await db.run(`create or replace temp table flood as
    with watched(rule, share, zh, en) as (values ${shares.join(', ')}),
     hit as (
      select f.rule, s.town, count(distinct coalesce(s.household_key, s.key)) as hits, max(f.amount_fen) as most, sum(f.amount_fen)::bigint as amount_fen,
        min(f.period_from) as period_from, max(f.period_to) as period_to, list_sort(flatten(list(f.sources)))[1:20] as sources
      from finding f join subject s on s.kind = if(f.subject_kind = 'official', 'person', f.subject_kind) and s.key = f.subject_key
      where f.grade = 'lead' and f.severity <> 'info' and s.town is not null group by 1, 2),
     size as (select town, count(*) as households from household group by town)
    select h.*, z.households, w.zh, w.en from hit h join size z using (town) join watched w using (rule)
    where h.hits >= param('flood.minHits') and h.hits > w.share * z.households`);
  await db.run(`update finding set grade = 'screening', severity = 'info'
    where grade = 'lead' and (rule, subject_key) in (select f.rule, f.subject_key from finding f
      join subject s on s.kind = if(f.subject_kind = 'official', 'person', f.subject_kind) and s.key = f.subject_key
      join flood d on d.rule = f.rule and d.town = s.town)`);
  await db.run(`insert into finding
    select rule, 'town', town, town, 'suspect', 'lead', period_from, period_to, amount_fen, null, sources, null, false, false,
      json_object('hits', hits, 'households', households)::varchar,
      concat(town, '在册', households, '户中有', hits, '户命中“', zh, '”，比例过高，先查数据或政策，单户疑点列入排查名单'),
      concat(hits, ' of ', households, ' households on the rolls of ', town, ' hit "', en, '": look for a data or policy cause first; the single cases are on the screening list')
    from flood`);
}
