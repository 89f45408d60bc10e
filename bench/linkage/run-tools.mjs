/** What the runs have in common: made-up sets kept between runs, and programs run to their end. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));

/**
 * The folder of a made-up set, made now unless an earlier run left it.
 * @param {string} maker a program of this folder
 * @param {Record<string, string | number>} options its options
 */
export function made(maker, options) {
  const flags = Object.entries(options);
  const name = [maker.replace('.mjs', ''), ...flags.map(([, value]) => value)].join('-');
  const kept = join(tmpdir(), 'yangguang-linkage');
  const ready = join(kept, name.replaceAll(/[^\w.-]/g, ''));
  if (existsSync(ready)) return ready;
  mkdirSync(kept, { recursive: true });
  const unfinished = `${ready}.${process.pid}`;
  const typed = flags.flatMap(([flag, value]) => [`--${flag}`, String(value)]);
  const { status, stderr } = spawnSync(process.execPath, [here(maker), unfinished, ...typed], {
    encoding: 'utf8',
  });
  if (status !== 0) {
    rmSync(unfinished, { recursive: true, force: true });
    throw new Error(`${maker}: ${stderr}`);
  }
  renameSync(unfinished, ready);
  return ready;
}

/** Runs a program of this folder that prints JSON. */
export function printed(program, args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [here(program), ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  if (status !== 0) throw new Error(`${program}: ${stderr}`);
  return JSON.parse(stdout);
}
