import { UserError } from '@yangguang/domain/errors/user-error';

/** SRV-301: the database is of an earlier release. */
export function schemaBehind(has: number, newest: number): UserError {
  return new UserError('SRV-301', {
    what: {
      zh: `数据库结构是第 ${has} 版，本程序需要第 ${newest} 版。`,
      en: `The database is at version ${has}; this program needs version ${newest}.`,
    },
    why: {
      zh: '程序已更新，数据库还没有升级。',
      en: 'The program was updated, the database was not.',
    },
    remedy: {
      zh: '请先备份，再执行 yangguang migrate（或启动新版 yangguang serve）。',
      en: 'Make a backup, then run yangguang migrate (or start the new yangguang serve).',
    },
  });
}
