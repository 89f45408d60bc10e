import { areMentioned, type Faces } from '@yangguang/domain/identity/face';
import type { LeadRow } from '../lead/lead-row.ts';
import { openLead } from '../lead/read-leads.ts';
import type { Vault } from '../vault.ts';

/** The two mentions the identity of a lead rests on; null where its run kept none that can be judged. */
export function facesOfLead(vault: Vault, lead: Pick<LeadRow, 'id' | 'private'> | null): Faces | null {
  const faces = lead === null ? null : (openLead(vault, lead).match?.faces ?? null);
  return faces === null || !areMentioned(faces) ? null : faces;
}
