import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Bilingual, UserError } from '@yangguang/domain/errors/user-error';
import { guardLine } from '../log/guard-line.ts';
import { type CheckSpec, CheckWord } from './check-spec.ts';

/** How a check is started and followed. */
export interface CheckRun {
  /** The server's program. */
  readonly program: string;
  readonly priority: number;
  /** Private folder of the job: the spec and everything temporary go there. */
  readonly home: string;
  readonly spec: CheckSpec;
  readonly signal: AbortSignal;
  readonly onProgress: (fraction: number, stage: Bilingual) => void;
}

/** Time to clean up before a process that was told to stop is killed. */
const graceMs = 5000;

/**
 * Runs the check in a process of its own, which may give way to requests, and waits for it. An abort stops it.
 * @returns whether there is a result: false when nothing was recognised
 * @throws UserError what the check refused; the abort's reason; a fault when the process ended otherwise
 */
export async function runCheckProgram(run: CheckRun): Promise<boolean> {
  const { home, signal } = run;
  signal.throwIfAborted();
  const spec = join(home, 'spec.json');
  const temporary = join(home, 'tmp');
  await mkdir(temporary, { recursive: true, mode: 0o700 });
  await writeFile(spec, JSON.stringify(run.spec), { mode: 0o600 });
  const child = spawn(process.execPath, [run.program, 'check-for-server', spec], {
    // Nothing of the server's settings: no password, no key.
    env: { PATH: process.env['PATH'] ?? '', LANG: 'C.UTF-8', TMPDIR: temporary },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const ended = once(child, 'close') as Promise<[code: number | null]>;
  if (child.pid !== undefined) giveWay(child.pid, run.priority);
  const stop = (): void => {
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), graceMs).unref();
  };
  signal.addEventListener('abort', stop, { once: true });
  // It may have been told while the process was being started.
  if (signal.aborted) stop();
  let complaint = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(0, 8000);
  });
  try {
    const last = child.stdout === null ? null : await lastWord(child.stdout, run.onProgress);
    const [code] = await ended;
    signal.throwIfAborted();
    return outcomeOf(last, code, complaint);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** @throws UserError, CheckFault */
function outcomeOf(last: CheckWord | null, code: number | null, complaint: string): boolean {
  if (last?.kind === 'refused') throw new UserError(last.code, last);
  if (last?.kind === 'done' && code === 0) return last.isUsable;
  throw new CheckFault(code, guardLine(complaint));
}

/** The process ended without a word on how. */
export class CheckFault extends Error {
  /** What it complained of: places in the program, no data. */
  readonly complaint: string;

  constructor(code: number | null, complaint: string) {
    super(`the check ended with ${code ?? 'a signal'}`);
    this.name = 'CheckFault';
    this.complaint = complaint;
  }
}

async function lastWord(
  output: NodeJS.ReadableStream,
  onProgress: CheckRun['onProgress'],
): Promise<CheckWord | null> {
  let last: CheckWord | null = null;
  for await (const line of createInterface({ input: output })) {
    const word = readWord(line);
    if (word?.kind === 'progress') onProgress(word.fraction, { zh: word.zh, en: word.en });
    else if (word !== null) last = word;
  }
  return last;
}

function readWord(line: string): CheckWord | null {
  if (!line.startsWith('{')) return null;
  const read = CheckWord.safeParse(JSON.parse(line));
  return read.success ? read.data : null;
}

function giveWay(pid: number, priority: number): void {
  try {
    setPriority(pid, priority);
  } catch {
    // Gone already, or not allowed here: it only runs a little less politely.
  }
}
