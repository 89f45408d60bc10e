import { lead } from '@yangguang/contract/lead';
import type { Output } from '@yangguang/contract/operation';
import { maskName } from '@yangguang/domain/people/masking';
import { dayOf } from '@yangguang/domain/workflows/clocks';
import type { Transaction } from '@yangguang/store/database';
import { cardFacts, type CardFacts, leadMattersOf } from '@yangguang/store/lead/lead-cards';
import { listMatters, type MatterFilter } from '@yangguang/store/matter/list-matters';
import { type Queue, windowOfQueue } from '@yangguang/store/lead/lead-window';
import type { MatterRow } from '@yangguang/store/matter/matter-row';
import { type Call, handle } from '../../http/call.ts';
import { pageOfRows } from '../cursor.ts';
import { cursorOf, matterKey } from '../matter/list.ts';
import { isAssigned } from '../matter/matter-line.ts';
import { leadFilter } from './lead-filter.ts';
import { leadLines } from './lead-lines.ts';
import { partOf } from './queue-place.ts';

type Card = Output<typeof lead.households>['items'][number];
type Line = Card['leads'][number];

/** Leads of one card that a page shows. */
const most = 20;

export const households = handle(lead.households, async ({ filter, cursor, limit, ...asked }, call) => {
  const cut = { ...leadFilter(filter, call), firstOfHousehold: true };
  const answer =
    asked.at === undefined && asked.skip === 0
      ? await cardsAfter(call, cut, cursor, limit)
      : await cardsFrom(call, { filter: cut, order: 'due' }, asked, limit);
  const ids = answer.items.flatMap(({ householdId }) => householdId ?? []);
  call.note({ filter, cards: answer.items.length, households: ids });
  return answer;
});

interface Page {
  readonly items: Card[];
  readonly next: string | null;
}

async function cardsAfter(
  call: Call,
  cut: MatterFilter,
  cursor: string | undefined,
  limit: number,
): Promise<Page> {
  const after = matterKey(cursor, cut);
  const { rows, cards } = await call.db.within(call.reach, async (tx) => {
    const found = await listMatters(tx, call.reach, cut, { after, limit: limit + 1 });
    return { rows: found, cards: await cardsOf(tx, call, found.slice(0, limit), cut.ended === true) };
  });
  return pageOfRows(rows, limit, cards, cursorOf);
}

async function cardsFrom(
  call: Call,
  queue: Queue,
  asked: Parameters<typeof partOf>[0],
  limit: number,
): Promise<Page> {
  const part = partOf(asked, queue, limit);
  const items = await call.db.within(call.reach, async (tx) => {
    const found = await windowOfQueue(tx, call.reach, queue, part);
    return cardsOf(tx, call, found, queue.filter.ended === true);
  });
  return { items, next: null };
}

/** The card that begins with each of these leads: what else is open about the household comes with it. */
async function cardsOf(
  tx: Transaction,
  call: Call,
  heads: readonly MatterRow[],
  ended: boolean,
): Promise<Card[]> {
  const ids = heads.flatMap((head) => head.household_id ?? []);
  const facts = new Map(
    (await cardFacts(tx, call.reach, ids, dayOf(call.now().toISOString()))).map((one) => [
      one.household_id,
      one,
    ]),
  );
  const others = await leadMattersOf(tx, call.reach, ids, { ended, most });
  const rows = [...new Map([...heads, ...others].map((row) => [row.id, row])).values()];
  const lines = new Map((await leadLines(tx, call, rows)).map((line) => [line.id, line]));
  return heads.map((head) => {
    const own = head.household_id === null ? [] : others.filter((m) => m.household_id === head.household_id);
    const shown = [head, ...own.filter((m) => m.id !== head.id)].slice(0, most);
    const assigned = shown.some((row) => isAssigned(call, row));
    const leads = shown.flatMap((row) => lines.get(row.id) ?? []);
    const card = head.household_id === null ? undefined : facts.get(head.household_id);
    return card === undefined ? cardAlone(head, leads) : cardOf(card, leads, assigned);
  });
}

function cardOf(card: CardFacts, leads: readonly Line[], seesName: boolean): Card {
  return {
    householdId: card.household_id,
    region: card.region,
    programme: card.programme,
    headName: seesName ? card.head_name : maskName(card.head_name),
    severity: card.worst,
    ...dueOf(leads),
    openLeads: card.open_leads,
    amountFen: Number(card.amount_fen),
    receivesMonthlyFen: Number(card.receives_fen),
    mayBeMissing: card.may_be_missing,
    leads: [...leads],
  };
}

/** A lead about no household in reach: a village, a batch, an official. */
function cardAlone(row: MatterRow, leads: readonly Line[]): Card {
  return {
    householdId: null,
    region: row.region,
    programme: row.programme,
    headName: leads[0]?.finding?.subjectName ?? leads[0]?.title ?? '',
    severity: row.severity,
    ...dueOf(leads),
    openLeads: row.is_ended ? 0 : 1,
    amountFen: Number(row.amount_fen ?? 0n),
    receivesMonthlyFen: 0,
    mayBeMissing: 0,
    leads: [...leads],
  };
}

function dueOf(leads: readonly Line[]): Pick<Card, 'dueOn' | 'isOverdue'> {
  const due = leads.flatMap(({ dueOn }) => dueOn ?? []).sort();
  return { dueOn: due[0] ?? null, isOverdue: leads.some(({ isOverdue }) => isOverdue) };
}
