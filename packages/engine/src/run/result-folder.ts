import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { UserError } from '@yangguang/domain/errors/user-error';

/** Where results go: written beside the final place under another name, moved there whole at the end. */
export interface ResultFolder {
  readonly final: string;
  readonly staging: string;
  /** Puts the finished results in place. */
  publish(): Promise<void>;
  /** Removes what was written so far. */
  discard(): Promise<void>;
}

/**
 * Prepares the result folder of a run; by default a sibling of the input folder named after it.
 * @throws UserError RUN-101 when it exists and `force` was not given, or is no earlier result, RUN-102 when it lies inside the input
 */
export async function prepareResultFolder(
  input: string,
  out: string | undefined,
  force: boolean,
): Promise<ResultFolder> {
  const final = out ?? join(dirname(input), `${basename(input)}-核查结果`);
  if (final === input || input.startsWith(`${final}/`)) throw insideInput(final);
  if (existsSync(final) && !(force && isOurs(final))) throw exists(final, force);
  const staging = `${final}.partial-${process.pid}`;
  await rm(staging, { recursive: true, force: true });
  await mkdir(staging, { recursive: true, mode: 0o700 });
  return {
    final,
    staging,
    async publish() {
      const old = `${final}.old-${process.pid}`;
      if (existsSync(final)) await rename(final, old);
      await rename(staging, final);
      await rm(old, { recursive: true, force: true });
    },
    async discard() {
      await rm(staging, { recursive: true, force: true });
    },
  };
}

/** Only a folder that holds an earlier result is ever replaced: --force must not delete somebody's documents. */
const isOurs = (folder: string): boolean => existsSync(join(folder, 'run.json'));

function exists(folder: string, force: boolean): UserError {
  return new UserError('RUN-101', {
    what: { zh: `结果文件夹已存在：${folder}`, en: `The result folder exists already: ${folder}` },
    why: force
      ? {
          zh: '其中没有 run.json，不像以前的核查结果，不敢覆盖。',
          en: 'It holds no run.json, so it does not look like an earlier result and is not replaced.',
        }
      : { zh: '不覆盖已有的结果。', en: 'Existing results are not overwritten.' },
    remedy: {
      zh: '换一个 --out，或者用 --force 覆盖以前的结果。',
      en: 'Give another --out, or replace an earlier result with --force.',
    },
  });
}

function insideInput(folder: string): UserError {
  return new UserError('RUN-102', {
    what: {
      zh: `结果文件夹不能包含输入文件夹：${folder}`,
      en: `The result folder must not hold the input folder: ${folder}`,
    },
    why: { zh: '否则替换结果时会删掉原始数据。', en: 'Replacing results would delete the source data.' },
    remedy: { zh: '请把 --out 指到别处。', en: 'Point --out somewhere else.' },
  });
}
