import type { Faces } from '@yangguang/domain/identity/face';
import type { Transaction } from '@yangguang/store/database';
import { facesOfLead } from '@yangguang/store/identity/faces-of-lead';
import type { LeadRow } from '@yangguang/store/lead/lead-row';
import { findLead } from '@yangguang/store/lead/read-leads';
import { findMatter } from '@yangguang/store/matter/lock-matter';
import type { MatterRow } from '@yangguang/store/matter/matter-row';
import { notFound } from '../../http/api-refusal.ts';
import type { Call } from '../../http/call.ts';

/** A lead in reach with the two mentions its identity rests on, where its run kept them. */
export interface LeadFaces {
  readonly matter: MatterRow;
  readonly lead: LeadRow | null;
  readonly faces: Faces | null;
}

/** @throws ApiRefusal API-104 when the matter is no lead in reach */
export async function leadFaces(tx: Transaction, call: Call, matterId: string): Promise<LeadFaces> {
  const matter = await findMatter(tx, call.reach, matterId);
  if (matter?.workflow !== 'lead') throw notFound();
  const lead = await findLead(tx, call.reach, matterId);
  return { matter, lead, faces: facesOfLead(call.vault, lead) };
}
