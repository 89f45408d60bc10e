import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { UserError } from '@yangguang/domain/errors/user-error';
import type { Vault } from '../vault.ts';
import { type CipherSuite, type SuiteName, suites } from './cipher-suite.ts';
import { addKeyVersion, fingerprint, type KeyVersion, makeKeyFile, readKeyFile } from './key-file.ts';

/** A vault with its keys at hand: seals, opens, and moves what older keys sealed to the newest. */
export interface KeyedVault extends Vault {
  /** Every version, oldest first, without its keys. */
  readonly versions: readonly {
    readonly version: number;
    readonly suite: SuiteName;
    readonly madeAt: string;
    readonly fingerprint: string;
    /** Instant; null while its keys are in the file. */
    readonly retiredAt: string | null;
  }[];
  /** Version of the key that these bytes name. */
  versionOf(sealed: Buffer): number;
  /** True when the bytes were sealed with an older version. */
  needsRotation(sealed: Buffer): boolean;
  /** The same value under the newest version. @throws as open does */
  rewrap(sealed: Buffer, context: string): Buffer;
}

export interface VaultSettings {
  /** Holds the keys: mode 0600, never in a backup of the database. */
  readonly keyFile: string;
  /** Of a file made now. */
  readonly suite?: SuiteName;
  /** False when the database holds sealed values already: then a missing file is an accident, not a first start. */
  readonly mayMake: boolean;
  readonly now: Date;
}

/**
 * Opens the vault; makes its key file at the first start. The file is looked at again whenever it was replaced, so a
 * server that runs on seals with a new version from the moment it is there.
 * @throws UserError KEY-101 … KEY-103
 */
export function openVault(settings: VaultSettings): KeyedVault {
  if (!existsSync(settings.keyFile) && settings.mayMake)
    makeKeyFile(settings.keyFile, settings.suite ?? 'sm', settings.now);
  return watchFile(settings.keyFile);
}

/** Adds a key version and gives the vault that seals with it. */
export function rotateKeys(keyFile: string, suite: SuiteName, now: Date): KeyedVault {
  addKeyVersion(keyFile, suite, now);
  return watchFile(keyFile);
}

/** The vault of the key file as it is at each call. A file that cannot be read any more leaves the keys in memory. */
function watchFile(keyFile: string): KeyedVault {
  let stamp = stampOf(keyFile);
  let vault = makeVault(readKeyFile(keyFile));
  const now = (): KeyedVault => {
    const found = stampOf(keyFile);
    if (found === stamp || found === null) return vault;
    stamp = found;
    try {
      vault = makeVault(readKeyFile(keyFile));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
    }
    return vault;
  };
  return {
    get algorithms() {
      return now().algorithms;
    },
    get keyVersion() {
      return now().keyVersion;
    },
    get versions() {
      return now().versions;
    },
    versionOf: (sealed) => now().versionOf(sealed),
    seal: (value, context) => now().seal(value, context),
    open: (sealed, context) => now().open(sealed, context),
    needsRotation: (sealed) => now().needsRotation(sealed),
    rewrap: (sealed, context) => now().rewrap(sealed, context),
    blind: (kind, number) => now().blind(kind, number),
    digest,
  };
}

/** Tells one state of the file from another: it is only ever replaced, never written to. */
function stampOf(keyFile: string): string | null {
  const stat = statSync(keyFile, { throwIfNoEntry: false });
  return stat === undefined ? null : `${stat.ino} ${stat.mtimeMs} ${stat.size}`;
}

/** Sealed bytes begin with the format and the key version. */
const format = 1;
const headBytes = 5;

/** A vault on keys in memory, oldest version first. */
export function makeVault(versions: readonly KeyVersion[]): KeyedVault {
  const newest = versions.at(-1);
  if (newest === undefined) throw new Error('A vault needs a key.');
  const suite = suites[newest.suite];
  const open = (sealed: Buffer, context: string): unknown => {
    const { key, head } = readHead(versions, sealed);
    const plain = suites[key.suite].open(key.keys, sealed.subarray(headBytes), bind(head, context));
    return JSON.parse(plain.toString('utf8')) as unknown;
  };
  const seal = (value: unknown, context: string): Buffer => {
    const text = JSON.stringify(value) as string | undefined;
    if (text === undefined) throw new Error('There is nothing to seal.');
    const head = Buffer.alloc(headBytes);
    head.writeUInt8(format, 0);
    head.writeUInt32BE(newest.version, 1);
    return Buffer.concat([head, suite.seal(newest.keys, Buffer.from(text, 'utf8'), bind(head, context))]);
  };
  return {
    algorithms: { ...namesOf(suite), digest: 'SM3 (GB/T 32905-2016)' },
    keyVersion: newest.version,
    versions: versions.map((one) => ({
      version: one.version,
      suite: one.suite,
      madeAt: one.madeAt,
      fingerprint: fingerprint(one),
      retiredAt: one.retired?.at ?? null,
    })),
    versionOf: (sealed) => versionIn(sealed),
    seal,
    open,
    needsRotation: (sealed) => readHead(versions, sealed).key.version !== newest.version,
    rewrap: (sealed, context) => seal(open(sealed, context), context),
    blind: (kind, number) => {
      const data = Buffer.from(`${kind}\n${number}`, 'utf8');
      return versions.toReversed().map((one) => ({
        keyVersion: one.version,
        hash: suites[one.suite].keyedHash(one.keys, data),
      }));
    },
    digest,
  };
}

function namesOf({ encryption, authentication, blindIndex }: CipherSuite) {
  return { encryption, authentication, blindIndex };
}

function versionIn(sealed: Buffer): number {
  if (sealed.length < headBytes || sealed.readUInt8(0) !== format)
    throw new Error('These bytes were not sealed here.');
  return sealed.readUInt32BE(1);
}

function readHead(versions: readonly KeyVersion[], sealed: Buffer): { key: KeyVersion; head: Buffer } {
  const version = versionIn(sealed);
  const key = versions[version - 1];
  if (key === undefined || key.retired !== undefined)
    throw new Error(`The key of version ${version} is gone.`);
  return { key, head: sealed.subarray(0, headBytes) };
}

/** The head and the place of a value are authenticated with it. The head has a fixed length, so nothing is ambiguous. */
function bind(head: Buffer, context: string): Buffer {
  return Buffer.concat([head, Buffer.from(context, 'utf8')]);
}

/** SM3 of one part as it is; of several, each with its length before it, so that no border can move. */
function digest(...parts: readonly (Buffer | string)[]): Buffer {
  const hash = createHash('sm3');
  for (const part of parts) {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'utf8') : part;
    if (parts.length > 1) {
      const length = Buffer.alloc(8);
      length.writeBigUInt64BE(BigInt(bytes.length));
      hash.update(length);
    }
    hash.update(bytes);
  }
  return hash.digest();
}
