import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium } from './find-chromium.mjs';
import { findPostgres } from './find-postgres.mjs';

/** What tests need beside npm packages: the Debian package, and whether this machine has it. */
const needs = [
  ['chromium', () => findChromium() !== undefined],
  ['fonts-noto-cjk', hasChineseFont],
  ['postgresql', () => findPostgres() !== undefined],
];

/**
 * Sees to it that the tests have a Chromium, a Chinese font and a PostgreSQL of the system's own. On Debian and Ubuntu as
 * root missing ones are installed by apt-get; elsewhere the reader is told what to install, and the tests stop here.
 */
export function installForTests() {
  const missing = findMissing();
  if (missing.length === 0) return;
  if (!canUseApt()) return explain(missing);
  console.log(`apt-get install ${missing.join(' ')} …`);
  apt(['update', '-q']);
  apt(['install', '-y', '-q', '--no-install-recommends', ...missing]);
  const still = findMissing();
  if (still.length === 0) return;
  console.error(`apt-get installed no ${still.join(', ')}: see its messages above`);
  process.exit(1);
}

const findMissing = () => needs.filter(([, isThere]) => !isThere()).map(([name]) => name);

function hasChineseFont() {
  if (process.platform !== 'linux') return true;
  const { stdout } = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  return (stdout ?? '').trim() !== '' || existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc');
}

const canUseApt = () =>
  process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

function apt(args) {
  const { status } = spawnSync('apt-get', args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (status === 0) return;
  console.error(`apt-get ${args.join(' ')} failed with code ${status}`);
  process.exit(1);
}

function explain(missing) {
  console.error(`The tests need: ${missing.join(', ')}.`);
  console.error(`Debian/Ubuntu: sudo apt-get install ${missing.join(' ')}`);
  console.error(
    'Elsewhere: Chrome or Chromium (CHROMIUM_PATH may name it), a Chinese font, PostgreSQL 15 to 18',
  );
  console.error('(POSTGRES_PROGRAMS may name the folder with initdb and postgres).');
  process.exit(1);
}
