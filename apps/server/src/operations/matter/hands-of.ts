import { allows, type Permission } from '@yangguang/domain/people/permission';
import type { Hand } from '@yangguang/store/journal/open-matters';
import type { Call } from '../../http/call.ts';

/** The appointments under which the call is made, as hands of the journal. */
export function handsOf(call: Pick<Call, 'by' | 'caller'>): Hand[] {
  return call.by.map(({ role, area, programmes }) => ({
    accountId: call.caller.accountId,
    role,
    area,
    programmes,
  }));
}

/** The caller's appointments that carry another permission than the one the call was let in with. */
export function handsWith(call: Pick<Call, 'caller'>, permission: Permission): Hand[] {
  const by = call.caller.appointments.filter((appointment) => allows(appointment, permission));
  return handsOf({ caller: call.caller, by });
}
