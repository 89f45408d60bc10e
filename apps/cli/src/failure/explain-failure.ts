import { UserError } from '@yangguang/domain/errors/user-error';
import { exitCode } from '../exit-code.ts';
import type { World } from '../world.ts';
import { UsageError } from './usage-error.ts';

export interface Failure {
  readonly exit: number;
  /** Chinese first, then English. */
  readonly lines: readonly string[];
}

/**
 * Turns whatever a command threw into words and an exit code. Errors that carry a code and both languages are the
 * user's to mend and are shown as they are; anything else is a fault of ours: a code, a reference and the places in
 * the program, but never the message, which may quote somebody's data. YANGGUANG_DEBUG=1 shows it all.
 */
export function explainFailure(error: unknown, verb: string | undefined, world: World): Failure {
  if (world.signal.aborted) return interrupted;
  const full = diskFull(error);
  if (full) return full;
  if (error instanceof UsageError)
    return { exit: exitCode.usage, lines: [...spoken(error), ...helpHint(verb)] };
  if (error instanceof UserError) {
    return { exit: exitOf(error.code), lines: [error.describe('zh'), error.describe('en')] };
  }
  if (isSpoken(error)) return { exit: exitOf(error.code), lines: spoken(error) };
  return ourFault(error, world);
}

const interrupted: Failure = {
  exit: exitCode.interrupted,
  lines: ['已中断，没有留下半成品。', 'Interrupted; nothing half-written was left.'],
};

/** An error made to be read by the user. */
interface Spoken extends Error {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  /** The file at fault and its line, where there is one. */
  readonly file?: string;
  readonly line?: number;
}

function spoken({ code, zh, en, file, line }: Spoken): string[] {
  const place = file === undefined ? code : `${code} ${file}:${line ?? 1}`;
  return [`${place} ${zh}`, `${place} ${en}`];
}

function isSpoken(error: unknown): error is Spoken {
  if (!(error instanceof Error)) return false;
  const { code, zh, en } = error as Partial<Spoken>;
  return typeof zh === 'string' && typeof en === 'string' && /^[A-Z]{2,6}-\d+$/.test(code ?? '');
}

/** By the family of the code: what was given to read cannot be used, or what was asked for cannot be done. */
function exitOf(code: string): number {
  return /^(IMP-|CLI-3|ANS-00[1235])/.test(code) ? exitCode.noUsableInput : exitCode.usage;
}

function helpHint(verb: string | undefined): string[] {
  const help = verb === undefined ? 'yangguang --help' : `yangguang ${verb} --help`;
  return [`用法见：${help}`, `For the usage: ${help}`];
}

/** A full disk reaches us from Node with its code, and from DuckDB as a sentence. */
function diskFull(error: unknown): Failure | undefined {
  if (!(error instanceof Error)) return undefined;
  const fromNode = (error as NodeJS.ErrnoException).code === 'ENOSPC';
  if (!fromNode && !/no space left on device|max_temp_directory_size/i.test(error.message)) return undefined;
  return {
    exit: exitCode.ourFault,
    lines: [
      'CLI-401 磁盘已满，没有写出结果。请腾出空间，或用 --out 换一个磁盘，再运行一次。',
      'CLI-401 The disk is full; no result was written. Make room, or choose another disk with --out, and run again.',
    ],
  };
}

function ourFault(error: unknown, world: World): Failure {
  const reference = world.reference();
  const lines = [
    `CLI-400 程序内部出错，不是您的操作问题。请把参考号 ${reference} 和下面几行告诉维护人员；其中没有个人信息。`,
    `CLI-400 A fault of the program, not of yours. Give the maintainers reference ${reference} and the lines below; they hold no personal data.`,
    ...placesIn(error),
  ];
  if (world.environment.YANGGUANG_DEBUG === '1' && error instanceof Error) lines.push(String(error.stack));
  return { exit: exitCode.ourFault, lines };
}

/** Kind of error and the places in the program; a stack frame holds names of functions and files, never data. */
function placesIn(error: unknown): string[] {
  if (!(error instanceof Error)) return ['  (not an Error)'];
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at [\w$.<>[\] /:-]+/.test(line));
  // The SQL engine names the kind of fault before its message ("Binder Error: …") and leaves no places.
  const kind = /^[A-Z][\w-]*(?: [A-Z][\w-]*)? Error(?=:)/.exec(error.message)?.[0] ?? error.constructor.name;
  return [`  ${kind}`, ...frames.slice(0, 6).map((frame) => `  ${frame.trim()}`)];
}
