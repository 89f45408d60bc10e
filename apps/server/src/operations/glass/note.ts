import { glass } from '@yangguang/contract/glass';
import { noteGlass } from '@yangguang/store/account/glass';
import { handle } from '../../http/call.ts';
import { keeperOf } from '../../sign-on/keeper-of.ts';

export const note = handle(glass.note, async ({ id }, call) => {
  await call.db.asOwner((tx) => noteGlass(tx, id, keeperOf(call), call.now()));
  call.note({ glass: id });
  return { ok: true as const };
});
