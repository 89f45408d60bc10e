import { Failure, ImportReport } from '@yangguang/contract/import';
import type { BatchRow } from '@yangguang/store/import/import-batch';
import type { ImportFileRow } from '@yangguang/store/import/import-file';
import { colleague } from '../matter/matter-line.ts';
import { progressLine } from './progress-line.ts';

/** A batch as lists show it. */
export function batchLine(row: BatchRow, names: ReadonlyMap<string, string>) {
  return {
    id: row.id,
    region: row.region,
    campaignId: row.campaign_id,
    title: row.title,
    state: row.state,
    progress: progressLine(row),
    openedBy: colleague(row.opened_by, names),
    openedAt: row.opened_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
    version: row.version,
  };
}

/** A file of a batch. */
export function fileLine(row: ImportFileRow) {
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    bytes: Number(row.bytes),
    sm3: row.sm3.toString('hex'),
    isKept: row.storage_key !== null,
    addedAt: row.added_at.toISOString(),
  };
}

/** The result of a batch, or why there is none. */
export function reportIn(report: unknown): { report: ImportReport | null; failure: Failure | null } {
  const read = ImportReport.safeParse(report);
  return { report: read.success ? read.data : null, failure: failureIn(report) };
}

/** Why a job came to no result; null when it did, or was cancelled. */
export function failureIn(report: unknown): Failure | null {
  const read = Failure.safeParse((report as { failure?: unknown } | null)?.failure);
  return read.success ? read.data : null;
}
