import { countLines } from '../campaign/count-lines.ts';
import type { Reach, Transaction } from '../database.ts';
import { inReach } from '../matter/in-reach.ts';
import { type Sql, sql } from '../sql.ts';
import { moneyLines } from '../statistics/board-lines.ts';

/** What is counted for an office of a ledger; money in fen. */
export interface DivisionFigures {
  readonly leads: number;
  readonly leadsVerified: number;
  readonly leadsFound: number;
  readonly visitedHouseholds: number;
  readonly visitedPeople: number;
  readonly newHouseholds: number;
  readonly newPeople: number;
  readonly newFoundPeople: number;
  readonly exitHouseholds: number;
  readonly exitVoluntaryPeople: number;
  readonly exitCheckedPeople: number;
  readonly exitReportedPeople: number;
  readonly changedHouseholds: number;
  readonly recoveredFen: number;
  readonly hazards: number;
  readonly tasksClosed: number;
  /** Persons of the frozen lists that samples were drawn from, and those of them who were checked again. */
  readonly framePeople: number;
  readonly recheckedPeople: number;
}

type Part = Partial<Record<keyof DivisionFigures, number>>;
type PartRow = { readonly code: string } & Part;

/**
 * The figures of a campaign for each division of a level, by code. Counted from the cases in reach: the conditions are
 * those of the campaign's own numbers, so that both say the same.
 * @param digits of the divisions' codes: 6 counties, 9 towns
 */
export async function readDivisionFigures(
  tx: Transaction,
  reach: Reach,
  campaignId: string,
  digits: 6 | 9,
): Promise<ReadonlyMap<string, DivisionFigures>> {
  const code = digits === 9 ? sql`m.town` : sql`m.county`;
  const of = sql`m.campaign_id = ${campaignId} and ${inReach(reach, 'm')}`;
  const parts = [
    await tx.rows<PartRow>(leadFigures(code, of)),
    await tx.rows<PartRow>(visitFigures(code, of)),
    await tx.rows<PartRow>(otherFigures(code, of)),
    await tx.rows<PartRow>(sampleFigures(campaignId, digits)),
  ];
  const figures = new Map<string, DivisionFigures>();
  for (const { code: at, ...part } of parts.flat())
    figures.set(at, { ...(figures.get(at) ?? none), ...part });
  return figures;
}

/** Nothing counted. */
export const none: DivisionFigures = {
  ...{ leads: 0, leadsVerified: 0, leadsFound: 0, visitedHouseholds: 0, visitedPeople: 0 },
  ...{ newHouseholds: 0, newPeople: 0, newFoundPeople: 0, exitHouseholds: 0, exitVoluntaryPeople: 0 },
  ...{ exitCheckedPeople: 0, exitReportedPeople: 0, changedHouseholds: 0, recoveredFen: 0, hazards: 0 },
  ...{ tasksClosed: 0, framePeople: 0, recheckedPeople: 0 },
};

function leadFigures(code: Sql, of: Sql): Sql {
  return sql`select ${code} as code, count(*)::integer as leads,
      (count(*) filter (where ${countLines['leads.verified'].where}))::integer as "leadsVerified",
      (count(*) filter (where ${countLines['leads.confirmed'].where}
        or ${countLines['leads.partlyConfirmed'].where}))::integer as "leadsFound"
    from matter m left join lateral (
      select s.action from step s where m.state in ('confirmed', 'partlyConfirmed', 'cleared', 'actioned', 'closed')
        and s.matter_id = m.id and s.action in ('confirm', 'confirmPartly', 'confirmOmission', 'clear')
      order by s.step_no desc limit 1) v on true
    where m.workflow = 'lead' and ${of} and ${code} is not null group by 1`;
}

/** A household is counted once, however often somebody went. */
function visitFigures(code: Sql, of: Sql): Sql {
  return sql`select t.code, count(*)::integer as "visitedHouseholds", sum(t.people)::integer as "visitedPeople"
    from (select distinct on (m.household_id) ${code} as code, coalesce(h.members, 1) as people
      from matter m join household h on h.id = m.household_id
      where ${countLines['visits.accepted'].where} and ${of} order by m.household_id) t
    where t.code is not null group by 1`;
}

function otherFigures(code: Sql, of: Sql): Sql {
  const lines = {
    new: countLines['decisions.new'].where,
    found: countLines['decisions.newFound'].where,
    exits: countLines['decisions.exits'].where,
    voluntary: countLines['decisions.exitsVoluntary'].where,
    checked: countLines['decisions.exitsChecked'].where,
    reported: countLines['decisions.exitsReported'].where,
  };
  const n = (where: Sql): Sql => sql`(count(*) filter (where ${where}))::integer`;
  const people = (where: Sql): Sql =>
    sql`coalesce(sum(coalesce(h.members, 1)) filter (where ${where}), 0)::integer`;
  return sql`select ${code} as code, ${n(lines.new)} as "newHouseholds", ${people(lines.new)} as "newPeople",
      ${people(lines.found)} as "newFoundPeople", ${n(lines.exits)} as "exitHouseholds",
      ${people(lines.voluntary)} as "exitVoluntaryPeople", ${people(lines.checked)} as "exitCheckedPeople",
      ${people(lines.reported)} as "exitReportedPeople",
      ${n(countLines['decisions.changed'].where)} as "changedHouseholds",
      coalesce(sum(p.paid), 0)::float8 as "recoveredFen", ${n(sql`m.workflow = 'hazard'`)} as hazards,
      ${n(countLines['tasks.closed'].where)} as "tasksClosed"
    from matter m left join household h on h.id = m.household_id left join lateral (
      select sum((s.facts ->> 'paidFen')::bigint) as paid from step s where ${moneyLines['money.toRecover'].where}
        and s.matter_id = m.id and s.action in ('recordPayment', 'settle')) p on true
    where m.workflow in ('decision', 'recovery', 'hazard', 'task') and ${of} and ${code} is not null group by 1`;
}

function sampleFigures(campaignId: string, digits: 6 | 9): Sql {
  return sql`select code, sum(frame)::integer as "framePeople", sum(checked)::integer as "recheckedPeople" from (
      select left(t.key, ${digits}) as code, max(t.value::integer) as frame, 0 as checked
      from sample s cross join jsonb_each_text(coalesce(s.plan -> 'towns', '{}')) t
      where s.campaign_id = ${campaignId} group by t.key
      union all
      select left(h.region, ${digits}), 0, max(i.persons) from sample_item i join sample s on s.id = i.sample_id
        join household h on h.id = i.household_id
      where s.campaign_id = ${campaignId} and i.second_result is not null group by h.id, h.region) as counted
    group by code`;
}
