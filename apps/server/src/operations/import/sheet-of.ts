import { text as textOf } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import type { ImportReport } from '@yangguang/contract/import';
import { type CellKind, cellKinds } from '@yangguang/engine/import/mask-cell';
import { type ImportFileRow, listImportFiles } from '@yangguang/store/import/import-file';
import type { BatchRow } from '@yangguang/store/import/import-batch';
import type { Transaction } from '@yangguang/store/database';
import { z } from 'zod';
import { notFound } from '../../http/api-refusal.ts';
import type { Call } from '../../http/call.ts';
import { reportIn } from './batch-line.ts';

const Previews = z.object({
  sheets: z.array(
    z.object({
      file: z.string(),
      sha256: z.string(),
      sheet: z.string(),
      titles: z.array(z.string()),
      headerRow: z.number().nullable(),
      columns: z.array(
        z.object({ heading: z.string(), kind: z.enum(cellKinds), confidence: z.number().nullable() }),
      ),
      rows: z.array(z.object({ row: z.number(), cells: z.array(z.string().nullable()) })),
      offers: z.array(z.object({ table: z.string(), columns: z.array(z.string().nullable()) })),
    }),
  ),
});
export type Preview = z.output<typeof Previews>['sheets'][number];
export type ReportSheet = ImportReport['sheets'][number];

/** A batch that was read, with what the desk shows of its sheets. */
export interface ReadBatch {
  readonly batch: BatchRow;
  readonly sheets: readonly ReportSheet[];
  readonly files: readonly ImportFileRow[];
}

/** @throws ApiRefusal API-104 when it was not read, or was revoked */
export async function readBatchOf(tx: Transaction, batch: BatchRow): Promise<ReadBatch> {
  const { report } = reportIn(batch.report);
  if (report === null || batch.state === 'revoked') throw notFound();
  return { batch, sheets: report.sheets, files: await listImportFiles(tx, batch.id) };
}

/** First rows of the sheets; empty for a batch that was read before previews were kept. */
export async function previewsOf(call: Pick<Call, 'files'>, { files }: ReadBatch): Promise<Preview[]> {
  const key = files.find((file) => file.kind === 'preview')?.storage_key ?? null;
  if (key === null) return [];
  return Previews.parse(JSON.parse(await textOf(Readable.from(await call.files.read(key))))).sheets;
}

/** Of one sheet of the report; null when it was not read, or is a twin of another file. */
export function previewOf(previews: readonly Preview[], sheet: ReportSheet): Preview | null {
  return previews.find((one) => one.file === sheet.file && one.sheet === sheet.sheet) ?? null;
}

/** What the columns of a sheet hold, for masking; unknown ones are masked by their shape. */
export function kindsOf(preview: Preview | null): readonly CellKind[] {
  return preview?.columns.map(({ kind }) => kind) ?? [];
}
