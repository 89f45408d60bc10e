import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { runProgram } from './run-program.ts';
import type { World } from './world.ts';

/** Put in by the build from package.json. */
declare const YANGGUANG_VERSION: string;

const interruption = new AbortController();

const world: World = {
  print: (line) => void process.stdout.write(`${line}\n`),
  complain: (line) => void process.stderr.write(`${line}\n`),
  readSecret,
  now: () => new Date(),
  newId: () => randomUUID(),
  signal: interruption.signal,
  environment: process.env,
  builtInPolicy: join(findHome(), 'policy'),
  version: YANGGUANG_VERSION,
  program: fileURLToPath(import.meta.url),
};

// The first signal lets requests under way end; a later one does not wait. Ctrl-C and a supervisor's stop often come
// twice, once directly and once passed on: that is one signal.
let isImpatient = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (isImpatient) process.exit(130);
    if (interruption.signal.aborted) return;
    interruption.abort();
    setTimeout(() => (isImpatient = true), 2000).unref();
  });
}
// A process started for a job does not outlive the server that waits for it.
if (process.connected) process.once('disconnect', () => interruption.abort());
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 4));

process.exitCode = await runProgram(process.argv.slice(2), world);
// Whatever still holds the process open after the work is done has two seconds to let go.
setTimeout(() => process.exit(), 2000).unref();

/** One line of the input; on a terminal nothing that is typed is shown. */
function readSecret(prompt: string): Promise<string | null> {
  process.stderr.write(prompt);
  const dark = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: dark, terminal: process.stdin.isTTY });
  return new Promise((resolve) => {
    lines.once('line', (line) => {
      resolve(line);
      lines.close();
    });
    lines.once('close', () => {
      process.stderr.write('\n');
      resolve(null);
    });
  });
}

/** The folder that holds both this program and policy/: the checkout, or wherever the product was unpacked. */
function findHome(): string {
  const start = dirname(fileURLToPath(import.meta.url));
  let folder = start;
  while (!existsSync(join(folder, 'policy', 'tables'))) {
    if (dirname(folder) === folder) return start;
    folder = dirname(folder);
  }
  return folder;
}
