import { mkdir, open } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { ImportRefusal, toRefusal } from './import-refusal.ts';
import { ZipArchive, type ZipMember } from './zip-archive.ts';

export interface UnpackedFile {
  readonly path: string;
  /** `a.zip/sub/b.csv`. */
  readonly name: string;
  readonly bytes: number;
}

export interface Unpacked {
  readonly files: readonly UnpackedFile[];
  /** Folders inside that hold run.json: earlier results, not unpacked. */
  readonly earlier: readonly string[];
  /** Hidden and system members, not unpacked. */
  readonly left: readonly string[];
  readonly refusals: readonly ImportRefusal[];
}

/**
 * Unpacks a zip into `folder` (made here), under numbered names: a member's own name is only shown, never used as
 * a path, so `../` and absolute names are harmless. A damaged or protected member is refused, the others unpacked.
 */
export async function unpackZip(zipFile: { path: string; name: string }, folder: string): Promise<Unpacked> {
  const zip = await ZipArchive.open(zipFile.path, zipFile.name, 'IMP-112');
  const files: UnpackedFile[] = [];
  const left: string[] = [];
  const refusals: ImportRefusal[] = [];
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const earlierFolders = foldersOfEarlierRuns(zip.members);
    for (const [index, member] of zip.members.entries()) {
      const inner = safeName(member.name);
      const name = `${zipFile.name}/${inner}`;
      if (member.isDirectory || earlierFolders.some((start) => inner.startsWith(start))) continue;
      if (isHidden(inner)) left.push(name);
      else {
        const path = join(folder, `${index}${safeExtension(inner)}`);
        const refusal = await unpackMember(zip, member, path, name);
        if (refusal) refusals.push(refusal);
        else files.push({ path, name, bytes: member.bytes });
      }
    }
    const earlier = earlierFolders.map((start) => `${zipFile.name}/${start}`.replace(/\/$/, ''));
    return { files, earlier, left, refusals };
  } finally {
    zip.close();
  }
}

/** A name fit to be shown: no drive, no `..`, no control characters. */
export function safeName(name: string): string {
  const parts = name
    .replace(/^[A-Za-z]:/, '')
    .split('/')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
    .map((part) => part.replace(/[\u0000-\u001f\u007f]/g, ''))
    .filter((part) => part !== '' && part !== '.' && part !== '..');
  return parts.join('/') || 'unnamed';
}

function safeExtension(name: string): string {
  const extension = extname(name).toLowerCase();
  return /^\.[a-z0-9]{1,8}$/.test(extension) ? extension : '';
}

function isHidden(name: string): boolean {
  return name.split('/').some((part) => part.startsWith('.') || part === '__MACOSX');
}

function foldersOfEarlierRuns(members: readonly ZipMember[]): string[] {
  return members
    .map((member) => safeName(member.name))
    .filter((name) => name === 'run.json' || name.endsWith('/run.json'))
    .map((name) => name.slice(0, -'run.json'.length));
}

async function unpackMember(
  zip: ZipArchive,
  member: ZipMember,
  path: string,
  name: string,
): Promise<ImportRefusal | null> {
  if (member.isEncrypted) return new ImportRefusal('IMP-110', name);
  const { compressionMethod } = member.entry;
  if (compressionMethod !== 0 && compressionMethod !== 8) return new ImportRefusal('IMP-119', name);
  const output = await open(path, 'w', 0o600);
  try {
    for await (const piece of zip.read(member)) await output.writeFile(piece);
    return null;
  } catch (error) {
    const refusal = toRefusal(error, 'IMP-112', name);
    return new ImportRefusal(refusal.code, name, { detail: refusal.detail });
  } finally {
    await output.close();
  }
}
