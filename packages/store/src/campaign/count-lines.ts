import type { Bilingual } from '@yangguang/domain/errors/user-error';
import { type Sql, sql } from '../sql.ts';

/** A number of the campaign: what it counts, and what it is a part of. Alias m is matter, v the newest verdict of a lead. */
interface CountLine extends Bilingual {
  readonly of: string | null;
  readonly where: Sql;
}

const decided = sql`m.workflow = 'decision' and m.state in ('effective', 'archived', 'underReconsideration', 'inCourt',
  'corrected', 'reapplied')`;
const entered = sql`${decided} and m.kind = 'add'`;
// A family the lists show to be left out is found as much as one that a grid worker comes upon.
const foundByOffice = sql`coalesce(m.facts ->> 'cause', '') in ('activeDiscovery', 'lead')`;
const left = sql`${decided} and m.kind = 'stop'`;
const verified = sql`m.workflow = 'lead' and (m.state in ('confirmed', 'partlyConfirmed', 'cleared', 'actioned')
  or m.state = 'closed' and v.action is not null)`;
const confirmed = sql`v.action in ('confirm', 'confirmOmission')`;

function line(zh: string, en: string, of: string | null, where: Sql): CountLine {
  return { zh, en, of, where };
}

function states(workflow: string, ...names: readonly string[]): Sql {
  return sql`m.workflow = ${workflow} and m.state = any(${names}::text[])`;
}

/**
 * The numbers of a campaign, each a condition on its matters. A line and its parts are conditions of their own, so that
 * the sums are a proof and no definition (law 10): leads found = dispatched + waiting + set aside, dispatched = verified
 * + open; new = found by the office + others, exits = of their own will + after a report + found by the check.
 */
