import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCli } from './run-cli.ts';
import type { World } from './world.ts';

/** Put in by the build from package.json. */
declare const YANGGUANG_VERSION: string;

const interruption = new AbortController();

const world: World = {
  print: (line) => void process.stdout.write(`${line}\n`),
  complain: (text) => void process.stderr.write(text),
  terminalColumns: () => (process.stderr.isTTY ? process.stderr.columns || 80 : undefined),
  now: () => new Date().toISOString(),
  ticks: () => performance.now(),
  reference: () => randomBytes(4).toString('hex').toUpperCase(),
  signal: interruption.signal,
  environment: process.env,
  builtInPolicy: join(findHome(), 'policy'),
  version: YANGGUANG_VERSION,
};

// The first Ctrl-C lets the run clean up; the second does not wait.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (interruption.signal.aborted) process.exit(130);
    interruption.abort(new DOMException('interrupted', 'AbortError'));
  });
}
// A reader that goes away (`yangguang … | head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 4));

process.exitCode = await runCli(process.argv.slice(2), world);
// Whatever still holds the process open after the answer is known has two seconds to let go.
setTimeout(() => process.exit(), 2000).unref();

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
