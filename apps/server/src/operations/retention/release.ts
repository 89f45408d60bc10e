import { retention } from '@yangguang/contract/retention';
import { releaseHold } from '@yangguang/store/retention/hold';
import { handle } from '../../http/call.ts';
import { keeperOf } from '../../sign-on/keeper-of.ts';

export const release = handle(retention.release, async ({ id, reason }, call) => {
  await call.db.asOwner((tx) => releaseHold(tx, id, reason, keeperOf(call), call.now()));
  call.note({ hold: id }, reason);
  return { ok: true as const };
});
