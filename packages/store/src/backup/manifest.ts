import { createHmac, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { notABackup, wrongPassphrase } from './backup-refusals.ts';
import { backupKeys, type BackupKeys } from './sealed-stream.ts';

/** What a backup says of itself. Digests are SM3, hex. */
export interface Manifest {
  readonly format: 1;
  readonly product: 'yangguang';
  /** Instant of the snapshot, ISO. */
  readonly madeAt: string;
  readonly schemaVersion: number;
  /** Checksums of the migrations up to that version. */
  readonly migrations: readonly { readonly name: string; readonly checksum: string }[];
  /** Versions of the vault's keys that the values are sealed with. The keys are not here. */
  readonly keyVersions: readonly { readonly version: number; readonly fingerprint: string }[];
  readonly tables: readonly TableEntry[];
  readonly sequences: readonly { readonly name: string; readonly lastValue: string }[];
  /** Head of the chain of acts. */
  readonly chain: { readonly seq: string; readonly hash: string };
  /** The list of evidence files, itself a file; its entries hold the digest of each. */
  readonly files: { readonly count: number; readonly digest: string };
  /** Files that the database names and the disk did not hold. */
  readonly missingFiles: readonly string[];
  /** Salt of the passphrase, base64; null when the backup is not encrypted. */
  readonly salt: string | null;
}

export interface TableEntry {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: number;
  /** Of the rows in order of the primary key. */
  readonly contentDigest: string;
  /** Of the file as it lies here, compressed and perhaps encrypted. */
  readonly storedDigest: string;
}

/** An entry of the list of files. */
export interface FileEntry {
  readonly key: string;
  readonly bytes: number;
  readonly digest: string;
}

export const tableFile = (name: string): string => join('tables', `${name}.copy.gz`);
export const fileList = 'files.jsonl';

/** Writes the manifest and, with a passphrase, the code over it: last of all, so that half a backup has none. */
export function writeManifest(folder: string, manifest: Manifest, keys: BackupKeys | null): void {
  const text = `${JSON.stringify(manifest, null, 1)}\n`;
  writeFileSync(join(folder, 'manifest.json'), text, { mode: 0o600, flush: true });
  if (keys !== null)
    writeFileSync(join(folder, 'manifest.mac'), macOf(text, keys), { mode: 0o600, flush: true });
}

/**
 * Reads the manifest of a backup, and its keys when it was made with a passphrase.
 * @throws UserError BAK-102 no backup, BAK-103 passphrase wrong or missing
 */
export function readManifest(
  folder: string,
  passphrase: string | null,
): { readonly manifest: Manifest; readonly keys: BackupKeys | null } {
  const file = join(folder, 'manifest.json');
  if (!existsSync(file))
    throw notABackup(folder, { zh: '没有清单 manifest.json', en: 'there is no manifest.json' });
  const text = readFileSync(file, 'utf8');
  const manifest = parse(folder, text);
  if (manifest.salt === null) return { manifest, keys: null };
  if (passphrase === null) throw wrongPassphrase();
  const keys = backupKeys(passphrase, Buffer.from(manifest.salt, 'base64'));
  const code = join(folder, 'manifest.mac');
  const said = existsSync(code) ? readFileSync(code) : Buffer.alloc(0);
  const right = macOf(text, keys);
  if (said.length !== right.length || !timingSafeEqual(said, right)) throw wrongPassphrase();
  return { manifest, keys };
}

/** True when the backup opens with a passphrase only. @throws UserError BAK-102 no backup */
export function needsPassphrase(folder: string): boolean {
  const file = join(folder, 'manifest.json');
  if (!existsSync(file))
    throw notABackup(folder, { zh: '没有清单 manifest.json', en: 'there is no manifest.json' });
  return parse(folder, readFileSync(file, 'utf8')).salt !== null;
}

function parse(folder: string, text: string): Manifest {
  try {
    const manifest = JSON.parse(text) as Manifest;
    // Names become parts of statements and paths further on: nothing but plain words may pass.
    const names = [
      ...manifest.tables.flatMap((table) => [table.name, ...table.columns]),
      ...manifest.sequences.map((sequence) => sequence.name),
    ];
    if (manifest.format !== 1 || names.some((name) => !/^[a-z_][a-z0-9_]*$/.test(name)))
      throw new Error('unknown form');
    return manifest;
  } catch (error) {
    throw notABackup(folder, { zh: '清单无法读取', en: 'its manifest cannot be read' }, error);
  }
}

function macOf(text: string, keys: BackupKeys): Buffer {
  return createHmac('sm3', keys.authentication).update(text).digest();
}
