import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { kindByContent, kindByName, type LeftReason } from './file-format.ts';
import { ImportRefusal, toRefusal } from './import-refusal.ts';
import type { InputFile } from './raw-sheet.ts';
import { unpackZip } from './unpack-zip.ts';

export interface ListOptions {
  /** The run's private folder: zips are unpacked into sub-folders of it. */
  readonly tempFolder: string;
}

/** A file or folder deliberately not read. */
export interface LeftAlone {
  readonly name: string;
  readonly why: { readonly zh: string; readonly en: string };
}

export interface InputList {
  /** Sorted by name. */
  readonly files: readonly InputFile[];
  readonly left: readonly LeftAlone[];
  readonly refusals: readonly ImportRefusal[];
}

const leftWords: Record<LeftReason, { zh: string; en: string }> = {
  lock: { zh: '表格软件的临时锁文件', en: 'a lock file of a spreadsheet program' },
  hidden: { zh: '隐藏文件或系统文件', en: 'a hidden or system file' },
  earlier: { zh: '以前的核查结果（含 run.json）', en: 'results of an earlier run (it holds run.json)' },
  pdf: { zh: 'PDF/OFD 版式文件，不是数据表', en: 'a PDF or OFD document, not a table' },
  image: { zh: '图片，不是数据表', en: 'an image, not a table' },
  document: { zh: '文字或演示文档，不是数据表', en: 'a text document or presentation, not a table' },
  media: { zh: '音视频，不是数据表', en: 'audio or video, not a table' },
  link: { zh: '指向文件夹的链接，不跟随', en: 'a link to a folder, which is not followed' },
  special: { zh: '特殊文件（设备、管道等）', en: 'a special file (device, pipe …)' },
};

interface Found {
  readonly files: InputFile[];
  readonly left: LeftAlone[];
  readonly refusals: ImportRefusal[];
  readonly tempFolder: string;
  zips: number;
}

/**
 * Lists the readable files of a folder, its sub-folders and zips (a zip within a zip is opened once), told apart by
 * content. What is not read is either left alone with its reason or refused with a remedy; nothing goes unmentioned.
 * Throws when the folder itself cannot be listed.
 */
export async function listInput(folder: string, options: ListOptions): Promise<InputList> {
  const found: Found = { files: [], left: [], refusals: [], tempFolder: options.tempFolder, zips: 0 };
  await walk(folder, '', 0, found);
  const byName = (a: { name: string }, b: { name: string }): number =>
    a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
  return {
    files: found.files.sort(byName),
    left: found.left.sort(byName),
    refusals: found.refusals.sort((a, b) => byName({ name: a.file }, { name: b.file })),
  };
}

async function walk(folder: string, prefix: string, zipDepth: number, found: Found): Promise<void> {
  const names = (await readdir(folder)).sort();
  if (names.includes('run.json')) {
    leave(found, prefix === '' ? '.' : prefix.slice(0, -1), 'earlier');
    return;
  }
  for (const base of names) {
    const name = prefix + base;
    const path = join(folder, base);
    try {
      await visit(path, name, zipDepth, found);
    } catch (error) {
      found.refusals.push(toRefusal(error, 'IMP-117', name));
    }
  }
}

async function visit(path: string, name: string, zipDepth: number, found: Found): Promise<void> {
  const named = kindByName(name);
  if (named?.kind === 'left' && named.reason === 'hidden') return leave(found, name, 'hidden');
  const link = await lstat(path);
  const target = link.isSymbolicLink() ? await stat(path) : link;
  if (target.isDirectory()) {
    if (link.isSymbolicLink()) return leave(found, name, 'link');
    return walk(path, `${name}/`, zipDepth, found);
  }
  if (!target.isFile()) return leave(found, name, 'special');
  await addFile({ path, name, bytes: target.size }, zipDepth, found);
}

function leave(found: Found, name: string, reason: LeftReason): void {
  found.left.push({ name, why: leftWords[reason] });
}

async function addFile(
  file: { path: string; name: string; bytes: number },
  zipDepth: number,
  found: Found,
): Promise<void> {
  const kind = kindByName(file.name) ?? (await kindByContent(file.path, file.name));
  if (kind.kind === 'left') leave(found, file.name, kind.reason);
  else if (kind.kind === 'refused') found.refusals.push(new ImportRefusal(kind.code, file.name));
  else if (kind.kind !== 'zip') {
    found.files.push({ ...file, sha256: await sha256Of(file.path), format: kind.kind });
  } else if (zipDepth >= 2) found.refusals.push(new ImportRefusal('IMP-111', file.name));
  else await addZip(file, zipDepth, found);
}

async function addZip(file: { path: string; name: string }, zipDepth: number, found: Found): Promise<void> {
  found.zips += 1;
  const unpacked = await unpackZip(file, join(found.tempFolder, `zip-${found.zips}`));
  found.refusals.push(...unpacked.refusals);
  for (const name of unpacked.earlier) leave(found, name, 'earlier');
  for (const name of unpacked.left) leave(found, name, 'hidden');
  for (const member of unpacked.files) {
    try {
      await addFile(member, zipDepth + 1, found);
    } catch (error) {
      found.refusals.push(toRefusal(error, 'IMP-117', member.name));
    }
  }
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(piece as Buffer);
  return hash.digest('hex');
}
