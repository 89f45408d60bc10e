import type { Reach, Transaction } from '../database.ts';
import { inReach } from '../matter/in-reach.ts';
import { matterColumns, type MatterRow } from '../matter/matter-row.ts';
import { sql } from '../sql.ts';

/** A task as the three lists need it. */
export type TaskRow = MatterRow & {
  /** From 1, in the order in which they were written: that of the notice and of its offices; of those in reach. */
  readonly no: number;
  readonly place: string;
  /** Who assigned it last. */
  readonly supervisor: string | null;
  readonly documents: number;
  /** When it was struck off; null while it is not. */
  readonly closed_on: string | null;
};

/** The last row of a page. */
export interface TaskKey {
  readonly no: number;
}

/** Tasks of a campaign in reach, by number: a campaign has hundreds of them, not thousands. */
export function tasksOf(
  tx: Transaction,
  reach: Reach,
  campaignId: string,
  page: { readonly after: number; readonly limit: number },
): Promise<TaskRow[]> {
  return tx.rows<TaskRow>(sql`
    with numbered as (
      select m.id, row_number() over (order by o.seq, m.opened_at, m.id)::integer as no from matter m
        left join step o on o.matter_id = m.id and o.step_no = 0
      where m.campaign_id = ${campaignId} and m.workflow = 'task' and ${inReach(reach, 'm')})
    select ${matterColumns}, n.no, coalesce(d.name, m.region) as place,
      (select s.account_id from step s where s.matter_id = m.id and s.action = 'assign' order by s.step_no desc limit 1)
        as supervisor,
      (select count(*)::integer from evidence e where e.matter_id = m.id) as documents,
      case when m.state = 'closed' then (m.changed_at at time zone 'Asia/Shanghai')::date end as closed_on
    from numbered n join matter m on m.id = n.id left join division d on d.code = m.region
    where n.no > ${page.after} order by n.no limit ${page.limit}`);
}

/** Open tasks of a campaign by the day they are due. */
export function taskDays(
  tx: Transaction,
  reach: Reach,
  campaignId: string,
): Promise<{ readonly due_on: string; readonly n: number }[]> {
  return tx.rows<{ due_on: string; n: number }>(sql`
    select m.facts ->> 'dueOn' as due_on, count(*)::integer as n from matter m
    where m.campaign_id = ${campaignId} and m.workflow = 'task' and not m.is_ended and m.facts ->> 'dueOn' is not null
      and m.state not in ('submitted', 'verified') and ${inReach(reach, 'm')}
    group by 1 order by 1`);
}
