import { unit } from '@yangguang/contract/unit';
import { createUnit } from '@yangguang/store/account/unit';
import { handle } from '../../http/call.ts';
import { areasOf } from '../../sign-on/keeper-of.ts';

export const create = handle(unit.create, async (wanted, call) => {
  await call.db.asOwner((tx) => createUnit(tx, wanted, areasOf(call), call.now()));
  call.note({ unit: wanted.id, area: wanted.area });
  return { ok: true as const };
});
