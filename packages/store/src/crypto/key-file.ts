import { createHash, randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { type SuiteKeys, type SuiteName, suites } from './cipher-suite.ts';
import { brokenKeys, foreignKeys, missingKeys, openKeys } from './key-refusals.ts';

/** One version of the keys. Older ones stay until nothing is sealed with them. */
export interface KeyVersion {
  readonly version: number;
  readonly suite: SuiteName;
  /** Instant, ISO. */
  readonly madeAt: string;
  readonly keys: SuiteKeys;
  /** Set when its keys were taken out of the file: only that of the blind index is left, to know old requests again. */
  readonly retired?: { readonly at: string; readonly fingerprint: string };
}

/** Names a version without telling its keys: SM3 over all of them, hex. */
export function fingerprint({ version, suite, keys, retired }: KeyVersion): string {
  if (retired !== undefined) return retired.fingerprint;
  return createHash('sm3')
    .update(`yangguang keys ${version} ${suite}\n`)
    .update(keys.encryption)
    .update(keys.authentication)
    .update(keys.blindIndex)
    .digest('hex');
}

/** New random keys. */
export function makeKeyVersion(version: number, suite: SuiteName, now: Date): KeyVersion {
  const { keyBytes } = suites[suite];
  return {
    version,
    suite,
    madeAt: now.toISOString(),
    keys: {
      encryption: randomBytes(keyBytes.encryption),
      authentication: randomBytes(keyBytes.authentication),
      blindIndex: randomBytes(keyBytes.blindIndex),
    },
  };
}

/**
 * The versions of a key file, oldest first.
 * @throws UserError KEY-101 others may read it, KEY-102 it is not there, KEY-103 it is damaged
 */
export function readKeyFile(file: string): KeyVersion[] {
  const versions = readVersions(file);
  if (versions.length === 0 || versions.some((one, index) => one.version !== index + 1))
    throw brokenKeys(file, new Error('versions are not 1, 2, 3 …'));
  return versions;
}

function readVersions(file: string): KeyVersion[] {
  if (!existsSync(file)) throw missingKeys(file);
  if ((statSync(file).mode & 0o077) !== 0) throw openKeys(file);
  try {
    const { format, versions } = JSON.parse(readFileSync(file, 'utf8')) as StoredFile;
    if (format !== 1) throw new Error('unknown format');
    return versions.map(fromStored);
  } catch (error) {
    throw brokenKeys(file, error);
  }
}

/** Makes the key file with its first version. Whoever comes second reads the first one's. */
export function makeKeyFile(file: string, suite: SuiteName, now: Date): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const aside = writeAside(file, [makeKeyVersion(1, suite, now)]);
  try {
    linkSync(aside, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(aside, { force: true });
  }
  syncFolder(file);
}

/** Adds a version; whatever is sealed from now on is sealed with it. @returns its number */
export function addKeyVersion(file: string, suite: SuiteName, now: Date): number {
  const versions = readKeyFile(file);
  const next = makeKeyVersion(versions.length + 1, suite, now);
  renameSync(writeAside(file, [...versions, next]), file);
  syncFolder(file);
  return next.version;
}

/**
 * Takes the encryption keys of a version out of the file, into a file of their own beside it (mode 0600): whoever holds a
 * backup from its time needs them. Whether anything is still sealed with them, the caller has made sure.
 * @returns the file with the keys
 */
export function takeKeysOut(file: string, version: number, now: Date): string {
  const versions = readKeyFile(file);
  const going = versions[version - 1];
  if (going === undefined || going.retired !== undefined || version === versions.length)
    throw new Error(`Version ${version} cannot be taken out of the key file.`);
  const aside = `${file.replace(/\.json$/, '')}-retired-${version}.json`;
  renameSync(writeAside(aside, [going]), aside);
  const none = Buffer.alloc(0);
  const rest: KeyVersion = {
    ...going,
    keys: { encryption: none, authentication: none, blindIndex: going.keys.blindIndex },
    retired: { at: now.toISOString(), fingerprint: fingerprint(going) },
  };
  renameSync(
    writeAside(
      file,
      versions.map((one) => (one === going ? rest : one)),
    ),
    file,
  );
  syncFolder(file);
  return aside;
}

/**
 * Puts keys that were taken out back in, for a restored backup from their time.
 * @returns the version
 * @throws UserError KEY-101 … KEY-104 when `aside` is not the file that was made of them
 */
export function putKeysBack(file: string, aside: string): number {
  const versions = readKeyFile(file);
  const [back] = readVersions(aside);
  const place = versions.find((one) => one.version === back?.version);
  if (back === undefined || place?.retired === undefined || fingerprint(back) !== place.retired.fingerprint)
    throw foreignKeys(aside, back?.version ?? 0);
  renameSync(
    writeAside(
      file,
      versions.map((one) => (one === place ? back : one)),
    ),
    file,
  );
  syncFolder(file);
  return back.version;
}

interface StoredFile {
  readonly format: number;
  readonly versions: readonly StoredVersion[];
}

interface StoredVersion {
  readonly version: number;
  readonly suite: SuiteName;
  readonly madeAt: string;
  readonly encryption: string;
  readonly authentication: string;
  readonly blindIndex: string;
  readonly retired?: { readonly at: string; readonly fingerprint: string };
}

function fromStored(stored: StoredVersion): KeyVersion {
  const keys = {
    encryption: Buffer.from(stored.encryption, 'base64'),
    authentication: Buffer.from(stored.authentication, 'base64'),
    blindIndex: Buffer.from(stored.blindIndex, 'base64'),
  };
  const { version, suite, madeAt, retired } = stored;
  const { keyBytes } = suites[suite];
  for (const part of ['encryption', 'authentication', 'blindIndex'] as const) {
    const length = retired === undefined || part === 'blindIndex' ? keyBytes[part] : 0;
    if (keys[part].length !== length) throw new Error(`the ${part} key has a wrong length`);
  }
  return { version, suite, madeAt, keys, ...(retired === undefined ? {} : { retired }) };
}

function writeAside(file: string, versions: readonly KeyVersion[]): string {
  const stored: StoredFile = {
    format: 1,
    versions: versions.map(({ version, suite, madeAt, keys, retired }) => ({
      version,
      suite,
      madeAt,
      ...(retired === undefined ? {} : { retired }),
      encryption: keys.encryption.toString('base64'),
      authentication: keys.authentication.toString('base64'),
      blindIndex: keys.blindIndex.toString('base64'),
    })),
  };
  const aside = `${file}.${randomBytes(6).toString('hex')}`;
  const handle = openSync(aside, 'wx', 0o600);
  try {
    writeSync(handle, `${JSON.stringify(stored, null, 2)}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  return aside;
}

/** A key that a power cut takes away takes everything sealed with it along. */
function syncFolder(file: string): void {
  const handle = openSync(dirname(file), 'r');
  fsyncSync(handle);
  closeSync(handle);
}
