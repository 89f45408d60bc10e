import { parameter } from '@yangguang/contract/parameter';
import { findValueFault, whyUnsettable } from '@yangguang/domain/words/policy-value';
import { registerRows } from '@yangguang/store/audit/register-rows';
import { proposeLocalValue } from '@yangguang/store/policy/local-values';
import { policyRefusal } from '@yangguang/store/policy/policy-refusals';
import { sql } from '@yangguang/store/sql';
import { ApiRefusal, notFound } from '../../http/api-refusal.ts';
import { type Call, handle } from '../../http/call.ts';
import { assertHolds } from '../rule/rule-place.ts';
import { numberOf } from './number-of.ts';

/** Digits of the divisions that a number may be set for: the policy pack knows no villages. */
const settable: readonly number[] = [2, 4, 6, 9];

export const propose = handle(parameter.propose, async (input, call) => {
  const { id, name, region, value, from, to, basis, publishedOn } = input;
  assertHolds(call, region);
  if (!settable.includes(region.length)) throw new ApiRefusal('API-101', { fields: ['region'] });
  assertFits(call, input);
  if (to !== null && to <= from) throw policyRefusal('PAR-103');
  const by = { accountId: call.caller.accountId, at: call.now() };
  const wanted = { id, region, parameter: name, value, from_on: from, to_on: to, basis };
  await call.db.within(call.reach, async (tx) => {
    if ((await tx.find(sql`select 1 as n from division where code = ${region}`)) === null) throw notFound();
    await proposeLocalValue(tx, { ...wanted, published_on: publishedOn, revokes: null }, by);
    await registerRows(tx, call.vault, 'local_value', [id], by.at);
  });
  call.note({ value: id, parameter: name, region });
  return { id };
});

/** @throws UserError PAR-101 · PAR-102 · PAR-107; ApiRefusal API-104 for a name that is no parameter */
function assertFits(
  call: Call,
  { name, value }: Pick<Parameters<typeof propose>[0], 'name' | 'value'>,
): void {
  const found = call.policy.packParameters.find((one) => one.name === name);
  if (found === undefined) throw notFound();
  const why = whyUnsettable(found);
  if (why !== null) throw policyRefusal(why === 'law' ? 'PAR-101' : 'PAR-107');
  const asks = findValueFault(numberOf(call, found), value);
  if (asks !== null) throw policyRefusal('PAR-102', { asks });
}
