import { resolve } from 'node:path';
import { serverCommands } from '@yangguang/contract/server-commands';
import { backupDatabase } from '@yangguang/store/backup/backup-database';
import type { Manifest } from '@yangguang/store/backup/manifest';
import { checkBackup } from '@yangguang/store/backup/restore-database';
import { noteCommand, type OpenedStore, placeInFiles, withStore } from '../office/open-store.ts';
import { noteBackup } from '../self-check/backup-notes.ts';
import type { World } from '../world.ts';
import type { Command } from './command.ts';
import { exitCode } from './exit-code.ts';
import { assertStrong, readPassphrase } from './passphrase.ts';
import { say } from './say.ts';

/** Beside a server that runs, or without one. */
export const backup: Command = {
  verb: 'backup',
  summary: serverCommands.backup,
  words: [{ name: 'FOLDER', zh: '新目录，备份放在里面', en: 'a new folder for the backup' }],
  flags: {
    plain: {
      kind: 'switch',
      zh: '不加密（只在介质本身已加密时使用）',
      en: 'do not encrypt it (only where the medium itself is encrypted)',
    },
    'passphrase-file': {
      kind: 'text',
      value: 'FILE',
      zh: '从文件第一行读取备份口令（权限 0600），用于定时备份',
      en: 'read the passphrase from the first line of a file (mode 0600), for backups by timer',
    },
  },
  examples: [
    'yangguang backup /mnt/backup/2026-11-21',
    'yangguang backup /mnt/backup/2026-11-21 --passphrase-file /etc/yangguang/backup-passphrase',
  ],
  async run(typed, world) {
    const to = resolve(typed.words[0] ?? '');
    const passphrase = typed.flags['plain'] === true ? null : await readPassphrase(typed, world);
    if (passphrase !== null) assertStrong(passphrase);
    const manifest = await withStore(
      world,
      async (store) => {
        await store.db.asOwner((tx) => noteCommand(tx, store, world, 'backup', {}));
        return make(store, { to, passphrase }, world);
      },
      // Before an upgrade, too.
      { anySchema: true },
    );
    return report(manifest, to, world);
  },
};

/** Makes the backup, reads it again, and leaves word of it for the self-check: after it, so it is not part of it. */
async function make(
  store: OpenedStore,
  { to, passphrase }: { readonly to: string; readonly passphrase: string | null },
  world: World,
): Promise<Manifest> {
  const manifest = await backupDatabase({
    url: store.url,
    to,
    now: world.now(),
    placeOfFile: placeInFiles(store.settings),
    passphrase,
    onProgress: (words) => world.complain(words),
  });
  await checkBackup(to, passphrase);
  const { tables, rows, files, chain, missing } = countsOf(manifest);
  await store.db.asOwner((tx) =>
    noteBackup(tx, store.vault, world.now(), {
      folder: to,
      ...{ tables, rows, files, missingFiles: missing, chainSeq: chain.seq, chainHash: chain.hash },
      isEncrypted: manifest.salt !== null,
      isChecked: true,
    }),
  );
  return manifest;
}

function report(manifest: Manifest, to: string, world: World): number {
  const { rows, tables, files, chain, missing } = countsOf(manifest);
  say(
    world,
    `备份完成，已逐个文件重读核对：${to}。${tables} 张表 ${rows} 行，${files} 个文件。`,
    `Backed up and read again: ${to}. ${tables} tables, ${rows} rows, ${files} files.`,
  );
  say(
    world,
    `操作链止于第 ${chain.seq} 条：${chain.hash}`,
    `Chain of acts ends at ${chain.seq}: ${chain.hash}`,
  );
  say(
    world,
    '密钥不在备份里：请另行保管密钥文件的副本，没有它，备份里的个人信息打不开。',
    'The keys are not part of it: keep a copy of the key file elsewhere, or the personal data in the backup stays closed.',
  );
  if (missing === 0) return exitCode.done;
  say(
    world,
    `有 ${missing} 个文件在数据库中登记、磁盘上却没有。`,
    `${missing} files stand in the database but not on the disk.`,
  );
  return exitCode.found;
}

/** What a backup holds, in numbers. */
export function countsOf(manifest: Manifest) {
  return {
    tables: manifest.tables.length,
    rows: manifest.tables.reduce((sum, table) => sum + table.rows, 0),
    files: manifest.files.count,
    chain: manifest.chain,
    missing: manifest.missingFiles.length,
  };
}
