import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { quietWorld } from '../../apps/cli/src/quiet-world.ts';
import { runCli } from '../../apps/cli/src/run-cli.ts';
import type { Truth } from '@yangguang/county/truth';

/** How a command ended and what it said. */
export interface Ended {
  readonly code: number;
  readonly printed: string;
  readonly complained: string;
}

const builtInPolicy = fileURLToPath(new URL('../../policy', import.meta.url));

/** Runs one command line in this process, with a clock that stands still. */
export async function command(...argv: string[]): Promise<Ended> {
  const world = quietWorld({ builtInPolicy });
  const code = await runCli(argv, world);
  return { code, printed: world.printed.join('\n'), complained: world.complained.join('') };
}

/** A private folder for a story. */
export interface Scratch {
  readonly path: (...names: string[]) => string;
  readonly clean: () => void;
}

export function scratchFolder(): Scratch {
  const folder = mkdtempSync(join(tmpdir(), 'yangguang-story-'));
  return {
    path: (...names) => join(folder, ...names),
    clean: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Makes a county with the command a user would type, and returns its truth. */
export async function demoCounty(folder: string, seed: number, households: number): Promise<Truth> {
  const made = await command('demo', folder, '--seed', String(seed), '--households', String(households));
  if (made.code !== 0) throw new Error(made.complained);
  return JSON.parse(readFileSync(`${folder}-truth.json`, 'utf8')) as Truth;
}

/** Checks a folder; throws with what was said when there is no result. */
export async function checkInto(out: string, folder: string, ...flags: string[]): Promise<Ended> {
  const ended = await command('check', folder, '--out', out, ...flags);
  if (ended.code > 1) throw new Error(`exit ${ended.code}: ${ended.complained}${ended.printed}`);
  return ended;
}
