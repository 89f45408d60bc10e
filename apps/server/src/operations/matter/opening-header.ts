import type { matter } from '@yangguang/contract/matter';
import type { Input } from '@yangguang/contract/operation';
import { workflows } from '@yangguang/domain/workflows/all';
import type { Transaction } from '@yangguang/store/database';
import { findHousehold } from '@yangguang/store/household/find-household';
import { plainHeader } from '@yangguang/store/journal/open-matters';
import { refuseNumbers } from '@yangguang/store/journal/split-facts';
import type { Header } from '@yangguang/store/journal/step-row';
import { sql } from '@yangguang/store/sql';
import { ApiRefusal, notFound } from '../../http/api-refusal.ts';
import type { Call } from '../../http/call.ts';

type Sent = Input<typeof matter.open>;

/** A household's division and programme are its own; what is about none says its division itself. */
export async function headerOf(tx: Transaction, call: Call, input: Sent): Promise<Header> {
  const { workflow, campaignId = null, links } = input;
  const more = { campaignId, links, isSealed: workflows[workflow].sealed === true };
  const subject =
    input.householdId === undefined ? placeOf(input) : await homeOf(tx, call, input, input.householdId);
  return { ...plainHeader({ ...subject, workflow }), ...more, householdId: input.householdId ?? null };
}

type Subject = Pick<Header, 'region' | 'programme' | 'title'>;

async function homeOf(tx: Transaction, call: Call, input: Sent, id: string): Promise<Subject> {
  const household = await findHousehold(tx, call.reach, id);
  if (household === null) throw notFound();
  const { region, head_name: title } = household;
  const { programme = household.programme } = input;
  // A matter of no programme would be seen by those who may not see the household.
  if (programme === 'none') throw new ApiRefusal('API-101', { fields: ['programme'] });
  return { region, programme, title };
}

function placeOf({ region = '', title, programme = 'none' }: Sent): Subject {
  if (region === '') throw new ApiRefusal('API-101', { fields: ['region'] });
  if (title === undefined) throw new ApiRefusal('API-101', { fields: ['title'] });
  refuseNumbers(title);
  return { region, programme, title };
}

/**
 * Who and what a sealed matter is about stands in its package: here it is known by a number, and by no link.
 * @throws ApiRefusal API-101
 */
function assertNumberOnly({ householdId, links, title }: Header): void {
  const fields = [
    ...(householdId === null ? [] : ['householdId']),
    ...(links.length === 0 ? [] : ['links']),
    ...(/^[\w.〔〕()（）号第-]{1,40}$/.test(title) ? [] : ['title']),
  ];
  if (fields.length > 0) throw new ApiRefusal('API-101', { fields });
}

/** The division is known here and the campaign, if any, addressed to the caller. @throws ApiRefusal API-101, API-104 */
export async function assertPlace(tx: Transaction, call: Call, header: Header): Promise<void> {
  const { region, campaignId } = header;
  if (header.isSealed) assertNumberOnly(header);
  const division = await tx.find(sql`select code from division where code = ${region}`);
  if (division === null) throw new ApiRefusal('API-101', { fields: ['region'] });
  if (campaignId === null) return;
  const campaign = await tx.find<{ region: string }>(
    sql`select region from campaign where id = ${campaignId}`,
  );
  const isAddressed = call.reach.scopes.some(
    ({ area }) => campaign?.region.startsWith(area) === true || area.startsWith(campaign?.region ?? '-'),
  );
  if (!isAddressed) throw notFound();
}
