import type { EvidenceKind } from '@yangguang/domain/workflows/evidence';
import type { Role } from '@yangguang/domain/people/role';
import { journalRoom } from '@yangguang/server/office/journal-room';
import type { TestOffice } from '@yangguang/server/test-office';
import { addEvidence } from '@yangguang/store/evidence/evidence';

/** Registers a paper kept in the office, by its number. @returns its id */
export async function addPaper(
  t: TestOffice,
  by: { readonly id: string; readonly role: Role; readonly area: string },
  matterId: string,
  paper: { readonly kind: EvidenceKind; readonly paperNo: string },
): Promise<string> {
  const stepId = t.office.newId();
  const reach = { scopes: [{ area: by.area, programmes: null }], sealed: true, restricted: true };
  const hands = [{ accountId: by.id, role: by.role, area: by.area }];
  const added = { id: stepId, title: paper.kind, file: null, ...paper };
  await t.office.db.within(reach, (tx) =>
    addEvidence(
      tx,
      journalRoom(t.office),
      reach,
      { stepId, matterId, expectedVersion: null, reason: null, hands },
      added,
    ),
  );
  return stepId;
}
