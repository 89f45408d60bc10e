import { evidence } from '@yangguang/contract/evidence';
import type { Output } from '@yangguang/contract/operation';
import { listEvidence } from '@yangguang/store/evidence/evidence';
import type { EvidenceRow } from '@yangguang/store/evidence/evidence-row';
import { findMatter } from '@yangguang/store/matter/lock-matter';
import { notFound } from '../../http/api-refusal.ts';
import { handle } from '../../http/call.ts';
import { colleague, namesOf } from '../matter/matter-line.ts';

export const list = handle(evidence.list, async ({ matterId }, call) => {
  call.note({ matter: matterId });
  const items = await call.db.within(call.reach, async (tx) => {
    const matter = await findMatter(tx, call.reach, matterId);
    if (matter === null) throw notFound();
    call.note({ household: matter.household_id, place: matter.region });
    const rows = await listEvidence(tx, call.reach, matterId);
    const names = await namesOf(
      tx,
      rows.map((r) => r.added_by),
    );
    return rows.map((row) => evidenceLine(row, names));
  });
  call.note({ documents: items.length });
  return { items };
});

type Line = Output<typeof evidence.list>['items'][number];

function evidenceLine(row: EvidenceRow, names: ReadonlyMap<string, string>): Line {
  return {
    id: row.id,
    kind: row.kind,
    title: row.title,
    fileName: row.file_name,
    mediaType: row.media_type,
    bytes: row.bytes === null ? null : Number(row.bytes),
    sm3: row.sm3?.toString('hex') ?? null,
    paperNo: row.paper_no,
    addedBy: colleague(row.added_by, names),
    addedAt: row.added_at.toISOString(),
  };
}
