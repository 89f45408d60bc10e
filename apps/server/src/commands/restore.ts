import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { serverCommands } from '@yangguang/contract/server-commands';
import { workflows } from '@yangguang/domain/workflows/all';
import { verify } from '@yangguang/store/audit/verify';
import { type Manifest, needsPassphrase } from '@yangguang/store/backup/manifest';
import { restoreDatabase } from '@yangguang/store/backup/restore-database';
import { fileChecker } from '../files/check-file.ts';
import { openBase } from '../office/open-base.ts';
import { keyFileOf, noteCommand, placeInFiles, withStore } from '../office/open-store.ts';
import { readSettings } from '../settings.ts';
import type { World } from '../world.ts';
import { countsOf } from './backup.ts';
import type { Command } from './command.ts';
import { exitCode } from './exit-code.ts';
import { readPassphrase } from './passphrase.ts';
import { say } from './say.ts';
import { reportOf } from './verify.ts';

/** Into an empty database or data folder only; what is there is never overwritten. */
export const restore: Command = {
  verb: 'restore',
  summary: serverCommands.restore,
  words: [{ name: 'FOLDER', zh: '备份所在的目录', en: 'the folder of the backup' }],
  flags: {
    'passphrase-file': {
      kind: 'text',
      value: 'FILE',
      zh: '从文件第一行读取备份口令（权限 0600）',
      en: 'read the passphrase from the first line of a file (mode 0600)',
    },
  },
  examples: ['DATA_DIR=/srv/yangguang-new yangguang restore /mnt/backup/2026-11-21'],
  async run(typed, world) {
    const from = resolve(typed.words[0] ?? '');
    const settings = readSettings(world.environment);
    const passphrase = needsPassphrase(from) ? await readPassphrase(typed, world) : null;
    const base = await openBase(settings, () => {});
    try {
      const manifest = await restoreDatabase({
        from,
        url: base.url,
        placeOfFile: placeInFiles(settings),
        passphrase,
        onProgress: (words) => world.complain(words),
      });
      report(manifest, world);
      const keyFile = keyFileOf(settings);
      return existsSync(keyFile) || manifest.keyVersions.length === 0
        ? await check(world)
        : askForKeys(keyFile, world);
    } finally {
      await base.stop();
    }
  },
};

/** Every table and the head of the chain were compared before the restore was kept. */
function report(manifest: Manifest, world: World): void {
  const { rows, tables, files, chain } = countsOf(manifest);
  say(
    world,
    `已恢复 ${manifest.madeAt} 的备份，逐表核对一致：${tables} 张表 ${rows} 行，${files} 个文件。`,
    `Restored the backup of ${manifest.madeAt}; every table is as it was: ${tables} tables, ${rows} rows, ${files} files.`,
  );
  say(
    world,
    `操作链止于第 ${chain.seq} 条，与备份一致：${chain.hash}`,
    `Chain of acts ends at ${chain.seq}, as in the backup: ${chain.hash}`,
  );
}

/** With the keys at hand, everything is opened and computed once. */
async function check(world: World): Promise<number> {
  return withStore(world, async (store) => {
    const checked = await verify(
      store.db,
      { vault: store.vault, workflows },
      { checkFile: fileChecker(store.files, store.vault) },
    );
    await store.db.asOwner((tx) => noteCommand(tx, store, world, 'restore', {}));
    return reportOf(checked, world);
  });
}

function askForKeys(keyFile: string, world: World): number {
  say(
    world,
    `启动前请把与备份同期的密钥文件放到 ${keyFile}（权限 0600），再执行 yangguang verify --files。`,
    `Before the start, put the key file of that time at ${keyFile} (mode 0600), then run yangguang verify --files.`,
  );
  return exitCode.done;
}
