import type { Output } from '@yangguang/contract/operation';
import { statistics } from '@yangguang/contract/statistics';
import { addDays } from '@yangguang/domain/words/date';
import type { CampaignRow } from '@yangguang/store/campaign/campaign-row';
import { countCases } from '@yangguang/store/campaign/count-cases';
import type { Reach, Transaction } from '@yangguang/store/database';
import { widestAreas } from '@yangguang/store/matter/in-reach';
import { sql } from '@yangguang/store/sql';
import { leadCounts } from '@yangguang/store/statistics/lead-counts';
import { moneyLines, type MovementId, movements } from '@yangguang/store/statistics/board-lines';
import {
  type LeadBoard,
  type Movements,
  type OwedMoney,
  readLeadBoard,
  readMovements,
  readOwedMoney,
} from '@yangguang/store/statistics/read-board';
import { handle } from '../../http/call.ts';
import { campaignInReach } from '../campaign/campaign-in-reach.ts';
import { campaignLine, phasesNow, settingsOf } from '../campaign/campaign-line.ts';
import { countLinesOf } from '../campaign/count-lines-of.ts';
import { timedPhases } from '../campaign/timed-phases.ts';
import { boardDays } from './board-days.ts';

type Board = Output<typeof statistics.board>;

export const board = handle(statistics.board, async ({ campaignId }, call) => {
  const days = boardDays(call);
  const answer = await call.db.within(call.reach, async (tx): Promise<Board> => {
    const row = await campaignInReach(tx, call, campaignId);
    const others = await countCases(tx, call.reach, campaignId, { withoutLeads: true });
    const leads = await readLeadBoard(tx, call.reach, campaignId, days);
    const moved = await readMovements(tx, call.reach, campaignId);
    const owed = await readOwedMoney(tx, call.reach, campaignId);
    const { title, region, state, fromOn, endOn } = campaignLine(row);
    return {
      ...{ campaignId, title, region, state, fromOn, endOn, today: days.today },
      phases: timedPhases(call, row, days.today).map(({ clause: _, quote: __, ...phase }) => phase),
      counts: countLinesOf({ ...others, ...leadCounts(leads.paths) }),
      days: [...leads.days],
      plan: planOf(row),
      paths: leads.paths.map(({ path, count }) => ({ path, count })),
      added: movementsOf(moved, 'added.'),
      removed: movementsOf(moved, 'removed.'),
      money: moneyOf(leads, owed),
      towns: await townsOf(tx, call.reach, region, leads),
    };
  });
  call.note({ campaign: campaignId, towns: answer.towns.length });
  return answer;
});

/** The plan of the phases: leads wait until the self-check begins, and are all answered on its last day. */
function planOf(row: CampaignRow): Board['plan'] {
  const phases = phasesNow(row, settingsOf(row));
  const checking = phases.filter((phase) => phase.state === 'selfCheck');
  const { fromOn, endOn } = campaignLine(row);
  const begins = checking.map((phase) => phase.fromOn).sort()[0] ?? fromOn;
  const ends =
    checking
      .map((phase) => phase.untilOn)
      .sort()
      .at(-1) ?? endOn;
  const corners = [
    { on: fromOn, share: 1 },
    { on: begins, share: 1 },
    { on: ends, share: 0 },
    { on: endOn > ends ? endOn : addDays(ends, 1), share: 0 },
  ];
  return corners.filter(({ on }, i) => i === 0 || on > (corners[i - 1]?.on ?? ''));
}

function movementsOf(moved: Movements, prefix: string): Board['added'] {
  return (Object.keys(movements) as MovementId[])
    .filter((id) => id.startsWith(prefix))
    .map((id) => {
      const { zh, en } = movements[id];
      return { line: id, title: { zh, en }, count: moved[id].households, people: moved[id].people };
    });
}

function moneyOf({ paths }: LeadBoard, owed: OwedMoney): Board['money'] {
  const sum = (of: (path: string) => boolean): number =>
    paths.filter(({ path }) => of(path)).reduce((all, { amountFen }) => all + amountFen, 0);
  const amounts: Readonly<Record<keyof typeof moneyLines, number>> = {
    'money.atStake': sum(() => true),
    'money.confirmed': sum((path) => /^(confirmed|partly)\//.test(path)),
    'money.toRecover': owed.toRecoverFen,
    'money.recovered': owed.recoveredFen,
    'money.backPaid': owed.backPaidFen,
  };
  return Object.entries(moneyLines).map(([line, { zh, en }]) => ({
    line,
    title: { zh, en },
    amountFen: amounts[line as keyof typeof moneyLines],
  }));
}

/** Every town of the campaign within the areas one sees, those without leads too, in the order of their codes. */
async function townsOf(
  tx: Transaction,
  reach: Reach,
  region: string,
  { towns }: LeadBoard,
): Promise<Board['towns']> {
  const areas = widestAreas(reach.scopes);
  const known = await tx.rows<{ code: string; name: string }>(sql`
    select d.code, d.name from division d where starts_with(d.code, ${region}) and length(d.code) = 9
      and exists (select 1 from unnest(${areas}::text[]) as a (area)
        where starts_with(d.code, a.area) or starts_with(a.area, d.code)) order by d.code`);
  const counted = new Map(towns.map((town) => [town.town, town]));
  const none = { received: 0, answered: 0, dueSoon: 0, overdue: 0, escalated: 0 };
  return known.map(({ code, name }) => ({ ...none, ...counted.get(code), town: code, name }));
}
