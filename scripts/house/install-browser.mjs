import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium } from './find-chromium.mjs';

/**
 * Sees to it that the browser tests have a Chromium and a Chinese font. On Debian and Ubuntu as root missing ones are
 * installed by apt-get; elsewhere the reader is told what to install, and the tests stop here.
 */
export function installBrowser() {
  const missing = [];
  if (findChromium() === undefined) missing.push('chromium');
  if (!hasChineseFont()) missing.push('fonts-noto-cjk');
  if (missing.length === 0) return;
  if (!canUseApt()) return explain(missing);
  console.log(`apt-get install ${missing.join(' ')} …`);
  apt(['update', '-q']);
  apt(['install', '-y', '-q', '--no-install-recommends', ...missing]);
  if (findChromium() === undefined) {
    console.error('apt-get installed no chromium: see its messages above');
    process.exit(1);
  }
}

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
  console.error(`The browser tests need: ${missing.join(', ')}.`);
  console.error('Debian/Ubuntu: sudo apt-get install chromium fonts-noto-cjk');
  console.error('Elsewhere: install Chrome or Chromium (CHROMIUM_PATH may name it) and a Chinese font.');
  process.exit(1);
}
