import { campaign } from '@yangguang/contract/campaign';
import type { Input } from '@yangguang/contract/operation';
import { workflows } from '@yangguang/domain/workflows/all';
import { campaignRefusal } from '@yangguang/store/campaign/campaign-refusals';
import { insertCampaign } from '@yangguang/store/campaign/campaign-row';
import type { Transaction } from '@yangguang/store/database';
import { journalRefusal } from '@yangguang/store/journal/journal-refusals';
import { type Hand, openMatters, plainHeader } from '@yangguang/store/journal/open-matters';
import { findStored, lockStepId } from '@yangguang/store/journal/request-hash';
import { sql } from '@yangguang/store/sql';
import { notFound } from '../../http/api-refusal.ts';
import { type Call, handle } from '../../http/call.ts';
import { journalRoom } from '../../office/journal-room.ts';
import { handsOf } from '../matter/hands-of.ts';
import { planCampaign, templateOf } from './campaign-plan.ts';
import { taskOpenings } from './campaign-tasks.ts';

type Sent = Input<typeof campaign.create>;

/** Matters opened in one statement. */
const batch = 500;

export const create = handle(campaign.create, async (input, call) => {
  const { stepId, ...content } = input;
  const sent = { ...content, by: call.caller.accountId };
  return call.db.within(call.reach, async (tx) => {
    await lockStepId(tx, stepId);
    const stored = await findStored(tx, call.vault, stepId, sent);
    if (stored !== null)
      return { campaignId: input.campaignId, matterId: stored.matter_id, tasks: await tasksOf(tx, input) };
    const hand = handFor(call, input.region);
    const divisions = await divisionsUnder(tx, input.region);
    const template = templateOf(call.policy, input.template);
    const plan = planCampaign(call.policy, template, input.year, input.region);
    const matterId = call.newId();
    const title = input.title ?? template.title.zh;
    const added = await insertCampaign(tx, {
      id: input.campaignId,
      matter_id: matterId,
      template: template.id,
      title,
      document_no: input.documentNo ?? null,
      region: input.region,
      from_on: plan.dates.fromOn,
      to_on: plan.dates.endOn,
      settings: { ...plan.settings, leadingGroup: input.leadingGroup },
    });
    if (!added) throw campaignRefusal('CAM-106');
    const at = call.now();
    const room = journalRoom(call);
    const header = {
      ...plainHeader({ workflow: 'campaign', region: input.region, programme: 'none', title }),
      campaignId: input.campaignId,
    };
    const facts = { template: template.id, ...plan.dates };
    await openMatters(tx, room, [{ matterId, stepId, header, facts, reason: null, hand, at, sent }]);
    const tasks = taskOpenings(template, {
      ...{ campaignId: input.campaignId, campaignMatterId: matterId, region: input.region },
      ...{ divisions, dueOn: plan.dueOn, hand, at, newId: call.newId },
    });
    for (let i = 0; i < tasks.length; i += batch) await openMatters(tx, room, tasks.slice(i, i + batch));
    return { campaignId: input.campaignId, matterId, tasks: tasks.length };
  });
});

/** The appointment that holds the whole area and may open a campaign. @throws UserError API-104, MAT-107 */
function handFor(call: Call, region: string): Hand {
  const inside = handsOf(call).filter(({ area }) => region.startsWith(area));
  if (inside.length === 0) throw notFound();
  const by: readonly string[] = workflows.campaign.opening.by;
  const hand = inside.find(({ role }) => by.includes(role));
  if (hand === undefined) throw journalRefusal('MAT-107', { roles: by });
  return hand;
}

/** @throws UserError CAM-102 */
async function divisionsUnder(tx: Transaction, region: string): Promise<string[]> {
  const rows = await tx.rows<{ code: string }>(
    sql`select code from division where starts_with(code, ${region}) and length(code) <= 9 order by code`,
  );
  const codes = rows.map((row) => row.code);
  if (!codes.includes(region)) throw campaignRefusal('CAM-102');
  return codes;
}

/** What a repeated request is answered with. */
async function tasksOf(tx: Transaction, { campaignId }: Sent): Promise<number> {
  const { n } = await tx.get<{ n: number }>(sql`
    select count(*)::integer as n from matter m join campaign c on c.id = m.campaign_id
    where c.id = ${campaignId} and m.parent_id = c.matter_id and m.workflow = 'task' and m.kind = 'notice'`);
  return n;
}
