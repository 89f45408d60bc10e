import { campaign } from '@yangguang/contract/campaign';
import type { Input } from '@yangguang/contract/operation';
import { firstWorkingDayFrom, workingDaysFrom } from '@yangguang/domain/words/calendar';
import type { Facts } from '@yangguang/domain/workflows/field';
import { campaignRefusal } from '@yangguang/store/campaign/campaign-refusals';
import { type CampaignRow, moveCampaignEnd } from '@yangguang/store/campaign/campaign-row';
import { findStep } from '@yangguang/store/campaign/find-step';
import { takeStep } from '@yangguang/store/journal/take-step';
import { type Call, handle } from '../../http/call.ts';
import { journalRoom } from '../../office/journal-room.ts';
import { handsOf } from '../matter/hands-of.ts';
import { stepTaken } from '../matter/step-taken.ts';
import { isPhase, phaseEnd } from './campaign-line.ts';
import { campaignInReach } from './campaign-in-reach.ts';

type Sent = Input<typeof campaign.extend>;

const actions = {
  mobilising: { action: 'extendMobilising', fact: 'mobilisingUntilOn' },
  selfCheck: { action: 'extendSelfCheck', fact: 'selfCheckUntilOn' },
  inspecting: { action: 'extendInspecting', fact: 'inspectingUntilOn' },
  summarising: { action: 'extendSummarising', fact: 'endOn' },
} as const;

export const extend = handle(campaign.extend, async (input, call) => {
  const { campaignId, stepId, expectedVersion, reason, evidence } = input;
  const taken = await call.db.within(call.reach, async (tx) => {
    const row = await campaignInReach(tx, call, campaignId);
    // Sent again, the same days are meant though the phase has moved on: the first answer says which.
    const { action, facts } = (await findStep(tx, row.matter_id, stepId)) ?? longer(call, row, input);
    const result = await takeStep(tx, journalRoom(call), call.reach, {
      ...{ stepId, matterId: row.matter_id, expectedVersion, action, facts, reason, evidence },
      doneAt: null,
      hands: handsOf(call),
    });
    await moveCampaignEnd(tx, campaignId, String(facts['endOn']));
    return result;
  });
  return stepTaken(taken);
});

/** @throws UserError CAM-104 */
function longer(call: Call, row: CampaignRow, { until }: Sent): { action: string; facts: Facts } {
  if (!isPhase(row.state)) throw campaignRefusal('CAM-104');
  const now = phaseEnd(row, row.state) ?? row.to_on;
  const { calendar } = call.policy;
  const next =
    'on' in until
      ? firstWorkingDayFrom(calendar, until.on)
      : workingDaysFrom(calendar, now, until.workingDays);
  if (next <= now) throw campaignRefusal('CAM-104');
  const whole = String(row.facts['endOn'] ?? row.to_on);
  const { action, fact } = actions[row.state];
  return { action, facts: { [fact]: next, endOn: next > whole ? next : whole } };
}
