import { existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { UserError } from '@yangguang/domain/errors/user-error';
import { maskId } from '@yangguang/domain/words/id-number';
import type { FlagValues } from '../args/command.ts';
import type { Lang } from '../world.ts';
import type { linkFlags } from './link-flags.ts';

/** What was asked for, with absolute paths. */
export interface LinkRequest {
  readonly left: string;
  readonly right: string | null;
  readonly plan: string | null;
  readonly suggest: string | null;
  readonly out: string | null;
  readonly report: string | null;
  readonly explain: readonly [left: string, right: string] | null;
  readonly judgements: string | null;
  readonly work: string | null;
  readonly memory: string;
  readonly lang: Lang;
}

/**
 * Checks what was typed before any work begins.
 * @param files the one or two tables
 * @param more the word that may follow `--explain ID_LEFT`
 * @throws UserError LNK-211 to LNK-215
 */
export function linkRequest(
  files: readonly [left: string, right: string | null],
  more: string | undefined,
  flags: FlagValues<typeof linkFlags>,
): LinkRequest {
  const path = (typed: string | undefined): string | null => (typed === undefined ? null : resolve(typed));
  const request: LinkRequest = {
    left: resolve(files[0]),
    right: files[1] === null ? null : resolve(files[1]),
    ...{
      plan: path(flags.plan),
      suggest: path(flags.suggest),
      out: path(flags.out),
      report: path(flags.report),
    },
    explain: explained(flags.explain, more),
    ...{ judgements: path(flags.judgements), work: path(flags.work) },
    memory: flags.memory ?? '800MB',
    lang: flags.lang === 'en' ? 'en' : 'zh',
  };
  checkOutputs(request);
  return request;
}

function explained(typed: readonly string[], more: string | undefined): readonly [string, string] | null {
  const [left, right, surplus] = [...typed, ...(more === undefined ? [] : [more])];
  if (left !== undefined && right !== undefined && surplus === undefined && typed.length > 0)
    return [left, right];
  if (left === undefined) return null;
  const shown = (surplus ?? left).replace(/\d{17}[\dXx]/gu, (id) => maskId(id));
  throw new UserError('LNK-214', {
    what: { zh: `看不懂“${shown}”。`, en: `"${shown}" was not expected.` },
    why: {
      zh: '--explain 后面要有两个编号；除此以外只能给出要比对的文件。',
      en: '--explain is followed by two ids; besides them only the files to link are given.',
    },
    remedy: {
      zh: '请写成 --explain 左边编号 右边编号，放在文件名之后。',
      en: 'Write --explain ID_LEFT ID_RIGHT after the files.',
    },
  });
}

function checkOutputs(request: LinkRequest): void {
  const { suggest, out, report, explain } = request;
  if (suggest !== null && existsSync(suggest)) throw alreadyThere(suggest);
  if ([suggest, out, report, explain].every((asked) => asked === null)) throw nothingAsked();
  const inputs = [request.left, request.right, request.plan, request.judgements];
  for (const file of [suggest, out, report]) {
    if (file === null) continue;
    if (!isFolder(dirname(file)) || isFolder(file)) throw noFolder(file);
    if (inputs.includes(file)) throw wouldOverwrite(file);
  }
}

const isFolder = (file: string): boolean => statSync(file, { throwIfNoEntry: false })?.isDirectory() === true;

function alreadyThere(file: string): UserError {
  return new UserError('LNK-211', {
    what: { zh: `“${file}”已经存在，没有覆盖。`, en: `"${file}" is there already and was left as it is.` },
    why: { zh: '里面可能有您改过的方案。', en: 'It may hold a plan that you have changed.' },
    remedy: { zh: '请换一个文件名，或先把它移走。', en: 'Choose another name, or move it away first.' },
  });
}

function nothingAsked(): UserError {
  return new UserError('LNK-212', {
    what: { zh: '没有说结果写到哪里。', en: 'Nothing says where the result should go.' },
    why: {
      zh: '比对要用 --out 写出结果；只要方案用 --suggest，只看一对用 --explain，只要报告用 --report。',
      en: 'Linking writes its result to --out; --suggest writes a plan only, --explain shows one pair, --report makes a report.',
    },
    remedy: { zh: '请加上 --out 文件名.csv。', en: 'Add --out FILE.csv.' },
  });
}

function noFolder(file: string): UserError {
  return new UserError('LNK-213', {
    what: { zh: `不能写到“${file}”。`, en: `"${file}" cannot be written.` },
    why: {
      zh: '它所在的文件夹不存在，或者它本身是一个文件夹。',
      en: 'Its folder does not exist, or it is a folder itself.',
    },
    remedy: { zh: '请先建好文件夹，或换一个路径。', en: 'Make the folder first, or choose another path.' },
  });
}

function wouldOverwrite(file: string): UserError {
  return new UserError('LNK-215', {
    what: { zh: `结果会覆盖输入的文件“${file}”。`, en: `The result would replace "${file}", which is read.` },
    why: { zh: '输出和输入用了同一个路径。', en: 'Output and input are the same path.' },
    remedy: { zh: '请给结果换一个文件名。', en: 'Choose another name for the result.' },
  });
}
