import type { Input, Output } from '@yangguang/contract/operation';
import type { campaign } from '@yangguang/contract/campaign';
import { workflows } from '@yangguang/domain/workflows/all';
import type { CampaignTemplate } from '@yangguang/engine/pack/campaign-file';
import { campaignRefusal } from '@yangguang/store/campaign/campaign-refusals';
import { insertCampaign } from '@yangguang/store/campaign/campaign-row';
import type { Transaction } from '@yangguang/store/database';
import { journalRefusal } from '@yangguang/store/journal/journal-refusals';
import { type Hand, openMatters, plainHeader } from '@yangguang/store/journal/open-matters';
import { findStored, lockStepId, type RequestContent } from '@yangguang/store/journal/request-hash';
import { sql } from '@yangguang/store/sql';
import { notFound } from '../../http/api-refusal.ts';
import type { Call } from '../../http/call.ts';
import { journalRoom } from '../../office/journal-room.ts';
import { handsOf } from '../matter/hands-of.ts';
import { planCampaign, type PlannedCampaign } from './campaign-plan.ts';
import { taskOpenings } from './campaign-tasks.ts';

type Sent = Pick<
  Input<typeof campaign.create>,
  'stepId' | 'campaignId' | 'region' | 'title' | 'documentNo' | 'leadingGroup'
>;

/** What a campaign is planned from: its template, the year it begins in, and a share of the sample typed by hand. */
export interface CampaignSource {
  readonly template: CampaignTemplate;
  readonly year: number;
  readonly sampleShare?: number | null;
}

/** Matters opened in one statement. */
const batch = 500;

/**
 * Creates a campaign and opens its tasks; sent again it gives the first answer.
 * @param content what the client sent, to know it again
 * @throws UserError CAM-102, CAM-103, CAM-106, MAT-107, ApiRefusal API-104
 */
export function createCampaign(
  call: Call,
  sent: Sent,
  content: RequestContent,
  source: () => CampaignSource,
): Promise<Output<typeof campaign.create>> {
  const mine = { ...content, by: call.caller.accountId };
  const { stepId, campaignId, region } = sent;
  return call.db.within(call.reach, async (tx) => {
    await lockStepId(tx, stepId);
    const stored = await findStored(tx, call.vault, stepId, mine);
    if (stored !== null)
      return { campaignId, matterId: stored.matter_id, tasks: await tasksOf(tx, campaignId) };
    const hand = handFor(call, region);
    const divisions = await divisionsUnder(tx, region);
    const { template, year, sampleShare } = source();
    const plan = withShare(planCampaign(call.policy, template, year, region), sampleShare);
    const matterId = call.newId();
    const title = sent.title ?? template.title.zh;
    const added = await insertCampaign(tx, {
      ...{ id: campaignId, matter_id: matterId, template: template.id, title, region },
      document_no: sent.documentNo ?? null,
      from_on: plan.dates.fromOn,
      to_on: plan.dates.endOn,
      settings: { ...plan.settings, leadingGroup: sent.leadingGroup },
    });
    if (!added) throw campaignRefusal('CAM-106');
    const at = call.now();
    const room = journalRoom(call);
    const header = { ...plainHeader({ workflow: 'campaign', region, programme: 'none', title }), campaignId };
    const facts = { template: template.id, ...plan.dates };
    await openMatters(tx, room, [{ matterId, stepId, header, facts, reason: null, hand, at, sent: mine }]);
    const tasks = taskOpenings(template, {
      ...{ campaignId, campaignMatterId: matterId, region },
      ...{ divisions, dueOn: plan.dueOn, hand, at, newId: call.newId },
    });
    for (let i = 0; i < tasks.length; i += batch) await openMatters(tx, room, tasks.slice(i, i + batch));
    return { campaignId, matterId, tasks: tasks.length };
  });
}

/** The plan with the share that the office wrote itself. */
export function withShare(plan: PlannedCampaign, share: number | null | undefined): PlannedCampaign {
  if (share === undefined || share === null) return plan;
  const words = '本单位方案确定的抽查比例';
  const sampling = { clause: 'OWN-1', quote: words, parameter: 'own', share, priority: [] };
  return { ...plan, settings: { ...plan.settings, sampling } };
}

/** The appointment that holds the whole area and may open a campaign. @throws UserError API-104, MAT-107 */
export function handFor(call: Call, region: string): Hand {
  const inside = handsOf(call).filter(({ area }) => region.startsWith(area));
  if (inside.length === 0) throw notFound();
  const by: readonly string[] = workflows.campaign.opening.by;
  const hand = inside.find(({ role }) => by.includes(role));
  if (hand === undefined) throw journalRefusal('MAT-107', { roles: by });
  return hand;
}

/** Codes of the area and what lies in it, to the towns. @throws UserError CAM-102 */
export async function divisionsUnder(tx: Transaction, region: string): Promise<string[]> {
  const rows = await tx.rows<{ code: string }>(
    sql`select code from division where starts_with(code, ${region}) and length(code) <= 9 order by code`,
  );
  const codes = rows.map((row) => row.code);
  if (!codes.includes(region)) throw campaignRefusal('CAM-102');
  return codes;
}

/** What a repeated request is answered with. */
async function tasksOf(tx: Transaction, campaignId: string): Promise<number> {
  const { n } = await tx.get<{ n: number }>(sql`
    select count(*)::integer as n from matter m join campaign c on c.id = m.campaign_id
    where c.id = ${campaignId} and m.parent_id = c.matter_id and m.workflow = 'task' and m.kind = 'notice'`);
  return n;
}
