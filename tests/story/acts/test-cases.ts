import type { CampaignOffice } from './test-campaign-office.ts';
import { decideAndCarryOut, hear, serve, visit } from './test-routes.ts';
import type { Receives } from './test-story.ts';

/** A case of the campaign that was decided and carried out. */
export interface Settled {
  readonly household: string;
  readonly decision: string;
  /** What the family receives since then. */
  readonly receives: readonly Receives[];
}

interface Lead {
  readonly id: string;
  readonly region: string;
  readonly householdId: string | null;
}

const ordinary = { severity: 'suspect', isKinCase: false, isComplaint: false };
const since = { fromMonth: '2018-08' };
const letters = (c: CampaignOffice, region: string, on: string) => ({
  ...{ approver: c.people.officer, bearer: c.deskOf(region).pair[0], decider: c.people.countyLead, on },
});

/** A visited lead: the family asked, the finding confirmed, and what follows decided. */
export async function proposes(
  c: CampaignOffice,
  from: Lead,
  what: { readonly kind: 'stop' | 'reduce'; readonly monthlyFen: number },
): Promise<Settled> {
  const { id, region, householdId } = from;
  const { lead, pair } = c.deskOf(region);
  const { opener, judge } = await c.carriersOf(from);
  const request = (await opener.does(id, 'requestEvidence')).opened('notice');
  await serve(request, { approver: lead, bearer: pair[0], on: '2018-06-25' });
  await pair[0].does(request, 'reply', { papers: ['statement'] });
  await judge.does(id, 'confirm', { reason: '比对、入户和本人陈述一致' });
  const proposal = { facts: { proposal: what.kind } };
  const decision = (await opener.does(id, 'openDecision', proposal)).opened('decision');
  await takeAway(c, { decision, region, monthlyFen: what.monthlyFen, opinion: 'giveOpinion' });
  await opener.does(id, 'closeDecided');
  return { household: householdId ?? '', decision, receives: [] };
}

/** A visited lead that was innocent: cleared with its cause, and closed by the reviewer. */
export async function clears(c: CampaignOffice, lead: Lead): Promise<void> {
  const { opener } = await c.carriersOf(lead);
  const cause = { facts: { innocentCause: 'reported' }, reason: '已如实申报并计入收入' };
  await opener.does(lead.id, 'clear', cause);
  await c.people.reviewer.does(lead.id, 'closeReviewed', { papers: ['verificationRecord'] });
}

/** The town's opinion, the hearing, the decision and its effect. */
async function takeAway(
  c: CampaignOffice,
  of: {
    readonly decision: string;
    readonly region: string;
    readonly monthlyFen: number;
    readonly opinion: 'giveOpinion' | 'giveOpinionOnExit';
  },
): Promise<void> {
  const { decision, region, monthlyFen, opinion } = of;
  const figures = { monthlyFen, ...since };
  const papers = ['recalculation', 'townOpinion', 'statement'] as const;
  await c.deskOf(region).lead.does(decision, opinion, { facts: figures, papers });
  await c.people.officer.does(decision, 'receive');
  const how = letters(c, region, '2018-06-25');
  await hear(decision, how);
  await decideAndCarryOut(decision, { ...how, figures, why: '经核查并听取意见' });
}

type Home = { readonly household: string; readonly region: string };

/** A family that leaves of its own will, visited all the same. */
export async function leaves(c: CampaignOffice, { household, region }: Home): Promise<Settled> {
  const { lead, pair } = c.deskOf(region);
  const about = { household, campaign: c.campaignId };
  const facts = { kind: 'stop', cause: 'voluntaryExit', programme: 'dibao_rural', ...ordinary };
  const decision = await pair[0].opens('decision', about, facts);
  const verification = (await pair[0].does(decision, 'planVisit')).opened('verification');
  await visit(verification, { by: pair, reviewer: lead, on: '2018-06-25' });
  await takeAway(c, { decision, region, monthlyFen: 0, opinion: 'giveOpinionOnExit' });
  return { household, decision, receives: [] };
}

/** A family somebody reported: looked at like any other, and found to be above the line. */
export async function reported(c: CampaignOffice, { household, region }: Home): Promise<Settled> {
  const { lead, pair } = c.deskOf(region);
  const about = { household, campaign: c.campaignId };
  const complaint = { ...ordinary, isComplaint: true };
  const facts = { kind: 'stop', cause: 'review', programme: 'dibao_rural', ...complaint };
  const decision = await c.people.secondOfficer.opens('decision', about, facts);
  const verification = (await pair[0].does(decision, 'planVisit')).opened('verification');
  await visit(verification, { by: pair, reviewer: lead, on: '2018-06-25' });
  await takeAway(c, { decision, region, monthlyFen: 0, opinion: 'giveOpinion' });
  return { household, decision, receives: [] };
}

/** An application on its way over two boards. */
export interface Applying {
  readonly household: string;
  readonly decision: string;
  readonly region: string;
  /** The first board is taken down, and the county hangs the second. */
  hangAgain(): Promise<void>;
  /** The second board. */
  board(): string;
}

const amount = { monthlyFen: 33_000, ...since };

/** A family that receives nothing: visited, seen by the town, and on the village board. */
export async function applies(
  c: CampaignOffice,
  region: string,
  cause: 'activeDiscovery' | 'application',
): Promise<Applying> {
  const { lead, pair } = c.deskOf(region);
  const household = await c.story.family({ head: '申新', village: region });
  const about = { household, campaign: c.campaignId };
  const facts = { kind: 'add', cause, programme: 'dibao_rural', ...ordinary };
  const decision = await pair[0].opens('decision', about, facts);
  const verification = (await pair[0].does(decision, 'planVisit')).opened('verification');
  await visit(verification, { by: pair, reviewer: lead, on: '2018-06-25' });
  await lead.does(decision, 'giveOpinion', { facts: amount, papers: ['recalculation', 'townOpinion'] });
  const first = (await pair[0].does(decision, 'openPublicNotice')).opened('publicNotice');
  await hang(c, region, first, '2018-06-25');
  let second = '';
  return {
    ...{ household, decision, region },
    hangAgain: async () => {
      await takeDown(c, region, first, '2018-07-03');
      await c.people.officer.does(decision, 'receive');
      second = (await c.people.officer.does(decision, 'openCountyNotice')).opened('publicNotice');
      await hang(c, region, second, '2018-07-03');
    },
    board: () => second,
  };
}

/** Nobody objected: decided, told and paid. */
export async function settles(c: CampaignOffice, one: Applying): Promise<Settled> {
  const { household, decision, region } = one;
  await takeDown(c, region, one.board(), '2018-07-11');
  const how = letters(c, region, '2018-07-11');
  await decideAndCarryOut(decision, { ...how, figures: amount, why: '两榜公示无异议，符合条件' });
  return { household, decision, receives: [{ monthlyFen: 33_000, from: '2018-08', until: null }] };
}

async function hang(c: CampaignOffice, region: string, sheet: string, on: string): Promise<void> {
  const [poster] = c.deskOf(region).pair;
  await poster.does(sheet, 'post', { facts: { sheetNo: `公示${on}` } });
  const where = { place: '村务公开栏', postedOn: on };
  await poster.does(sheet, 'recordPosting', { facts: where, papers: ['postingProof'] });
}

async function takeDown(c: CampaignOffice, region: string, sheet: string, on: string): Promise<void> {
  const [poster] = c.deskOf(region).pair;
  await poster.does(sheet, 'end', { facts: { takenDownOn: on }, papers: ['takeDownProof'] });
}
