import type { Reach, Transaction } from '../database.ts';
import { inReach } from '../matter/in-reach.ts';
import { matterColumns, type MatterRow } from '../matter/matter-row.ts';
import { type Sql, sql } from '../sql.ts';
import { type BoardDays, boardCondition } from '../statistics/board-lines.ts';
import { pathJoins } from '../statistics/lead-path.ts';
import { type CountLineId, countLines, isCountLine } from './count-lines.ts';

/** What was found about a lead, the newest finding first; only of leads that may have one. */
const verdict: Sql = sql`left join lateral (
  select s.action from step s where m.workflow = 'lead'
    and m.state in ('confirmed', 'partlyConfirmed', 'cleared', 'actioned', 'closed') and s.matter_id = m.id
    and s.action in ('confirm', 'confirmPartly', 'confirmOmission', 'clear')
  order by s.step_no desc limit 1) v on true`;

/**
 * The numbers of a campaign in reach, each counted by itself. Matters that no line tells apart are counted together first,
 * so that the lines are looked at a few hundred times and not once a matter.
 * @param options `withoutLeads` leaves the lines of leads at 0, for whoever counts them anyway
 */
export async function countCases(
  tx: Transaction,
  reach: Reach,
  campaignId: string,
  options: { readonly withoutLeads?: true } = {},
): Promise<Record<CountLineId, number>> {
  const which = options.withoutLeads === true ? sql`m.workflow <> 'lead'` : sql`true`;
  const lines = Object.entries(countLines);
  const counted = lines
    .map(([, { where }]) => sql`coalesce(sum(m.n) filter (where ${where}), 0)::integer`)
    .reduce((all, one) => sql`${all}, ${one}`);
  const { counts } = await tx.get<{ counts: number[] }>(sql`
    select array[${counted}] as counts from (
      select m.workflow, m.kind, m.state, v.action, case when m.workflow = 'decision' then
          jsonb_build_object('cause', m.facts ->> 'cause', 'isComplaint', m.facts ->> 'isComplaint') end as facts,
        count(*) as n
      from matter m ${verdict} where m.campaign_id = ${campaignId} and ${which} and ${inReach(reach, 'm')}
      group by 1, 2, 3, 4, 5) m cross join lateral (select m.action) v`);
  return Object.fromEntries(lines.map(([id], i) => [id, counts[i] ?? 0])) as Record<CountLineId, number>;
}

/** Which matters of a campaign are asked for. */
export interface CasesOf {
  readonly campaignId: string;
  /** A line of the campaign's counts or of its board. */
  readonly line: string;
  /** Nine digits: of this town only; fewer: of the office of that division itself. */
  readonly town?: string | undefined;
  /** Six digits: of this county and everything in it. */
  readonly county?: string | undefined;
  readonly days: BoardDays;
}

/** The matters that a line counts, in the order of their ids; null when there is no such line. */
export function casesOf(
  tx: Transaction,
  reach: Reach,
  of: CasesOf,
  page: { readonly after: string | null; readonly limit: number },
): Promise<MatterRow[]> | null {
  const where = isCountLine(of.line) ? countLines[of.line].where : boardCondition(of.line, of.days);
  if (where === null) return null;
  const joins = isCountLine(of.line) ? verdict : pathJoins;
  const after = page.after === null ? sql`true` : sql`m.id > ${page.after}::uuid`;
  const inTown = of.town === undefined ? sql`true` : sql`m.town = ${of.town}`;
  const inCounty = of.county === undefined ? sql`true` : sql`m.county = ${of.county}`;
  return tx.rows<MatterRow>(sql`select ${matterColumns} from matter m ${joins}
    where m.campaign_id = ${of.campaignId} and ${inReach(reach, 'm')} and ${inTown} and ${inCounty} and ${where} and ${after}
    order by m.id limit ${page.limit}`);
}
