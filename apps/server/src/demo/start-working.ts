import type { Client } from '@yangguang/contract/wire';
import { chinaDay } from '@yangguang/domain/words/china-day';
import { evidenceKinds } from '@yangguang/domain/workflows/evidence';
import { signInAs, unlessRefused } from './demo-client.ts';
import { demoPerson } from './demo-people.ts';
import { demoId } from './demo-state.ts';
import type { DemoShow } from './demo-show.ts';

/** Leads that the demo's town takes up. */
const takenUp = 5;

/** Lets the campaign begin and the town take up its first leads, each by the hand that may. */
export async function startWorking(show: DemoShow, town: string): Promise<void> {
  show.say('办理第一批疑点', 'Taking up the first leads');
  await issueCampaign(show);
  const lead = await signInAs(show.address, show.state, demoPerson('townLead'));
  const filter = ['state:toVerify', `town:${town}`];
  const { items } = await lead.lead.list({ filter, limit: 50 });
  let taken = 0;
  for (const { id: matterId, version: expectedVersion } of items) {
    if (taken === takenUp) return;
    const stepId = demoId(show.state, `verify ${matterId}`);
    const step = { matterId, stepId, expectedVersion, action: 'startVerifying', facts: {}, evidence: [] };
    if ((await unlessRefused(() => lead.matter.act({ ...step, reason: null }))) !== null) taken += 1;
  }
}

/** The notice is issued and the work begins: papers are registered by their numbers. */
async function issueCampaign(show: DemoShow): Promise<void> {
  const chief = await signInAs(show.address, show.state, demoPerson('countyLead'));
  const campaign = await chief.campaign.get({ id: demoId(show.state, 'campaign') });
  const facts = {
    documentNo: '沂青民字（演示）1号',
    issuedOn: chinaDay(show.office.now()),
    leadingGroup: '专项整治领导小组办公室设在县民政局（演示）',
  };
  await takeWithPapers(show, chief, campaign.matterId, 'issue', facts, ['officialDocument']);
  const papers = ['meetingMinutes', 'hotlineProof', 'publishedText'] as const;
  await takeWithPapers(show, chief, campaign.matterId, 'mobilise', {}, papers);
}

type Paper = 'officialDocument' | 'meetingMinutes' | 'hotlineProof' | 'publishedText';

async function takeWithPapers(
  { state }: DemoShow,
  client: Client,
  matterId: string,
  action: string,
  facts: Readonly<Record<string, string>>,
  papers: readonly Paper[],
): Promise<void> {
  await unlessRefused(async () => {
    const evidence: string[] = [];
    for (const kind of papers) {
      const paper = { kind, title: `${evidenceKinds[kind].zh}（演示）`, paperNo: `演示-${kind}` };
      const stepId = demoId(state, `paper ${kind}`);
      evidence.push((await client.evidence.register({ matterId, stepId, ...paper })).id);
    }
    const { version } = await client.matter.get({ id: matterId });
    const step = { matterId, stepId: demoId(state, `campaign ${action}`), expectedVersion: version };
    await client.matter.act({ ...step, action, facts, evidence, reason: null });
  });
}
