import { household } from '@yangguang/contract/household';
import type { Output } from '@yangguang/contract/operation';
import { covers, type Programme } from '@yangguang/domain/people/scope';
import type { Transaction } from '@yangguang/store/database';
import { findHousehold, type HouseholdRow } from '@yangguang/store/household/find-household';
import { householdRefusal } from '@yangguang/store/household/household-refusals';
import {
  declareKin as declare,
  kinOf,
  type KinRow,
  withdrawKin as withdraw,
} from '@yangguang/store/household/kinship';
import { refuseNumbers } from '@yangguang/store/journal/split-facts';
import { notFound } from '../../http/api-refusal.ts';
import { type Call, type HeldAppointment, handle } from '../../http/call.ts';
import { appointmentsFor } from '../../http/reach-of.ts';
import { colleague, namesOf } from '../matter/matter-line.ts';

type Line = Output<typeof household.kin>['items'][number];

export const kin = handle(household.kin, async ({ householdId }, call) => {
  const { place, items } = await call.db.within(call.reach, async (tx) => {
    const { region } = await householdInReach(tx, call, householdId);
    return { place: region, items: await kinLines(tx, await kinOf(tx, call.reach, householdId)) };
  });
  call.note({ household: householdId, place });
  return { items };
});

export const declareKin = handle(household.declareKin, async ({ householdId, accountId, relation }, call) => {
  const who = accountId ?? call.caller.accountId;
  call.note({ household: householdId, kin: who });
  return call.db.within(call.reach, async (tx) => {
    const row = await householdInReach(tx, call, householdId);
    call.note({ place: row.region });
    if (who !== call.caller.accountId && deskOver(call, row).length === 0) throw householdRefusal('HH-101');
    const declared = {
      account_id: who,
      household_id: householdId,
      relation,
      declared_by: call.caller.accountId,
    };
    const [line] = await kinLines(tx, [await declare(tx, call.vault, declared, call.now())]);
    if (line === undefined) throw notFound();
    return line;
  });
});

export const withdrawKin = handle(household.withdrawKin, async ({ householdId, accountId, reason }, call) => {
  refuseNumbers(reason);
  call.note({ household: householdId, kin: accountId, withdrawn: true }, reason);
  await call.db.within(call.reach, async (tx) => {
    const row = await householdInReach(tx, call, householdId);
    call.note({ place: row.region });
    const judges = deskOver(call, row).filter(
      ({ role }) => role === 'countyLead' || role === 'countyReviewer',
    );
    if (judges.length === 0 || accountId === call.caller.accountId) throw householdRefusal('HH-103');
    await withdraw(tx, call.vault, accountId, householdId, call.now());
  });
  return { ok: true as const };
});

async function householdInReach(tx: Transaction, { reach }: Call, id: string): Promise<HouseholdRow> {
  const row = await findHousehold(tx, reach, id);
  if (row === null) throw notFound();
  return row;
}

/** The caller's appointments at a desk that looks after the household. */
function deskOver({ caller }: Call, { region, programme }: HouseholdRow): HeldAppointment[] {
  return appointmentsFor(caller.appointments, 'lead.triage').filter((held) =>
    covers(held, region, programme as Programme),
  );
}

async function kinLines(tx: Transaction, rows: readonly KinRow[]): Promise<Line[]> {
  const names = await namesOf(
    tx,
    rows.map((row) => row.account_id),
  );
  return rows.map((row) => ({
    colleague: colleague(row.account_id, names) ?? { id: row.account_id, name: '' },
    relation: row.relation,
    declaredAt: row.declared_at.toISOString(),
  }));
}
