import { glass } from '@yangguang/contract/glass';
import { accountRefusal } from '@yangguang/domain/people/account-refusal';
import { isWithin } from '@yangguang/domain/people/scope';
import { breakGlass as breakIt } from '@yangguang/store/account/glass';
import { handle } from '../../http/call.ts';
import { policyNow } from '../../sign-on/resolve-session.ts';

/** Under one of one's own appointments, with its programmes, elsewhere. A broken glass does not carry the right to break the next. */
export const breakGlass = handle(glass.break, async ({ id, role, area, reason }, call) => {
  const own = call.by.filter((one) => one.role === role);
  const [held] = own;
  if (held === undefined) throw accountRefusal('ACC-135');
  if (own.some((one) => isWithin(one.area, area))) throw accountRefusal('ACC-133');
  const expiresAt = await call.db.asOwner((tx) =>
    breakIt(tx, call.caller.accountId, { id, area, reason, held }, policyNow(call), call.now()),
  );
  call.note({ glass: id, role, area }, reason);
  return { expiresAt: expiresAt.toISOString() };
});
