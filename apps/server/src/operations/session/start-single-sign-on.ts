import { session } from '@yangguang/contract/session';
import { accountRefusal } from '@yangguang/domain/people/account-refusal';
import { handle } from '../../http/call.ts';
import { rememberSignOn } from '../../sign-on/sign-on-cookie.ts';

export const startSingleSignOn = handle(session.startSingleSignOn, async (_input, call) => {
  if (call.singleSignOn === undefined) throw accountRefusal('ACC-112');
  const { url, underWay } = await call.singleSignOn.start();
  rememberSignOn(call, underWay);
  call.door.redirect(url);
  return { ok: true as const };
});
