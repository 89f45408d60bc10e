import { identity } from '@yangguang/contract/identity';
import type { Output } from '@yangguang/contract/operation';
import type { Transaction } from '@yangguang/store/database';
import { findHousehold } from '@yangguang/store/household/find-household';
import { judgementsOfHousehold, judgementsOfPair } from '@yangguang/store/identity/read-judgements';
import { isKin } from '@yangguang/store/matter/is-kin';
import { ApiRefusal, notFound } from '../../http/api-refusal.ts';
import { type Call, handle } from '../../http/call.ts';
import { isAssigned } from '../matter/matter-line.ts';
import { leadFaces } from './lead-faces.ts';
import { facesLine, judgementLines } from './mask-judgement.ts';

type Answer = Output<typeof identity.list>;

export const list = handle(identity.list, ({ matterId, householdId }, call) => {
  if ((matterId === undefined) === (householdId === undefined))
    throw new ApiRefusal('API-101', { fields: ['matterId', 'householdId'] });
  return call.db.within(call.reach, (tx) =>
    matterId === undefined ? ofHousehold(tx, call, householdId ?? '') : ofLead(tx, call, matterId),
  );
});

async function ofLead(tx: Transaction, call: Call, matterId: string): Promise<Answer> {
  const { matter, faces } = await leadFaces(tx, call, matterId);
  const { household_id: household, region: place } = matter;
  call.note({ matter: matterId, household, place });
  if (faces === null) return { faces: null, items: [] };
  const seesNames = isAssigned(call, matter) && !(await isKin(tx, call.caller.accountId, household));
  const given = await judgementsOfPair(tx, call.reach, call.vault, faces);
  return { faces: facesLine(faces, seesNames), items: judgementLines(given, seesNames) };
}

async function ofHousehold(tx: Transaction, call: Call, householdId: string): Promise<Answer> {
  const household = await findHousehold(tx, call.reach, householdId);
  if (household === null) throw notFound();
  call.note({ household: householdId, place: household.region });
  const given = await judgementsOfHousehold(tx, call.reach, call.vault, householdId);
  return { faces: null, items: judgementLines(given, false) };
}
