import { session } from '@yangguang/contract/session';
import { allows, permissions } from '@yangguang/domain/people/permission';
import { after } from '@yangguang/store/account/account-policy';
import { listGlasses } from '@yangguang/store/account/glass';
import { handle } from '../../http/call.ts';
import { appointmentsFor } from '../../http/reach-of.ts';
import { ownSession } from '../../sign-on/own-session.ts';
import { policyNow } from '../../sign-on/resolve-session.ts';
import { whatIsDue } from '../../sign-on/what-is-due.ts';

export const whoAmI = handle(session.whoAmI, async (_input, call) => {
  const { caller, db } = call;
  const policy = policyNow(call);
  const watched = appointmentsFor(caller.appointments, 'glass.watch').map(({ area }) => area);
  const { own, glasses } = await db.asOwner(async (tx) => ({
    own: await ownSession(tx, call),
    glasses: await listGlasses(tx, watched, { onlyUnseen: true }, { after: null, limit: 100 }),
  }));
  const { passwordSetAt, hasPassword } = own;
  return {
    accountId: caller.accountId,
    sessionId: caller.sessionId,
    userName: own.userName,
    fullName: own.fullName,
    appointments: caller.appointments.map(({ role, area, programmes, readsOnly = false }) => ({
      role,
      area,
      programmes: programmes === null ? null : programmes.filter((one) => one !== 'none'),
      readsOnly,
    })),
    permissions: permissions.filter(
      (one) => one === 'session.own' || caller.appointments.some((held) => allows(held, one)),
    ),
    next: whatIsDue(own, policy, call.now()).next,
    hasTotp: own.hasTotp,
    hasPassword,
    passwordRunsOutAt:
      hasPassword && passwordSetAt !== null
        ? after(passwordSetAt, { days: policy.maxAgeDays }).toISOString()
        : null,
    unseenGlasses: glasses.filter(({ accountId }) => accountId !== caller.accountId).length,
  };
});
