import type { account as accountContract } from '@yangguang/contract/account';
import type { appointment as appointmentContract } from '@yangguang/contract/appointment';
import type { glass as glassContract } from '@yangguang/contract/glass';
import type { session as sessionContract } from '@yangguang/contract/session';
import type { unit as unitContract } from '@yangguang/contract/unit';
import type { Handlers } from '../http/call.ts';
import { colleagues } from './account/colleagues.ts';
import { create as createAccount } from './account/create.ts';
import { disable } from './account/disable.ts';
import { enable } from './account/enable.ts';
import { endSessions } from './account/end-sessions.ts';
import { get as getAccount } from './account/get.ts';
import { linkSingleSignOn } from './account/link-single-sign-on.ts';
import { listSessions } from './account/list-sessions.ts';
import { list as listAccounts } from './account/list.ts';
import { resetPassword } from './account/reset-password.ts';
import { resetTotp } from './account/reset-totp.ts';
import { unlock } from './account/unlock.ts';
import { grant } from './appointment/grant.ts';
import { list as listAppointments } from './appointment/list.ts';
import { revoke } from './appointment/revoke.ts';
import { breakGlass } from './glass/break.ts';
import { list as listGlasses } from './glass/list.ts';
import { note } from './glass/note.ts';
import { changePassword } from './session/change-password.ts';
import { confirmTotp } from './session/confirm-totp.ts';
import { endOwn } from './session/end-own.ts';
import { enrolTotp } from './session/enrol-totp.ts';
import { finishSingleSignOn } from './session/finish-single-sign-on.ts';
import { giveSecondFactor } from './session/give-second-factor.ts';
import { listOwn } from './session/list-own.ts';
import { setUp } from './session/set-up.ts';
import { signIn } from './session/sign-in.ts';
import { signOut } from './session/sign-out.ts';
import { startSingleSignOn } from './session/start-single-sign-on.ts';
import { whoAmI } from './session/who-am-i.ts';
import { create as createUnit } from './unit/create.ts';
import { list as listUnits } from './unit/list.ts';

/** Who works here: sessions, accounts, units, appointments. */
export const accountHandlers = {
  session: {
    signIn,
    giveSecondFactor,
    signOut,
    startSingleSignOn,
    finishSingleSignOn,
    whoAmI,
    listOwn,
    endOwn,
    changePassword,
    enrolTotp,
    confirmTotp,
    setUp,
  } satisfies Handlers<typeof sessionContract>,
  account: {
    list: listAccounts,
    get: getAccount,
    colleagues,
    create: createAccount,
    disable,
    enable,
    unlock,
    resetPassword,
    resetTotp,
    linkSingleSignOn,
    listSessions,
    endSessions,
  } satisfies Handlers<typeof accountContract>,
  appointment: { list: listAppointments, grant, revoke } satisfies Handlers<typeof appointmentContract>,
  unit: { list: listUnits, create: createUnit } satisfies Handlers<typeof unitContract>,
  glass: { break: breakGlass, list: listGlasses, note } satisfies Handlers<typeof glassContract>,
};
