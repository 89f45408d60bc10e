import type { Bilingual } from '@yangguang/domain/errors/user-error';
import { every, type Sql, sql } from '../sql.ts';
import { leadPath, unanswered, wasDispatched } from './lead-path.ts';

/** A number of the board that opens its cases: a condition on matter m, with the joins of lead-path. */
interface BoardLine extends Bilingual {
  readonly where: Sql;
}

/** The days that decide what is due: 'YYYY-MM-DD'. */
export interface BoardDays {
  readonly today: string;
  /** What is due up to and with this day is due soon. */
  readonly soonOn: string;
}

const isLead = sql`m.workflow = 'lead'`;
const inEffect = sql`m.workflow = 'decision' and m.state in ('effective', 'archived', 'underReconsideration', 'inCourt',
  'corrected', 'reapplied')`;
const owed = sql`m.workflow = 'recovery' and m.state not in ('waived', 'annulled')`;
const entered = sql`${inEffect} and m.kind in ('add', 'restore')`;
const left = sql`${inEffect} and m.kind = 'stop'`;
const voluntary = sql`m.facts ->> 'cause' = 'voluntaryExit'`;
const reported = sql`m.facts ->> 'isComplaint' = 'true'`;

/** Decisions that brought somebody in or out, by how: the parts of added beside removed. */
export const movements = {
  'added.lead': {
    zh: '疑点核查补进',
    en: 'After an omission lead',
    where: sql`${entered} and m.facts ->> 'cause' = 'lead'`,
  },
  'added.discovery': {
    zh: '主动发现补进',
    en: 'By active discovery',
    where: sql`${entered} and m.facts ->> 'cause' = 'activeDiscovery'`,
  },
  'added.other': {
    zh: '申请等新增',
    en: 'On application, and others',
    where: sql`${entered} and coalesce(m.facts ->> 'cause', '') not in ('lead', 'activeDiscovery')`,
  },
  'removed.voluntary': { zh: '主动退保', en: 'Left of their own will', where: sql`${left} and ${voluntary}` },
  'removed.reported': {
    zh: '群众举报退保',
    en: 'Left after a report',
    where: sql`${left} and not coalesce(${voluntary}, false) and coalesce(${reported}, false)`,
  },
  'removed.checked': {
    zh: '清查退保',
    en: 'Left after the check',
    where: sql`${left} and not coalesce(${voluntary}, false) and not coalesce(${reported}, false)`,
  },
} as const satisfies Readonly<Record<string, BoardLine>>;

export type MovementId = keyof typeof movements;

/** Money, each as the matters that carry it. */
export const moneyLines = {
  'money.atStake': {
    zh: '疑点涉及金额',
    en: 'At stake in leads',
    where: sql`${isLead} and coalesce(m.amount_fen, 0) <> 0`,
  },
  'money.confirmed': {
    zh: '核实的金额',
    en: 'In confirmed leads',
    where: sql`${isLead} and coalesce(m.amount_fen, 0) <> 0 and (starts_with(${leadPath}, 'confirmed')
      or starts_with(${leadPath}, 'partly'))`,
  },
  'money.toRecover': { zh: '应追缴', en: 'To be recovered', where: owed },
  'money.recovered': {
    zh: '已追缴',
    en: 'Recovered',
    where: sql`m.workflow = 'recovery' and exists (select 1 from step s where s.matter_id = m.id
      and s.action in ('recordPayment', 'settle'))`,
  },
  'money.backPaid': {
    zh: '补发给群众',
    en: 'Paid back to families',
    where: sql`${inEffect} and coalesce((m.facts ->> 'backPayFen')::bigint, 0) > 0`,
  },
} as const satisfies Readonly<Record<string, BoardLine>>;

/** How a town stands; the same conditions count its leads. */
export function townLines({ today, soonOn }: BoardDays) {
  const open = every([isLead, unanswered, wasDispatched]);
  return {
    'town.received': { zh: '已收到', en: 'Received', where: sql`${isLead} and ${wasDispatched}` },
    'town.answered': {
      zh: '已答复',
      en: 'Answered',
      where: sql`${isLead} and ${wasDispatched} and not ${unanswered}`,
    },
    'town.dueSoon': {
      zh: '临期',
      en: 'Due soon',
      where: sql`${open} and m.due_on >= ${today}::date and m.due_on <= ${soonOn}::date`,
    },
    'town.overdue': {
      zh: '已过期限',
      en: 'Past their time',
      where: sql`${open} and m.due_on < ${today}::date`,
    },
    'town.escalated': {
      zh: '需要协调',
      en: 'Need coordination',
      where: sql`${open} and (m.due_on < ${today}::date or m.state = 'escalated' or m.escalated_to is not null)`,
    },
  } as const satisfies Readonly<Record<string, BoardLine>>;
}

const paths =
  /^path(:(waiting|toVisit|awaitingAnswer|setAside(\/(dataWrong|identityWrong|other))?|innocent|dataWrong|identityWrong|(confirmed|partly)(\/(none|deciding|increased|reduced|stopped|converted|kept))?))?$/;
const decisionEnds = /^decided:(none|deciding|increased|reduced|stopped|converted|kept)$/;

/** The condition of a line of the board, or null when it is none. */
export function boardCondition(line: string, days: BoardDays): Sql | null {
  const fixed: Readonly<Record<string, BoardLine>> = {
    ...movements,
    ...moneyLines,
    ...townLines(days),
    'path.dispatched': { zh: '', en: '', where: sql`${isLead} and ${wasDispatched}` },
    'path.visited': {
      zh: '',
      en: '',
      where: sql`${isLead} and ${wasDispatched} and m.state not in ('toVerify', 'verifying', 'escalated')`,
    },
    'leads.found': {
      zh: '',
      en: '',
      where: sql`${isLead} and (starts_with(${leadPath}, 'confirmed') or starts_with(${leadPath}, 'partly'))`,
    },
    hazards: { zh: '', en: '', where: sql`m.workflow = 'hazard'` },
    'leads.unanswered': { zh: '', en: '', where: sql`${isLead} and ${unanswered}` },
  };
  const known = fixed[line];
  if (known !== undefined) return known.where;
  if (paths.test(line)) return sql`${isLead} and starts_with(${leadPath}, ${line.slice('path:'.length)})`;
  const [, end] = decisionEnds.exec(line) ?? [];
  return end === undefined
    ? null
    : sql`${isLead} and ${leadPath} in (${`confirmed/${end}`}, ${`partly/${end}`})`;
}
