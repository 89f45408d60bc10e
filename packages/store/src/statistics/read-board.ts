import type { Reach, Transaction } from '../database.ts';
import { inReach } from '../matter/in-reach.ts';
import { type Sql, sql } from '../sql.ts';
import { type BoardDays, moneyLines, type MovementId, movements, townLines } from './board-lines.ts';
import { answeredOn, leadPath, pathJoins } from './lead-path.ts';

/** Leads of one way, and the money at stake in them, in fen. */
export interface PathCount {
  readonly path: string;
  readonly count: number;
  readonly amountFen: number;
}

/** Leads found and answered on a day 'YYYY-MM-DD'. */
export interface DayCount {
  readonly on: string;
  readonly found: number;
  readonly answered: number;
}

/** A town's leads. */
export interface TownCount {
  readonly town: string;
  readonly received: number;
  readonly answered: number;
  readonly dueSoon: number;
  readonly overdue: number;
  readonly escalated: number;
}

/** Everything the board says of leads. */
export interface LeadBoard {
  readonly paths: readonly PathCount[];
  readonly days: readonly DayCount[];
  /** In the order of their codes. */
  readonly towns: readonly TownCount[];
}

interface GroupRow {
  readonly kind: number;
  readonly path: string | null;
  readonly found_on: string | null;
  readonly answered_on: string | null;
  readonly town: string | null;
  readonly n: number;
  readonly fen: bigint | null;
  readonly received: number;
  readonly answered: number;
  readonly due_soon: number;
  readonly overdue: number;
  readonly escalated: number;
}

/**
 * The leads of a campaign in reach, read once: by the way they came, by the days on which they were found and answered,
 * and by town. The journal is asked only about those that have an answer.
 */
export async function readLeadBoard(
  tx: Transaction,
  reach: Reach,
  campaignId: string,
  days: BoardDays,
): Promise<LeadBoard> {
  const lines = townLines(days);
  const rows = await tx.rows<GroupRow>(sql`
    with base as materialized (
      select ${leadPath} as path, (m.opened_at at time zone 'Asia/Shanghai')::date as found_on,
        ${answeredOn} as answered_on, m.town, m.amount_fen, ${flag(lines['town.received'].where)} as received,
        ${flag(lines['town.answered'].where)} as answered, ${flag(lines['town.dueSoon'].where)} as due_soon,
        ${flag(lines['town.overdue'].where)} as overdue, ${flag(lines['town.escalated'].where)} as escalated
      from matter m ${pathJoins}
      where m.campaign_id = ${campaignId} and m.workflow = 'lead' and ${inReach(reach, 'm')})
    select grouping(path, found_on, answered_on, town) as kind, path, found_on, answered_on, town,
      count(*)::integer as n, sum(amount_fen)::bigint as fen, sum(received)::integer as received,
      sum(answered)::integer as answered, sum(due_soon)::integer as due_soon, sum(overdue)::integer as overdue,
      sum(escalated)::integer as escalated
    from base group by grouping sets ((path), (found_on), (answered_on), (town))`);
  return { paths: pathsOf(rows), days: daysOf(rows), towns: townsOf(rows) };
}

/** 1 where it holds. */
function flag(condition: Sql): Sql {
  return sql`(coalesce(${condition}, false))::integer`;
}

// grouping() sets a bit for each column that the row is not grouped by.
const groups = { path: 0b0111, foundOn: 0b1011, answeredOn: 0b1101, town: 0b1110 } as const;

function pathsOf(rows: readonly GroupRow[]): PathCount[] {
  return rows
    .filter((row) => row.kind === groups.path)
    .map(({ path, n, fen }) => ({ path: path ?? '', count: n, amountFen: Number(fen ?? 0n) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

function daysOf(rows: readonly GroupRow[]): DayCount[] {
  const days = new Map<string, { found: number; answered: number }>();
  const at = (on: string): { found: number; answered: number } => {
    const day = days.get(on) ?? { found: 0, answered: 0 };
    days.set(on, day);
    return day;
  };
  for (const row of rows) {
    if (row.kind === groups.foundOn && row.found_on !== null) at(row.found_on).found += row.n;
    if (row.kind === groups.answeredOn && row.answered_on !== null) at(row.answered_on).answered += row.n;
  }
  return [...days].map(([on, day]) => ({ on, ...day })).sort((a, b) => (a.on < b.on ? -1 : 1));
}

function townsOf(rows: readonly GroupRow[]): TownCount[] {
  return rows
    .filter((row) => row.kind === groups.town)
    .map((row) => ({
      town: row.town ?? '',
      received: row.received,
      answered: row.answered,
      dueSoon: row.due_soon,
      overdue: row.overdue,
      escalated: row.escalated,
    }))
    .sort((a, b) => (a.town < b.town ? -1 : 1));
}

/** Decisions in effect that brought families in or out: how many, and how many people live in them. */
export type Movements = Record<MovementId, { readonly households: number; readonly people: number }>;

/** Added beside removed, counted from the decisions in effect, in one query. */
export async function readMovements(tx: Transaction, reach: Reach, campaignId: string): Promise<Movements> {
  const ids = Object.keys(movements) as MovementId[];
  const columns = ids
    .map((id) => {
      const { where } = movements[id];
      return sql`jsonb_build_object('households', count(*) filter (where ${where}),
        'people', coalesce(sum(coalesce(h.members, 1)) filter (where ${where}), 0))`;
    })
    .reduce((all, one) => sql`${all}, ${one}`);
  const { counts } = await tx.get<{ counts: { households: number; people: number }[] }>(sql`
    select jsonb_build_array(${columns}) as counts from matter m left join household h on h.id = m.household_id
    where m.campaign_id = ${campaignId} and m.workflow = 'decision' and ${inReach(reach, 'm')}`);
  return Object.fromEntries(ids.map((id, i) => [id, counts[i] ?? { households: 0, people: 0 }])) as Movements;
}

/** Fen. */
export interface OwedMoney {
  readonly toRecoverFen: number;
  readonly recoveredFen: number;
  readonly backPaidFen: number;
}

/** What families owe, what was paid of it, and what was paid back to families, in one query. */
export async function readOwedMoney(tx: Transaction, reach: Reach, campaignId: string): Promise<OwedMoney> {
  const row = await tx.get<{ to_recover: bigint; recovered: bigint; back_paid: bigint }>(sql`
    select coalesce(sum(coalesce((m.facts ->> 'netFen')::bigint, (m.facts ->> 'amountFen')::bigint, m.amount_fen))
        filter (where ${moneyLines['money.toRecover'].where}), 0)::bigint as to_recover,
      coalesce(sum(p.paid), 0)::bigint as recovered,
      coalesce(sum((m.facts ->> 'backPayFen')::bigint) filter (where ${moneyLines['money.backPaid'].where}), 0)::bigint
        as back_paid
    from matter m left join lateral (
      select sum((s.facts ->> 'paidFen')::bigint) as paid from step s where m.workflow = 'recovery'
        and s.matter_id = m.id and s.action in ('recordPayment', 'settle')) p on true
    where m.campaign_id = ${campaignId} and m.workflow in ('recovery', 'decision') and ${inReach(reach, 'm')}`);
  return {
    toRecoverFen: Number(row.to_recover),
    recoveredFen: Number(row.recovered),
    backPaidFen: Number(row.back_paid),
  };
}
