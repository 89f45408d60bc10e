import type { Facts } from '@yangguang/domain/workflows/field';
import type { Reach, Transaction } from '../database.ts';
import { inReach } from '../matter/in-reach.ts';
import { type Sql, sql } from '../sql.ts';

/** What every event says of the matter it is about; nothing of whom. */
export interface AboutMatter {
  readonly matter_id: string;
  readonly workflow: string;
  readonly kind: string | null;
  readonly region: string;
  readonly due_on: string | null;
  readonly at: Date;
}

/** A step of a matter that the account has a part in, its own steps included: they say from when on. */
export interface StepEvent extends AboutMatter {
  readonly id: string;
  readonly action: string;
  readonly from_state: string | null;
  readonly to_state: string;
  readonly account_id: string | null;
  readonly facts: Facts;
  /** The account had a part in it before the first of these steps. */
  readonly was_mine: boolean;
}

/** Who asks, and of what time. */
export interface MessageScope {
  readonly accountId: string;
  /** Divisions of the offices in which the account works. */
  readonly offices: readonly string[];
  readonly since: Date;
  readonly now: Date;
}

const about = sql`m.id as matter_id, m.workflow, m.kind, m.region, m.due_on::text as due_on`;

/** The most of each kind that is read: beyond it a list says "more". */
export const eventLimit = 1000;

/** Somebody who took a step hears of the matter afterwards, too: of those in which these newest steps were taken. */
const ownSteps = 2000;

/** Steps of the matters that are assigned to the account or that it took a step in, oldest first. */
export async function stepEvents(
  tx: Transaction,
  reach: Reach,
  { accountId, since }: MessageScope,
): Promise<StepEvent[]> {
  const rows = await tx.rows<StepEvent>(sql`
    with mine as (
      select m.id from matter m where m.assigned_to = ${accountId} and not m.is_ended
      union
      (select s.matter_id from step s where s.account_id = ${accountId} order by s.seq desc limit ${ownSteps}))
    select ${about}, s.id, s.action, s.from_state, s.to_state, s.account_id, s.facts, s.recorded_at as at,
      exists (select 1 from step b where b.matter_id = m.id and b.recorded_at <= ${since}
        and (b.account_id = ${accountId} or position(${accountId} in b.facts::text) > 0)) as was_mine
    from mine join matter m on m.id = mine.id join step s on s.matter_id = m.id
    where s.recorded_at > ${since} and s.action not in ('matter.recount', 'matter.link', 'matter.evidence')
      and ${inReach(reach, 'm')}
    order by s.seq desc limit ${eventLimit}`);
  return rows.reverse();
}

/** A day that has come: of the matters assigned to the account. */
export interface DayEvent extends AboutMatter {
  readonly is_over: boolean;
}

/** Matters of the account whose day to be reminded, or whose end, has come. */
export function dayEvents(
  tx: Transaction,
  reach: Reach,
  { accountId, since, now }: MessageScope,
): Promise<DayEvent[]> {
  return tx.rows<DayEvent>(sql`
    select * from (
      select ${about}, coalesce(m.due_at, ${midnight(sql`m.due_on + 1`)}) as at, true as is_over
      from matter m where ${own(accountId, reach)} and m.due_on is not null
      union all
      select ${about}, ${midnight(sql`m.remind_on`)} as at, false as is_over
      from matter m where ${own(accountId, reach)} and m.remind_on is not null
        and coalesce(m.due_at, ${midnight(sql`m.due_on + 1`)}) > ${now}
    ) as days where at > ${since} and at <= ${now} order by at desc, matter_id limit ${eventLimit}`);
}

function own(accountId: string, reach: Reach): Sql {
  return sql`m.assigned_to = ${accountId} and not m.is_ended and ${inReach(reach, 'm')}`;
}

/** The beginning of a day in China. */
function midnight(day: Sql): Sql {
  return sql`((${day})::timestamp at time zone 'Asia/Shanghai')`;
}

/** What reached an office: told of a time that is over, or given something that nobody there has in hand yet. */
export interface OfficeEvent extends AboutMatter {
  readonly is_escalated: boolean;
}

/** What reached the offices of the account. A town is given a lead by its dispatch: where it lies says to whom. */
export function officeEvents(
  tx: Transaction,
  reach: Reach,
  { offices, since }: MessageScope,
): Promise<OfficeEvent[]> {
  const towns = offices.filter((area) => area.length === 9);
  return tx.rows<OfficeEvent>(sql`
    (select ${about}, told.at, true as is_escalated
      from matter m cross join lateral (select max(s.recorded_at) as at from step s
        where s.matter_id = m.id and s.action = 'matter.escalate') as told
      where m.escalated_to = any(${offices}::text[]) and told.at > ${since} and ${inReach(reach, 'm')}
      order by told.at desc limit ${eventLimit})
    union all
    (select ${about}, m.changed_at as at, false as is_escalated from matter m
      where m.assigned_area = any(${offices}::text[]) and m.assigned_to is null and not m.is_ended
        and m.changed_at > ${since} and ${inReach(reach, 'm')}
      order by m.changed_at desc limit ${eventLimit})
    union all
    (select ${about}, m.changed_at as at, false as is_escalated from matter m
      where m.town = any(${towns}::text[]) and m.workflow = 'lead' and m.state = 'toVerify' and not m.is_ended
        and m.assigned_to is null and m.assigned_area is null and m.changed_at > ${since} and ${inReach(reach, 'm')}
      order by m.changed_at desc limit ${eventLimit})`);
}