export const countLines = {
  leads: line('疑点总数', 'Leads found', null, sql`m.workflow = 'lead'`),
  'leads.waiting': line('待派发', 'Waiting', 'leads', states('lead', 'new', 'triaged')),
  'leads.dispatched': line(
    '已派发',
    'Dispatched',
    'leads',
    sql`m.workflow = 'lead' and (m.state in ('toVerify', 'verifying', 'awaitingParty', 'escalated') or ${verified})`,
  ),
  'leads.open': line(
    '核查中',
    'Open',
    'leads.dispatched',
    states('lead', 'toVerify', 'verifying', 'awaitingParty', 'escalated'),
  ),
  'leads.verified': line('已核实', 'Verified', 'leads.dispatched', verified),
  'leads.confirmed': line('属实', 'Confirmed', 'leads.verified', sql`${verified} and ${confirmed}`),
  'leads.partlyConfirmed': line(
    '部分属实',
    'Partly confirmed',
    'leads.verified',
    sql`${verified} and v.action = 'confirmPartly'`,
  ),
  'leads.cleared': line('不属实', 'Cleared', 'leads.verified', sql`${verified} and v.action = 'clear'`),
  'leads.setAside': line(
    '无需核查（数据问题、并入、同前、失效）',
    'Set aside: data problem, merged, cleared before, no longer found',
    'leads',
    sql`m.workflow = 'lead' and (m.state in ('dismissedData', 'merged', 'suppressed', 'expired')
      or m.state = 'closed' and v.action is null)`,
  ),
  visits: line('入户核查', 'Visits', null, sql`m.workflow = 'verification'`),
  'visits.planned': line(
    '待入户',
    'Planned',
    'visits',
    states('verification', 'planned', 'scheduled', 'noOneHome', 'refused', 'warned', 'returned'),
  ),
  'visits.made': line('已入户', 'Made', 'visits', states('verification', 'visited', 'signed', 'reviewed')),
  'visits.accepted': line('已采信', 'Accepted', 'visits', states('verification', 'accepted')),
  'visits.unsuccessful': line('未能核查', 'Without result', 'visits', states('verification', 'unsuccessful')),
  decisions: line('救助决定', 'Decisions', null, sql`m.workflow = 'decision'`),
  'decisions.underWay': line(
    '办理中',
    'Under way',
    'decisions',
    sql`m.workflow = 'decision' and m.state in ('drafted', 'reliefFirst', 'townOpinion', 'publicNotice', 'countyReview',
      'hearRecipient', 'returned', 'decided', 'notified', 'suspended')`,
  ),
  'decisions.withdrawn': line('已撤销', 'Withdrawn', 'decisions', states('decision', 'withdrawn')),
  'decisions.new': line('新增', 'New', 'decisions', entered),
  'decisions.newFound': line(
    '其中主动发现',
    'Of these found by the office',
    'decisions.new',
    sql`${entered} and ${foundByOffice}`,
  ),
  'decisions.newOther': line('其他新增', 'Others', 'decisions.new', sql`${entered} and not ${foundByOffice}`),
  'decisions.exits': line('退出', 'Exits', 'decisions', left),
  'decisions.exitsVoluntary': line(
    '主动退保',
    'Of their own will',
    'decisions.exits',
    sql`${left} and m.facts ->> 'cause' = 'voluntaryExit'`,
  ),
  'decisions.exitsReported': line(
    '群众举报退保',
    'After a report',
    'decisions.exits',
    sql`${left} and m.facts ->> 'cause' is distinct from 'voluntaryExit' and m.facts ->> 'isComplaint' = 'true'`,
  ),
  'decisions.exitsChecked': line(
    '清查退保',
    'Found by the check',
    'decisions.exits',
    sql`${left} and m.facts ->> 'cause' is distinct from 'voluntaryExit'
      and m.facts ->> 'isComplaint' is distinct from 'true'`,
  ),
  'decisions.changed': line(
    '调整及其他',
    'Changed, and others',
    'decisions',
    sql`${decided} and m.kind is distinct from 'add' and m.kind is distinct from 'stop'`,
  ),
  tasks: line('任务', 'Tasks', null, sql`m.workflow = 'task'`),
  'tasks.todo': line('待分派', 'To be assigned', 'tasks', states('task', 'todo', 'reopened', 'transferred')),
  'tasks.inHand': line('整改中', 'In hand', 'tasks', states('task', 'assigned', 'inProgress', 'returned')),
  'tasks.overdue': line('逾期', 'Overdue', 'tasks', states('task', 'overdue')),
  'tasks.submitted': line('待核验、销号', 'Submitted', 'tasks', states('task', 'submitted', 'verified')),
  'tasks.closed': line('已销号', 'Closed', 'tasks', states('task', 'closed')),
  'tasks.withdrawn': line('已撤销', 'Withdrawn', 'tasks', states('task', 'withdrawn')),
  inspections: line('督查抽查', 'Inspections', null, sql`m.workflow = 'inspection'`),
  'inspections.open': line(
    '未录入结果',
    'Findings to be entered',
    'inspections',
    states('inspection', 'planned', 'sampled', 'inProgress'),
  ),
  'inspections.entered': line(
    '已录入结果',
    'Findings entered',
    'inspections',
    states('inspection', 'findingsEntered', 'feedback', 'rectification', 'verified', 'reported'),
  ),
  'inspections.cancelled': line('已取消', 'Cancelled', 'inspections', states('inspection', 'cancelled')),
} as const satisfies Readonly<Record<string, CountLine>>;

export type CountLineId = keyof typeof countLines;

export function isCountLine(id: string): id is CountLineId {
  return Object.hasOwn(countLines, id);
}

/** Every line that has parts is their sum. */
export function reconciles(counts: Readonly<Record<CountLineId, number>>): boolean {
  const sums = new Map<string, number>();
  for (const [id, { of }] of Object.entries(countLines))
    if (of !== null) sums.set(of, (sums.get(of) ?? 0) + counts[id as CountLineId]);
  return [...sums].every(([id, sum]) => counts[id as CountLineId] === sum);
}
