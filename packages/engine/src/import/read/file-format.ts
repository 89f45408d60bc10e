import { type FileHandle, open } from 'node:fs/promises';
import { extname } from 'node:path';
import { TextDecoder } from 'node:util';
import { ImportRefusal, type RefusalCode } from './import-refusal.ts';
import { oleStreamNames } from './ole-directory.ts';
import { isBinary, markedEncoding } from './text-encoding.ts';
import { ZipArchive } from './zip-archive.ts';

export type LeftReason =
  | 'lock'
  | 'hidden'
  | 'earlier'
  | 'pdf'
  | 'image'
  | 'document'
  | 'media'
  | 'link'
  | 'special';

/** What a file is by its content. `left` is no table and is left alone; `refused` should have been readable. */
export type FileKind =
  | { readonly kind: 'xlsx' | 'xls' | 'csv' | 'zip' }
  | { readonly kind: 'left'; readonly reason: LeftReason }
  | { readonly kind: 'refused'; readonly code: RefusalCode };

const leftExtensions: Record<string, LeftReason> = {
  '.pdf': 'pdf',
  '.ofd': 'pdf',
  ...Object.fromEntries(
    ['.jpg', '.jpeg', '.png', '.gif', '.bmp', '.tif', '.tiff', '.webp', '.heic'].map((e) => [
      e,
      'image' as const,
    ]),
  ),
  ...Object.fromEntries(
    ['.doc', '.docx', '.docm', '.wps', '.rtf', '.ppt', '.pptx', '.odt'].map((e) => [e, 'document' as const]),
  ),
  ...Object.fromEntries(['.mp3', '.mp4', '.avi', '.wav', '.amr', '.mov'].map((e) => [e, 'media' as const])),
};

const signatures: readonly { bytes: string; kind: FileKind }[] = [
  { bytes: '%PDF', kind: { kind: 'left', reason: 'pdf' } },
  { bytes: '\x89PNG', kind: { kind: 'left', reason: 'image' } },
  { bytes: '\xff\xd8\xff', kind: { kind: 'left', reason: 'image' } },
  { bytes: 'GIF8', kind: { kind: 'left', reason: 'image' } },
  { bytes: '{\\rtf', kind: { kind: 'left', reason: 'document' } },
  { bytes: 'Rar!', kind: { kind: 'refused', code: 'IMP-109' } },
  { bytes: '7z\xbc\xaf\x27\x1c', kind: { kind: 'refused', code: 'IMP-109' } },
  { bytes: '\x1f\x8b', kind: { kind: 'refused', code: 'IMP-109' } },
  { bytes: 'BZh', kind: { kind: 'refused', code: 'IMP-109' } },
  { bytes: '\xfd7zXZ', kind: { kind: 'refused', code: 'IMP-109' } },
  { bytes: 'MIME-Version:', kind: { kind: 'refused', code: 'IMP-118' } },
];

/** Sorts out by name the files that hold no table whatever their content. */
export function kindByName(name: string): FileKind | null {
  const base = name.split('/').at(-1) ?? '';
  if (base.startsWith('~$') || base.startsWith('.~lock')) return { kind: 'left', reason: 'lock' };
  if (base.startsWith('.') || /^(thumbs\.db|desktop\.ini)$/i.test(base))
    return { kind: 'left', reason: 'hidden' };
  const reason = leftExtensions[extname(base).toLowerCase()];
  return reason ? { kind: 'left', reason } : null;
}

/** What the file at `path` is, by its bytes; its extension only says which damage to report. */
export async function kindByContent(path: string, name: string): Promise<FileKind> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(65_536), 0, 65_536, 0);
    const start = buffer.subarray(0, bytesRead);
    if (start.length === 0) return { kind: 'refused', code: 'IMP-101' };
    const latin = start.toString('latin1', 0, 64);
    for (const { bytes, kind } of signatures) if (latin.startsWith(bytes)) return kind;
    if (latin.startsWith('\xd0\xcf\x11\xe0')) return await kindOfCompound(handle);
    if (latin.startsWith('PK\x03\x04') || latin.startsWith('PK\x05\x06')) return await kindOfZip(path, name);
    if (isBinary(start)) return { kind: 'refused', code: 'IMP-108' };
    return kindOfText(start);
  } finally {
    await handle.close();
  }
}

async function kindOfCompound(handle: FileHandle): Promise<FileKind> {
  const names = await oleStreamNames(handle);
  if (names.includes('EncryptedPackage')) return { kind: 'xlsx' };
  if (names.includes('Workbook') || names.includes('Book')) return { kind: 'xls' };
  if (names.includes('WordDocument') || names.includes('PowerPoint Document')) {
    return { kind: 'left', reason: 'document' };
  }
  // A damaged directory: let the reader refuse it with the words for a damaged workbook.
  return names.length === 0 ? { kind: 'refused', code: 'IMP-105' } : { kind: 'refused', code: 'IMP-108' };
}

async function kindOfZip(path: string, name: string): Promise<FileKind> {
  const damage = /\.(zip)$/i.test(name) ? 'IMP-112' : 'IMP-105';
  try {
    const zip = await ZipArchive.open(path, name, damage);
    zip.close();
    return kindOfMembers(zip.members.map((member) => member.name.replace(/^\/+/, '').toLowerCase()));
  } catch (error) {
    if (error instanceof ImportRefusal) return { kind: 'refused', code: error.code };
    throw error;
  }
}

function kindOfMembers(names: readonly string[]): FileKind {
  const has = (start: string): boolean => names.some((name) => name.startsWith(start));
  if (has('xl/workbook.bin')) return { kind: 'xls' };
  if (has('content.xml') && has('mimetype')) return { kind: 'xls' };
  if (!has('[content_types].xml') && !has('xl/workbook.xml')) return { kind: 'zip' };
  if (has('word/') || has('ppt/')) return { kind: 'left', reason: 'document' };
  return { kind: 'xlsx' };
}

function kindOfText(start: Buffer): FileKind {
  const text = new TextDecoder(markedEncoding(start) ?? 'utf-8').decode(start).trimStart();
  if (
    !/^<(\?xml|!doctype|!--|html|head|meta|style|body|table|div|workbook)\b/i.test(text) &&
    !/^<!--/.test(text)
  ) {
    return { kind: 'csv' };
  }
  const isTable = /<(html|table|body|head|meta)\b|urn:schemas-microsoft-com:office:spreadsheet/i.test(text);
  return isTable ? { kind: 'xls' } : { kind: 'refused', code: 'IMP-108' };
}
