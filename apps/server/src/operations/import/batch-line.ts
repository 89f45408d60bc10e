import { Failure, ImportReport } from '@yangguang/contract/import';
import type { ImportActRow } from '@yangguang/store/import/import-act';
import type { BatchRow } from '@yangguang/store/import/import-batch';
import type { ImportFileRow, SameFile } from '@yangguang/store/import/import-file';
import type { ImportReadingRow } from '@yangguang/store/import/import-reading';
import { colleague } from '../matter/matter-line.ts';
import { progressLine } from './progress-line.ts';

type Names = ReadonlyMap<string, string>;

/** A batch as lists show it. */
export function batchLine(row: BatchRow, names: Names, fileCount: number) {
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
    fileCount,
    rows: rowsIn(row.report),
  };
}

/** Rows of a reading; null when it came to no report. */
export function rowsIn(report: unknown) {
  const read = reportIn(report).report;
  if (read === null) return null;
  const { rowsIn: all, rowsTaken, rowsSetAside, rowsStructure } = read;
  return { rowsIn: all, rowsTaken, rowsSetAside, rowsStructure };
}

/** Kinds of files that people may have; the others are for the desk. */
const shown = { input: 'input', setAside: 'setAside', mapping: 'mapping' } as const;

/** A file of a batch. @param same where its content was imported before */
export function fileLine(row: ImportFileRow, same: readonly SameFile[] = []) {
  if (row.kind === 'preview' || row.kind === 'rows') throw new Error(`${row.kind} is not shown as a file`);
  return {
    id: row.id,
    kind: shown[row.kind],
    name: row.name,
    bytes: Number(row.bytes),
    sm3: row.sm3.toString('hex'),
    isKept: row.storage_key !== null,
    addedAt: row.added_at.toISOString(),
    sameAs: same
      .filter((one) => one.file_id === row.id)
      .map(({ batch_id: batchId, title, name, state, added_at: at }) => ({
        ...{ batchId, title, name, state },
        addedAt: at.toISOString(),
      })),
  };
}

/** Files that are shown. */
export function fileLines(rows: readonly ImportFileRow[], same: readonly SameFile[]) {
  return rows.filter((row) => row.kind in shown).map((row) => fileLine(row, same));
}

/** One time a batch was read. */
export function readingLine(row: ImportReadingRow, names: Names) {
  return {
    no: row.no,
    state: row.state,
    acts: row.acts,
    by: colleague(row.started_by, names),
    startedAt: row.started_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
    rows: rowsIn(row.report),
    failure: failureIn(row.report),
  };
}

/** What somebody settled. @param applied acts of the reading that counts */
export function actLine(row: ImportActRow, names: Names, applied: number) {
  return {
    id: row.id,
    no: row.no,
    kind: row.kind,
    items: row.items,
    reason: row.reason,
    by: colleague(row.settled_by, names),
    at: row.settled_at.toISOString(),
    isApplied: row.no <= applied,
  };
}

/** The result of a batch, or why there is none; of files in which nothing was recognised both. */
export function reportIn(report: unknown): { report: ImportReport | null; failure: Failure | null } {
  const failure = failureIn(report);
  const own = failure === null ? report : (report as { report?: unknown }).report;
  const read = ImportReport.safeParse(own);
  return { report: read.success ? read.data : null, failure };
}

/** Why a job came to no result; null when it did, or was cancelled. */
export function failureIn(report: unknown): Failure | null {
  const read = Failure.safeParse((report as { failure?: unknown } | null)?.failure);
  return read.success ? read.data : null;
}
