import { retention } from '@yangguang/contract/retention';
import { withdrawPlan } from '@yangguang/store/retention/plan';
import { handle } from '../../http/call.ts';
import { keeperOf } from '../../sign-on/keeper-of.ts';

export const withdraw = handle(retention.withdraw, async ({ id }, call) => {
  await call.db.asOwner((tx) => withdrawPlan(tx, id, keeperOf(call), call.now()));
  call.note({ plan: id });
  return { ok: true as const };
});
