import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../yangguang', import.meta.url));

export interface Finished {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Running {
  readonly child: ChildProcess;
  /** Resolves when the text stands in what was printed. */
  readonly printed: (text: string | RegExp) => Promise<string>;
  readonly finished: Promise<Finished>;
}

/** Starts the built product as a user would, in a process of its own. */
export function startYangguang(args: readonly string[], environment: Record<string, string> = {}): Running {
  const child = spawn(process.execPath, [program, ...args], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  const waiting: (() => void)[] = [];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
    for (const look of waiting) look();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const finished = new Promise<Finished>((resolve) =>
    child.on('close', (code) => resolve({ code, out, err })),
  );
  const printed = (text: string | RegExp): Promise<string> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const found = typeof text === 'string' ? out.includes(text) : text.test(out);
        if (found) resolve(out);
      };
      waiting.push(look);
      look();
      child.on('close', () => reject(new Error(`ended without printing ${String(text)}: ${out}${err}`)));
    });
  return { child, printed, finished };
}

/** Runs one command line to its end. */
export const runYangguang = (...args: string[]): Promise<Finished> => startYangguang(args).finished;
