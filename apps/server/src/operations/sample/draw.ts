import type { CampaignSettings } from '@yangguang/contract/campaign-parts';
import type { Input } from '@yangguang/contract/operation';
import { sample } from '@yangguang/contract/sample';
import type { FrameHousehold } from '@yangguang/domain/sampling/frame';
import { dayOf } from '@yangguang/domain/workflows/clocks';
import type { Reach, Transaction } from '@yangguang/store/database';
import { findWholeMatter, type WholeMatter } from '@yangguang/store/journal/allowances';
import { findCampaign } from '@yangguang/store/campaign/campaign-row';
import { findStep } from '@yangguang/store/campaign/find-step';
import { takeStep } from '@yangguang/store/journal/take-step';
import { keepDraw } from '@yangguang/store/sample/draw-kept';
import { freezeFrame } from '@yangguang/store/sample/freeze-frame';
import { registerDraw } from '@yangguang/store/sample/register-draw';
import { openFrame, type SamplePlan } from '@yangguang/store/sample/sample-row';
import { notFound } from '../../http/api-refusal.ts';
import { type Call, handle } from '../../http/call.ts';
import { journalRoom } from '../../office/journal-room.ts';
import { settingsOf } from '../campaign/campaign-line.ts';
import { handsOf } from '../matter/hands-of.ts';
import { stepTaken } from '../matter/step-taken.ts';
import { sampleInReach, sampleLine } from './sample-line.ts';

type Sent = Input<typeof sample.draw>;

export const draw = handle(sample.draw, async (input, call) => {
  const room = journalRoom(call);
  const { sampleId, stepId, matterId, expectedVersion, team, isSealed } = input;
  // Restricted leads make a household one that must be checked, whoever draws.
  const reach: Reach = { ...call.reach, restricted: true };
  const answer = await call.db.within(reach, async (tx) => {
    const isNew = (await findStep(tx, matterId, stepId)) === null;
    if (isNew) {
      const whole = await findWholeMatter(tx, room, call.reach, matterId);
      if (whole === null) throw notFound();
      const plan = await planOf(tx, call, whole, input);
      const month = `${dayOf(call.now().toISOString()).slice(0, 7)}-01`;
      const frame = await freezeFrame(tx, room, reach, { ...plan, month });
      await keepDraw(tx, room, {
        ...{ id: sampleId, matter: whole.matter, frame, seed: call.newId(), isSealed, team },
        plan: { ...plan, towns: townsOf(frame) },
        drawnBy: call.caller.accountId,
      });
    }
    const row = await sampleInReach(tx, call, sampleId);
    const facts = { team, sampleNo: sampleId, ...(isSealed ? {} : { seed: row.seed ?? '' }) };
    const step = await takeStep(tx, room, call.reach, {
      ...{
        stepId,
        matterId,
        action: 'draw',
        expectedVersion,
        facts,
        reason: null,
        evidence: [],
        doneAt: null,
      },
      hands: handsOf(call),
    });
    if (isNew) await registerDraw(tx, room, sampleId);
    const frame = openFrame(call.vault, row);
    return {
      ...sampleLine(row),
      households: frame.length,
      persons: frame.reduce((sum, h) => sum + h.persons, 0),
      step: stepTaken(step),
    };
  });
  call.note({ sample: sampleId, matter: matterId, households: answer.drawnHouseholds, isSealed });
  return answer;
});

/** The division inspected, and the share in force there: neither is typed. @throws ApiRefusal API-104 */
async function planOf(
  tx: Transaction,
  call: Call,
  { matter, facts }: WholeMatter,
  { programmes, weights, leastHouseholds }: Sent,
): Promise<SamplePlan> {
  const region = facts['inspectedRegion'];
  if (typeof region !== 'string' || !handsOf(call).some(({ area }) => region.startsWith(area)))
    throw notFound();
  const settings = await settingsFor(tx, call, matter.campaign_id);
  const today = dayOf(call.now().toISOString());
  const share = settings?.sampling?.share ?? Number(call.policy.get('sample.share', region, today).value);
  const chosen = programmes ?? settings?.programmes ?? ['dibao_rural', 'dibao_urban'];
  return { ...{ share, weights, leastHouseholds, region }, programmes: chosen, towns: {} };
}

async function settingsFor(
  tx: Transaction,
  call: Call,
  campaignId: string | null,
): Promise<CampaignSettings | null> {
  const campaign = campaignId === null ? null : await findCampaign(tx, call.reach, campaignId);
  return campaign === null ? null : settingsOf(campaign);
}

function townsOf(frame: readonly FrameHousehold[]): Record<string, number> {
  const persons: Record<string, number> = {};
  for (const household of frame) persons[household.town] = (persons[household.town] ?? 0) + household.persons;
  return persons;
}
