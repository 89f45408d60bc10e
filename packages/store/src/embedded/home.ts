import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { canReach, type RunAs } from './run-as.ts';

/**
 * Folder in which the database lies: the one asked for; or, when root asks for one below a closed directory (/root) that
 * the account PostgreSQL runs as cannot enter, a folder of its own below /var/lib, named in a note in the one asked for.
 */
export function chooseHome(folder: string, runAs: RunAs, log: (words: string) => void): string {
  const asked = resolve(folder);
  if (canReach(asked, runAs)) return asked;
  const home = join('/var/lib/yangguang', createHash('sha256').update(asked).digest('hex').slice(0, 12));
  mkdirSync(asked, { recursive: true });
  writeFileSync(
    join(asked, 'WHERE.txt'),
    `数据库位于 ${home}：PostgreSQL 不能以 root 运行，而用户 ${runAs.name} 不能进入本目录。\n` +
      `The database lies in ${home}: PostgreSQL does not run as root, and ${runAs.name} cannot enter this directory.\n`,
  );
  log(`${runAs.name} cannot enter ${asked}: the database lies in ${home}`);
  return home;
}
