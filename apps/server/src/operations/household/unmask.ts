import { household } from '@yangguang/contract/household';
import { findHousehold, openHousehold } from '@yangguang/store/household/find-household';
import { householdRefusal } from '@yangguang/store/household/household-refusals';
import { refuseNumbers } from '@yangguang/store/journal/split-facts';
import { isKin } from '@yangguang/store/matter/is-kin';
import { notFound } from '../../http/api-refusal.ts';
import { handle } from '../../http/call.ts';

/** Everything in full, for a reason; what is shown is in the audit before it leaves. Kin see nothing in full. */
export const unmask = handle(household.unmask, async ({ id, reason }, call) => {
  refuseNumbers(reason);
  call.note({ household: id, unmasked: true }, reason);
  const row = await call.db.within(call.reach, async (tx) => {
    const found = await findHousehold(tx, call.reach, id);
    if (found === null) throw notFound();
    call.note({ place: found.region });
    if (await isKin(tx, call.caller.accountId, id)) throw householdRefusal('HH-104');
    return found;
  });
  const secret = openHousehold(call.vault, row);
  return {
    id: row.id,
    headName: row.head_name,
    address: row.address,
    members: (secret?.members ?? []).map((one) => ({
      name: one.name,
      idNumber: one.idNumber,
      relation: one.relation,
      isInsured: one.isInsured,
      health: one.health ?? null,
      disability: one.disability ?? null,
      employment: one.employment ?? null,
      birthOn: one.birthOn ?? null,
    })),
    accounts: (secret?.accounts ?? []).map(({ number, name, bank }) => ({ number, name, bank })),
    phones: [...(secret?.phones ?? [])],
  };
});
