import { session } from '@yangguang/contract/session';
import { accountRefusal } from '@yangguang/domain/people/account-refusal';
import { findBySubject } from '@yangguang/store/account/sign-in';
import { handle } from '../../http/call.ts';
import { admit } from '../../sign-on/admit.ts';
import { takeSignOn } from '../../sign-on/sign-on-cookie.ts';

export const finishSingleSignOn = handle(session.finishSingleSignOn, async (input, call) => {
  const { singleSignOn, db, door, settings } = call;
  if (singleSignOn === undefined) throw accountRefusal('ACC-112');
  const underWay = takeSignOn(call);
  if (underWay === null) throw accountRefusal('ACC-113');
  const { subject } = await singleSignOn.finish(searchOf(input), underWay);
  const admitted = await db.asOwner(async (tx) => {
    const account = await findBySubject(tx, subject);
    return account === null ? null : admit(tx, call, account);
  });
  if (admitted === null) {
    call.note({ account: null });
    throw accountRefusal('ACC-113');
  }
  door.keepSession(admitted.token);
  door.redirect(settings.PUBLIC_URL ?? '/');
  return { next: admitted.next };
});

function searchOf(input: Readonly<Record<string, string | undefined>>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(input)) if (value !== undefined) search.set(name, value);
  return search.toString();
}
