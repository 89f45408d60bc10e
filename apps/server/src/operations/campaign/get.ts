import { campaign } from '@yangguang/contract/campaign';
import type { Output } from '@yangguang/contract/operation';
import { dayOf } from '@yangguang/domain/workflows/clocks';
import type { CampaignRow } from '@yangguang/store/campaign/campaign-row';
import { countCases } from '@yangguang/store/campaign/count-cases';
import { type CountLineId, countLines, reconciles } from '@yangguang/store/campaign/count-lines';
import { countCarried } from '@yangguang/store/campaign/look-back';
import { campaignFacts } from '@yangguang/store/campaign/state-campaign';
import { type Call, handle } from '../../http/call.ts';
import { campaignLine, phasesNow, settingsOf } from './campaign-line.ts';
import { campaignInReach } from './campaign-in-reach.ts';
import { workingDaysLeft } from './working-day.ts';

type Answer = Output<typeof campaign.get>;

export const get = handle(campaign.get, async ({ id }, call) => {
  const today = dayOf(call.now().toISOString());
  const answer = await call.db.within(call.reach, async (tx) => {
    const row = await campaignInReach(tx, call, id);
    const counts = await countCases(tx, call.reach, id);
    const guards = await campaignFacts(tx, { id: row.matter_id }, row.facts, today, counts);
    return {
      ...campaignLine(row),
      settings: settingsOf(row),
      phases: phases(call, row, today),
      counts: countsOf(counts),
      reconciles: reconciles(counts),
      carriedOver: await countCarried(tx, call.reach, id),
      guards: Object.fromEntries(Object.entries(guards).map(([name, value]) => [name, String(value)])),
    };
  });
  call.note({ campaign: id, counts: answer.counts.length });
  return answer;
});

function phases({ policy }: Pick<Call, 'policy'>, row: CampaignRow, today: string): Answer['phases'] {
  return phasesNow(row, settingsOf(row)).map((phase) => {
    const isCurrent = phase.state === row.state;
    return {
      ...phase,
      isCurrent,
      workingDaysLeft: isCurrent ? workingDaysLeft(policy.calendar, today, phase.untilOn) : null,
    };
  });
}

function countsOf(counts: Readonly<Record<CountLineId, number>>): Answer['counts'] {
  return Object.entries(countLines).map(([line, { zh, en, of }]) => ({
    line,
    title: { zh, en },
    count: counts[line as CountLineId],
    of,
  }));
}
