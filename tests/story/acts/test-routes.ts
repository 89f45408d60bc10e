import type { Facts } from '@yangguang/domain/workflows/field';
import type { Done, Person } from './test-person.ts';
import type { Story } from './test-story.ts';

/** Two who go to the house, and somebody else who reviews what they bring back. */
export interface Visitors {
  readonly by: readonly [Person, Person];
  readonly reviewer: Person;
  readonly on: string;
}

/** A visit as it should be: planned, made by two, signed, reviewed and accepted by somebody who was not there. */
export async function visit(verification: string, { by, reviewer, on }: Visitors): Promise<Done> {
  const [first, second] = by;
  const visitors = [first.id, second.id];
  await first.does(verification, 'schedule', { facts: { visitors, plannedOn: on } });
  await first.does(verification, 'recordVisit', {
    facts: { visitors, visitedOn: on, present: '户主' },
    papers: ['visitForm'],
  });
  await second.does(verification, 'sign', { papers: ['visitSignatures'] });
  await reviewer.does(verification, 'review');
  return reviewer.does(verification, 'accept', {
    facts: { finding: '与核查表一致' },
    reason: '表格、签字齐全',
  });
}

/** Who signs a letter and who carries it. */
export interface Bearers {
  readonly approver: Person;
  readonly bearer: Person;
  readonly on: string;
}

/** A letter approved, numbered, carried and handed over in person. */
export async function serve(notice: string, { approver, bearer, on }: Bearers): Promise<Done> {
  await approver.does(notice, 'approve');
  await approver.does(notice, 'issue', { facts: { letterNo: `告〔${on}〕1号` } });
  await bearer.does(notice, 'startDelivery');
  return bearer.does(notice, 'serve', {
    facts: { servedOn: on, method: 'direct', receivedBy: '户主', relation: 'self' },
    papers: ['deliveryReceipt'],
  });
}

/** What a decision says. */
export interface Decides extends Bearers {
  /** Who may decide: the county lead, or the town lead where the county devolved it. */
  readonly decider: Person;
  readonly figures: { readonly monthlyFen: number; readonly fromMonth: string };
  readonly why: string;
}

/** Decided with reasons, the letter served, and carried out. @returns the last step */
export async function decideAndCarryOut(decision: string, how: Decides): Promise<Done> {
  await decideAndTell(decision, how);
  return how.approver.does(decision, 'takeEffect');
}

/** Decided with reasons, and the letter served. */
export async function decideAndTell(decision: string, how: Decides): Promise<Done> {
  const { decider, approver, figures, why } = how;
  const decided = await decider.does(decision, 'decide', {
    facts: { ...lawful, ...figures },
    papers: ['reasons'],
    reason: why,
  });
  await serve(decided.opened('notice'), how);
  return approver.does(decision, 'notify', { papers: ['deliveryReceipt'] });
}

/** The article and the ways of remedy that a decision names. */
export const lawful: Facts = {
  article: '《最低生活保障审核确认办法》第三十条',
  remedyTo: '示范市人民政府；甲县人民法院',
};

/** The family is told what is intended, and says what it has to say. */
export async function hear(decision: string, how: Bearers): Promise<void> {
  const notice = (await how.approver.does(decision, 'hear')).opened('notice');
  await serve(notice, how);
  await how.approver.does(notice, 'hear', { papers: ['hearingRecord'] });
}

/** A sheet on the board for its whole time, and taken down. */
export async function post(
  publicNotice: string,
  by: { readonly maker: Person; readonly poster: Person; readonly on: string; readonly until: string },
  story: Pick<Story, 'passTo'>,
): Promise<Done> {
  const { maker, poster, on, until } = by;
  await maker.does(publicNotice, 'post', { facts: { sheetNo: `公示${on}` } });
  await poster.does(publicNotice, 'recordPosting', {
    facts: { place: '村务公开栏', postedOn: on },
    papers: ['postingProof'],
  });
  await story.passTo(until);
  return poster.does(publicNotice, 'end', { facts: { takenDownOn: until }, papers: ['takeDownProof'] });
}
