import { existsSync, statSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './list-sources.mjs';

/**
 * Installs what package-lock.json names, unless that is done already. `npm install` and not `npm ci`: some of the
 * tools' optional parts for other platforms are not offered by every registry, and `npm ci` refuses a lock file
 * without them (docs/decisions/0005-install.md). Versions and checksums are the lock file's either way.
 */
export function installPackages() {
  if (isInstalled()) return;
  console.log('安装所需的程序包 · installing packages …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status } = spawnSync(npm, ['install', '--no-audit', '--no-fund', '--no-save'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status === 0) return;
  console.error(
    '安装失败：请检查网络或 npm 源，再运行一次。Installing failed: check the network or the npm registry, and run again.',
  );
  process.exit(1);
}

/** npm writes node_modules/.package-lock.json when it is done; an older one than the lock file is stale. */
function isInstalled() {
  const mark = join(root, 'node_modules/.package-lock.json');
  return existsSync(mark) && statSync(mark).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
}
