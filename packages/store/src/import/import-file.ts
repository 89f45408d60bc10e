import type { Reach, Transaction } from '../database.ts';
import { inReach } from '../matter/in-reach.ts';
import { intakeRefusal } from '../run/intake-refusals.ts';
import { sql } from '../sql.ts';

export type ImportFileKind = 'input' | 'setAside' | 'mapping' | 'preview' | 'rows';

/** A file of a batch: what was sent, rows to correct and send again, how headings were understood, or what the desk shows. */
export interface ImportFileRow {
  readonly id: string;
  readonly batch_id: string;
  readonly kind: ImportFileKind;
  readonly name: string;
  readonly bytes: bigint;
  readonly sha256: Buffer;
  readonly sm3: Buffer;
  /** null when the batch was revoked. */
  readonly storage_key: string | null;
  readonly added_at: Date;
}

const columns = sql`f.id, f.batch_id, f.kind, f.name, f.bytes, f.sha256, f.sm3, f.storage_key, f.added_at`;

/** A file that lies in the file store already. */
export interface NewImportFile {
  readonly id: string;
  readonly kind: ImportFileKind;
  readonly name: string;
  readonly bytes: number;
  readonly sha256: Buffer;
  readonly sm3: Buffer;
  readonly storageKey: string;
  readonly by: string | null;
  readonly at: Date;
}

/** Most files and bytes of a batch. */
export const batchLimits = { files: 2000, bytes: 20 * 1024 ** 3 } as const;

/**
 * Adds a file to a batch that is locked.
 * @returns the file of this name, and whether it was there already with the same content: then the new one is not used
 * @throws UserError BAT-104 another content under this name · BAT-105 too many or too much
 */
export async function addImportFile(
  tx: Transaction,
  batch: { readonly id: string; readonly region: string },
  file: NewImportFile,
): Promise<{ readonly row: ImportFileRow; readonly isOld: boolean }> {
  const there = await tx.find<ImportFileRow>(sql`select ${columns} from import_file f
    where f.batch_id = ${batch.id} and f.kind = ${file.kind} and f.name = ${file.name}`);
  if (there !== null) {
    if (!there.sha256.equals(file.sha256)) throw intakeRefusal('BAT-104');
    return { row: there, isOld: true };
  }
  const { n, bytes } = await tx.get<{ n: number; bytes: bigint }>(sql`select count(*)::integer as n,
    coalesce(sum(bytes), 0)::bigint as bytes from import_file where batch_id = ${batch.id} and kind = 'input'`);
  if (n >= batchLimits.files || bytes + BigInt(file.bytes) > BigInt(batchLimits.bytes))
    throw intakeRefusal('BAT-105', { files: batchLimits.files, gigabytes: batchLimits.bytes / 1024 ** 3 });
  const row = await tx.get<ImportFileRow>(sql`
    insert into import_file as f (id, batch_id, region, kind, name, bytes, sha256, sm3, storage_key, added_by, added_at)
    values (${file.id}, ${batch.id}, ${batch.region}, ${file.kind}, ${file.name}, ${file.bytes}, ${file.sha256},
      ${file.sm3}, ${file.storageKey}, ${file.by}, ${file.at}) returning ${columns}`);
  return { row, isOld: false };
}

/** Files of a batch, by kind and name. */
export function listImportFiles(
  tx: Transaction,
  batchId: string,
  kind?: ImportFileKind,
): Promise<ImportFileRow[]> {
  const ofKind = kind === undefined ? sql`` : sql`and f.kind = ${kind}`;
  return tx.rows<ImportFileRow>(sql`select ${columns} from import_file f where f.batch_id = ${batchId} ${ofKind}
    order by f.kind, f.name collate "C"`);
}

/** How many files were sent in each of these batches; none where it is not named. */
export async function countInputFiles(
  tx: Transaction,
  batchIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.rows<{ id: string; n: number }>(sql`select batch_id as id, count(*)::integer as n
    from import_file where kind = 'input' and batch_id = any(${[...batchIds]}::uuid[]) group by 1`);
  return new Map(rows.map(({ id, n }) => [id, n]));
}

/** One file with its batch's place, or null. Whether the batch is in reach is for the caller to ask. */
export function findImportFile(tx: Transaction, id: string): Promise<ImportFileRow | null> {
  return tx.find<ImportFileRow>(sql`select ${columns} from import_file f where f.id = ${id}`);
}

/** Takes away what an earlier reading of a batch that is locked left. @returns keys of the contents */
export async function dropResults(tx: Transaction, batchId: string): Promise<string[]> {
  const rows = await tx.rows<{ key: string | null }>(sql`
    delete from import_file where batch_id = ${batchId} and kind <> 'input' returning storage_key as key`);
  return rows.flatMap(({ key }) => key ?? []);
}

/** A file of another batch with the same content. */
export interface SameFile {
  /** Of the file that was asked about. */
  readonly file_id: string;
  readonly batch_id: string;
  readonly title: string;
  readonly state: string;
  readonly name: string;
  readonly added_at: Date;
}

/** Where the content of a batch's files was imported before and still counts: the newest batch first. */
export function findSameFiles(tx: Transaction, reach: Reach, batchId: string): Promise<SameFile[]> {
  return tx.rows<SameFile>(sql`
    select f.id as file_id, x.id as batch_id, x.title, x.state, o.name, o.added_at
    from import_file f join import_file o on o.sha256 = f.sha256 and o.kind = 'input' and o.batch_id <> f.batch_id
      and o.added_at <= f.added_at
    join import_batch x on x.id = o.batch_id
    where f.batch_id = ${batchId} and f.kind = 'input' and x.state in ('waiting', 'done') and ${inReach(reach, 'x')}
    order by f.name collate "C", o.added_at desc, x.id`);
}

/** Takes a file out of a batch that is locked and open. @returns the key of its content, or null when it is not there */
export async function removeImportFile(
  tx: Transaction,
  batchId: string,
  fileId: string,
): Promise<string | null> {
  const row = await tx.find<{ storage_key: string | null }>(sql`
    delete from import_file where id = ${fileId} and batch_id = ${batchId} and kind = 'input' returning storage_key`);
  return row?.storage_key ?? null;
}
