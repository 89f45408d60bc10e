import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { UserError } from '@yangguang/domain/errors/user-error';
import type { Progress } from '@yangguang/engine/run/run-options';
import type { World } from '../world.ts';
import { type JobResult, type JobSpec, type JobWord, jobVariable } from './job-spec.ts';

/** Time to clean up before a process that was told to stop is killed. */
const graceMs = 5000;

/** A job without what the process that starts it decides. Null for `workFolder` and `out`: temporary ones. */
export interface JobWanted extends Omit<JobSpec, 'workFolder' | 'keepsSources' | 'out' | 'result'> {
  readonly workFolder: string | null;
  readonly out: string | null;
}

/**
 * Does a job in a process of its own, with a private folder that is gone afterwards. An abort stops it.
 * @throws UserError what the job refused, LNK-231 when it was killed; JobFault when it failed by our fault
 */
export async function startJob(wanted: JobWanted, world: World, progress: Progress): Promise<JobResult> {
  const home = mkdtempSync(join(tmpdir(), 'yangguang-link-'));
  try {
    const job: JobSpec = {
      ...wanted,
      workFolder: wanted.workFolder ?? join(home, 'work'),
      keepsSources: wanted.workFolder !== null,
      out: wanted.out ?? join(home, 'out.csv'),
      result: join(home, 'result.json'),
    };
    const spec = join(home, 'job.json');
    writeFileSync(spec, JSON.stringify(job), { mode: 0o600 });
    await follow(spec, home, world, progress);
    return JSON.parse(readFileSync(job.result, 'utf8')) as JobResult;
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

async function follow(spec: string, home: string, world: World, progress: Progress): Promise<void> {
  const program = join(dirname(world.builtInPolicy), 'apps/cli/dist/yangguang.js');
  const child = spawn(process.execPath, [program, 'link', '-', '-'], {
    env: { ...world.environment, [jobVariable]: spec, TMPDIR: home },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const ended = once(child, 'close') as Promise<[code: number | null, signal: NodeJS.Signals | null]>;
  const stop = (): void => {
    child.kill('SIGINT');
    setTimeout(() => child.kill('SIGKILL'), graceMs).unref();
  };
  world.signal.addEventListener('abort', stop, { once: true });
  if (world.signal.aborted) stop();
  let complaint = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-8000);
  });
  try {
    const last = child.stdout === null ? null : await lastWord(child.stdout, progress);
    const [code] = await ended;
    world.signal.throwIfAborted();
    judge(last, code, complaint);
  } finally {
    world.signal.removeEventListener('abort', stop);
  }
}

/** @throws UserError, JobFault unless the job was done */
function judge(last: JobWord | null, code: number | null, complaint: string): void {
  if (last?.kind === 'refused') throw new UserError(last.code, last);
  if (last?.kind === 'done' && code === 0) return;
  throw code === null || code > 128 ? killed() : new JobFault(complaint);
}

/** The other process failed by a fault of ours; it has said so in lines that hold no personal data. */
export class JobFault extends Error {
  readonly complaint: string;

  constructor(complaint: string) {
    super('the linkage failed');
    this.name = 'JobFault';
    this.complaint = complaint;
  }
}

async function lastWord(output: NodeJS.ReadableStream, progress: Progress): Promise<JobWord | null> {
  let last: JobWord | null = null;
  for await (const line of createInterface({ input: output })) {
    if (!line.startsWith('{')) continue;
    const word = JSON.parse(line) as JobWord;
    if (word.kind === 'progress') progress.stage(word.zh, word.en, word.fraction);
    else last = word;
  }
  return last;
}

function killed(): UserError {
  return new UserError('LNK-231', {
    what: {
      zh: '比对在运行中被系统强行终止，没有写出结果。',
      en: 'The linkage was killed while it ran; no result was written.',
    },
    why: {
      zh: '多半是机器内存不足，也可能是有人结束了它的进程。',
      en: 'Mostly the machine ran out of memory; somebody may also have ended the process.',
    },
    remedy: {
      zh: '请关闭其他程序，或用较小的 --memory 再运行；加上 --work 目录可以接着已读完的文件继续。',
      en: 'Close other programs or run again with a smaller --memory; with --work DIR it goes on from the files already read.',
    },
  });
}
