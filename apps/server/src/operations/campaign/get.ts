import { campaign } from '@yangguang/contract/campaign';
import { dayOf } from '@yangguang/domain/workflows/clocks';
import { countCases } from '@yangguang/store/campaign/count-cases';
import { reconciles } from '@yangguang/store/campaign/count-lines';
import { countCarried } from '@yangguang/store/campaign/look-back';
import { campaignFacts } from '@yangguang/store/campaign/state-campaign';
import { handle } from '../../http/call.ts';
import { campaignLine, settingsOf } from './campaign-line.ts';
import { campaignInReach } from './campaign-in-reach.ts';
import { countLinesOf } from './count-lines-of.ts';
import { timedPhases } from './timed-phases.ts';

export const get = handle(campaign.get, async ({ id }, call) => {
  const today = dayOf(call.now().toISOString());
  const answer = await call.db.within(call.reach, async (tx) => {
    const row = await campaignInReach(tx, call, id);
    const counts = await countCases(tx, call.reach, id);
    const guards = await campaignFacts(tx, { id: row.matter_id }, row.facts, today, counts);
    return {
      ...campaignLine(row),
      settings: settingsOf(row),
      phases: timedPhases(call, row, today),
      counts: countLinesOf(counts),
      reconciles: reconciles(counts),
      carriedOver: await countCarried(tx, call.reach, id),
      guards: Object.fromEntries(Object.entries(guards).map(([name, value]) => [name, String(value)])),
    };
  });
  call.note({ campaign: id, counts: answer.counts.length });
  return answer;
});
