import { type Sql, sql } from '../sql.ts';

/**
 * What became of a lead, told from the journal: `w` its newest verdict, `d` the newest decision that it led to. Only of
 * leads that may have one, so that waiting ones cost nothing. Alias m is matter.
 */
export const pathJoins: Sql = sql`left join lateral (
  select s.action, s.facts ->> 'innocentCause' as cause, s.at from step s where m.workflow = 'lead'
    and m.state in ('confirmed', 'partlyConfirmed', 'cleared', 'actioned', 'closed', 'dismissedData')
    and s.matter_id = m.id
    and s.action in ('confirm', 'confirmPartly', 'confirmOmission', 'clear', 'dismissData', 'dismissIdentity')
  order by s.step_no desc limit 1) w on true
left join lateral (
  select c.kind, c.state from matter c where w.action in ('confirm', 'confirmPartly', 'confirmOmission')
    and m.state in ('actioned', 'closed') and c.parent_id = m.id
    -- Not by the index of workflows: a lead has few children, a campaign many decisions.
    and c.workflow || '' = 'decision'
  order by c.opened_at desc, c.id desc limit 1) d on true`;

/**
 * The way a lead has come, as words joined by '/': waiting · toVisit · awaitingAnswer · setAside/<why> · innocent ·
 * dataWrong · identityWrong · confirmed/<decision> · partly/<decision>. Every lead has exactly one.
 */
export const leadPath: Sql = sql`case
  when m.state in ('new', 'triaged') then 'waiting'
  when m.state in ('toVerify', 'verifying', 'escalated') then 'toVisit'
  when m.state = 'awaitingParty' then 'awaitingAnswer'
  when w.action in ('confirm', 'confirmOmission') then 'confirmed/' || ${decided()}
  when w.action = 'confirmPartly' then 'partly/' || ${decided()}
  when w.action = 'clear' then case w.cause when 'dataWrong' then 'dataWrong' when 'otherPerson' then 'identityWrong'
    else 'innocent' end
  when w.action = 'dismissData' then 'setAside/dataWrong'
  when w.action = 'dismissIdentity' then 'setAside/identityWrong'
  else 'setAside/other' end`;

/** Where the decision stands, or which way it went. */
function decided(): Sql {
  return sql`case
    when d.state is null then 'none'
    when d.state = 'withdrawn' then 'none'
    when d.state not in ('effective', 'archived', 'underReconsideration', 'inCourt', 'corrected', 'reapplied') then 'deciding'
    when d.kind in ('add', 'increase', 'restore') then 'increased'
    when d.kind = 'reduce' then 'reduced'
    when d.kind in ('stop', 'phaseOut') then 'stopped'
    when d.kind = 'convert' then 'converted'
    else 'kept' end`;
}

/** The day in China on which a lead got its answer; null while it is open. */
export const answeredOn: Sql = sql`case
  when m.state in ('new', 'triaged', 'toVerify', 'verifying', 'escalated', 'awaitingParty') then null
  else ((coalesce(w.at, m.changed_at) at time zone 'Asia/Shanghai'))::date end`;

/** True for a lead that somebody still has to answer. */
export const unanswered: Sql = sql`m.state in ('new', 'triaged', 'toVerify', 'verifying', 'escalated', 'awaitingParty')`;

/** True for a lead that was sent out: it is being verified, or was. */
export const wasDispatched: Sql = sql`(m.state in ('toVerify', 'verifying', 'escalated', 'awaitingParty')
  or w.action in ('confirm', 'confirmPartly', 'confirmOmission', 'clear'))`;
