import { UserError } from '@yangguang/domain/errors/user-error';

/** BAK-101: the place for the backup is taken. */
export function placeTaken(place: string): UserError {
  return new UserError('BAK-101', {
    what: { zh: `${place} 已经存在`, en: `${place} exists already` },
    why: { zh: '备份不覆盖已有文件', en: 'a backup never overwrites anything' },
    remedy: { zh: '请另选一个新的目录名', en: 'name a new folder' },
  });
}

/** BAK-102: this is no whole backup. */
export function notABackup(
  place: string,
  words: { readonly zh: string; readonly en: string },
  cause?: unknown,
): UserError {
  return new UserError(
    'BAK-102',
    {
      what: { zh: `${place} 不是完好的备份`, en: `${place} is not a whole backup` },
      why: words,
      remedy: {
        zh: '没有恢复任何数据；请使用另一份备份，并检查存放备份的介质',
        en: 'nothing was restored; use another copy, and check the medium it lay on',
      },
    },
    { cause },
  );
}

/** BAK-103: a backup with a passphrase was not opened. */
export function wrongPassphrase(): UserError {
  return new UserError('BAK-103', {
    what: {
      zh: '备份口令不对，或备份清单被改动',
      en: 'The passphrase is wrong, or the manifest was changed',
    },
    why: { zh: '清单的校验值不符', en: 'the code over the manifest does not hold' },
    remedy: {
      zh: '请输入制作备份时使用的口令；确信口令无误时，请使用另一份备份',
      en: 'give the passphrase the backup was made with; if it is right, use another copy',
    },
  });
}

/** BAK-104: the database holds something. */
export function databaseNotEmpty(table: string): UserError {
  return new UserError('BAK-104', {
    what: {
      zh: `数据库不是空的（${table} 中有数据）`,
      en: `The database is not empty (${table} holds rows)`,
    },
    why: { zh: '恢复不覆盖已有数据', en: 'a restore never overwrites anything' },
    remedy: {
      zh: '请恢复到新建的空数据库或新的数据目录；核对无误后再切换',
      en: 'restore into a new, empty database or data folder, and change over once you have checked it',
    },
  });
}

/** BAK-105: the backup was made by a later or altered release. */
export function unknownSchema(version: number): UserError {
  return new UserError('BAK-105', {
    what: {
      zh: `备份的数据结构版本 ${version} 与本程序不符`,
      en: `The backup's schema version ${version} does not fit this program`,
    },
    why: { zh: '备份由较新或不同的版本制作', en: 'it was made by a later or another release' },
    remedy: {
      zh: '请用制作备份的版本或更新的版本恢复',
      en: 'restore with the release that made it, or a later one',
    },
  });
}

/** BAK-106: what was restored is not what was backed up. */
export function differsAfterRestore(table: string): UserError {
  return new UserError('BAK-106', {
    what: {
      zh: `恢复后核对不符：${table}`,
      en: `After the restore, ${table} is not what was backed up`,
    },
    why: { zh: '内容校验值或行数不同', en: 'its digest or number of rows differs' },
    remedy: {
      zh: '已全部撤回；请使用另一份备份，并把本提示交给系统管理员',
      en: 'everything was taken back; use another copy, and show this to the system administrator',
    },
  });
}
