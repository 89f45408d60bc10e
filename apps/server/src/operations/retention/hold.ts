import { retention } from '@yangguang/contract/retention';
import { setHold } from '@yangguang/store/retention/hold';
import { handle } from '../../http/call.ts';
import { keeperOf } from '../../sign-on/keeper-of.ts';

export const hold = handle(retention.hold, async (wanted, call) => {
  await call.db.asOwner((tx) => setHold(tx, wanted, keeperOf(call), call.now()));
  call.note({ hold: wanted.id, [wanted.kind]: wanted.subjectId }, wanted.reason);
  return { ok: true as const };
});
