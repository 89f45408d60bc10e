import { retention } from '@yangguang/contract/retention';
import { proposePlan } from '@yangguang/store/retention/plan';
import { handle } from '../../http/call.ts';
import { keeperOf } from '../../sign-on/keeper-of.ts';
import { expiryOf } from './expiry-of.ts';

export const propose = handle(retention.propose, async ({ id, area }, call) => {
  const wanted = { id, ...expiryOf(call, area) };
  const plan = await call.db.asOwner((tx) => proposePlan(tx, wanted, keeperOf(call), call.now()));
  const counts = { matters: plan.matters.length, households: plan.households.length };
  call.note({ plan: id, area, ...counts });
  return { id, ...counts };
});
