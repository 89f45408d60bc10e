import { household } from '@yangguang/contract/household';
import type { Output } from '@yangguang/contract/operation';
import { maskAddress, maskName } from '@yangguang/domain/people/masking';
import { dayOf } from '@yangguang/domain/workflows/clocks';
import { lead as leadWorkflow } from '@yangguang/domain/workflows/lead';
import { maskAccount } from '@yangguang/domain/words/account';
import { maskId } from '@yangguang/domain/words/id-number';
import { maskPhone } from '@yangguang/domain/words/phone';
import type { Reach } from '@yangguang/store/database';
import { entitlementsOf } from '@yangguang/store/household/benefits';
import { findHousehold, type HouseholdRow, openHousehold } from '@yangguang/store/household/find-household';
import type { HouseholdPrivate } from '@yangguang/store/household/household';
import { mattersOfHousehold } from '@yangguang/store/household/household-matters';
import { isCleared } from '@yangguang/store/lead/lead-verdict';
import { type LeadOnCard, leadsOfHousehold } from '@yangguang/store/lead/read-leads';
import { isKin } from '@yangguang/store/matter/is-kin';
import { notFound } from '../../http/api-refusal.ts';
import { type Call, handle } from '../../http/call.ts';
import { findingLine } from '../lead/finding-line.ts';
import { matterLines } from '../matter/matter-line.ts';
import { assignedHouseholds } from './household-line.ts';
import { elsewhereOf } from './elsewhere.ts';
import { entitlementLine } from './entitlement-line.ts';
import { lawfulCombinations } from './lawful-combinations.ts';
import { reachWith } from './reach-with.ts';

type Answer = Output<typeof household.get>;

export const get = handle(household.get, async ({ id }, call) => {
  const own = await call.db.within(call.reach, async (tx) => {
    const row = await findHousehold(tx, call.reach, id);
    if (row === null) throw notFound();
    const today = dayOf(call.now().toISOString());
    return {
      row,
      entitlements: await entitlementsOf(tx, call.reach, id, today),
      elsewhere: await elsewhereOf(tx, call, row, today),
      seesNames: (await assignedHouseholds(tx, call, [id])).has(id),
      isOwnKin: await isKin(tx, call.caller.accountId, id),
    };
  });
  const { row } = own;
  const seesNames = own.seesNames && !own.isOwnKin;
  const leads = await leadsOn(call, reachWith(call, 'lead.read'), id, seesNames);
  const matters = await mattersOn(call, reachWith(call, 'matter.read'), id);
  call.note({ household: id, place: row.region, leads: leads.all.length, matters: matters.length });
  const receives = own.entitlements.reduce((sum, one) => sum + one.monthly_fen, 0n);
  return {
    ...whoItIs(row, openHousehold(call.vault, row), seesNames),
    leads: leads.all,
    mayBeMissing: leads.missing,
    matters,
    entitlements: own.entitlements.map(entitlementLine),
    receivesMonthlyFen: Number(receives),
    combinations: lawfulCombinations(
      call.policy.combinations,
      [...own.entitlements, ...own.elsewhere.flatMap(({ entitlements }) => entitlements)].map(
        ({ programme }) => programme,
      ),
    ),
    elsewhere: own.elsewhere,
    isOwnKin: own.isOwnKin,
    version: row.version,
  };
});

type Person = Pick<
  Answer,
  'id' | 'region' | 'programme' | 'headName' | 'address' | 'members' | 'accounts' | 'phones'
>;

function whoItIs(row: HouseholdRow, secret: HouseholdPrivate | null, seesNames: boolean): Person {
  const name = (whole: string): string => (seesNames ? whole : maskName(whole));
  return {
    id: row.id,
    region: row.region,
    programme: row.programme,
    headName: name(row.head_name),
    address: row.address === null || seesNames ? row.address : maskAddress(row.address),
    members: (secret?.members ?? []).map((one) => ({
      name: name(one.name),
      idNumber: one.idNumber === null ? null : maskId(one.idNumber),
      relation: one.relation,
      isInsured: one.isInsured,
    })),
    accounts: (secret?.accounts ?? []).map(({ number, bank }) => ({ number: maskAccount(number), bank })),
    phones: (secret?.phones ?? []).map((phone) => maskPhone(phone)),
  };
}

/** Its leads, for who may read leads; those found by the omission rules and not cleared say what it may be missing. */
async function leadsOn(
  call: Call,
  reach: Reach,
  id: string,
  seesNames: boolean,
): Promise<{ all: Answer['leads']; missing: Answer['leads'] }> {
  if (reach.scopes.length === 0) return { all: [], missing: [] };
  const rows = await call.db.within(reach, (tx) => leadsOfHousehold(tx, reach, id));
  const line = (row: LeadOnCard): Answer['leads'][number] => ({
    ...findingLine(call, row, seesNames),
    state: row.state,
    stateTitle: stateTitle(row.state),
    isEnded: row.is_ended,
  });
  return { all: rows.map(line), missing: rows.filter(mayBeMissing).map(line) };
}

/** Left out, as far as is known: found by an omission rule, and neither cleared, merged nor quiet. */
function mayBeMissing({ family, state, verdict, is_ended: isEnded }: LeadOnCard): boolean {
  return family === 'OMI' && !isCleared(verdict) && (!isEnded || state === 'closed');
}

function stateTitle(state: string): { zh: string; en: string } {
  const states: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = leadWorkflow.states;
  return { zh: states[state]?.zh ?? state, en: states[state]?.en ?? state };
}

function mattersOn(call: Call, reach: Reach, id: string): Promise<Answer['matters']> {
  if (reach.scopes.length === 0) return Promise.resolve([]);
  return call.db.within(reach, async (tx) => matterLines(tx, call, await mattersOfHousehold(tx, reach, id)));
}
