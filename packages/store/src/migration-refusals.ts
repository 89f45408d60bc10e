import { UserError } from '@yangguang/domain/errors/user-error';

/** DB-120: the database was used by a later release. */
export function newerDatabase(has: number, known: number): UserError {
  return new UserError('DB-120', {
    what: {
      zh: `数据库结构版本 ${has} 比本程序（${known}）新`,
      en: `The database has schema version ${has}, newer than this program's ${known}`,
    },
    why: { zh: '数据库已被较新版本的程序升级', en: 'a later release has upgraded it' },
    remedy: {
      zh: '请使用较新版本的程序；结构不能降级，如须退回请恢复升级前的备份',
      en: 'use the later release; a schema does not go back: to return, restore the backup made before the upgrade',
    },
  });
}

/** DB-121: a migration that was applied reads otherwise now. */
export function changedFile(name: string): UserError {
  return new UserError('DB-121', {
    what: {
      zh: `升级文件 ${name} 与执行时不一致`,
      en: `Migration ${name} is not what it was when it was applied`,
    },
    why: { zh: '已发布的升级文件被改动过', en: 'a released file was changed' },
    remedy: {
      zh: '请重新安装原版程序；开发中的数据库请删除后重建',
      en: 'install the program anew; a database of development is dropped and made again',
    },
  });
}

/** DB-122: the owner may not make the role that requests run as. */
export function noRole(owner: string, cause: unknown): UserError {
  return new UserError(
    'DB-122',
    {
      what: { zh: '无法建立数据库角色 yangguang_app', en: 'The database role yangguang_app cannot be made' },
      why: {
        zh: `数据库用户 ${owner} 没有 CREATEROLE 权限`,
        en: `the database user ${owner} has no right to make roles (CREATEROLE)`,
      },
      remedy: {
        zh: `请数据库管理员执行一次：create role yangguang_app nologin; grant yangguang_app to "${owner}";`,
        en: `let the database administrator run once: create role yangguang_app nologin; grant yangguang_app to "${owner}";`,
      },
    },
    { cause },
  );
}

/** DB-123: PostgreSQL is too old. */
export function tooOld(version: string): UserError {
  return new UserError('DB-123', {
    what: { zh: `PostgreSQL ${version} 版本过低`, en: `PostgreSQL ${version} is too old` },
    why: { zh: '本系统需要 15 至 18', en: 'this program needs 15 to 18' },
    remedy: { zh: '请升级数据库服务器', en: 'upgrade the database server' },
  });
}

/** DB-124: the database cannot hold or search Chinese. */
export function unfitLocale(database: string): UserError {
  const command = `create database "${database}" encoding 'UTF8' locale 'C.UTF-8' template template0`;
  return new UserError('DB-124', {
    what: {
      zh: `数据库 ${database} 的字符集或区域设置不能处理汉字`,
      en: `Encoding or locale of the database ${database} cannot deal with Chinese`,
    },
    why: {
      zh: '编码不是 UTF8，或区域为 C：按姓名检索会找不到任何汉字',
      en: 'its encoding is not UTF8, or its locale is C, under which a search by name finds no Chinese at all',
    },
    remedy: { zh: `请重建数据库：${command}`, en: `make it anew: ${command}` },
  });
}

/** DB-125: the trigram extension is missing. */
export function noTrigrams(cause: unknown): UserError {
  return new UserError(
    'DB-125',
    {
      what: { zh: '数据库缺少扩展 pg_trgm', en: 'The database lacks the extension pg_trgm' },
      why: {
        zh: '服务器没有安装 postgresql-contrib，或用户无权建立扩展',
        en: 'postgresql-contrib is not installed, or the user may not create extensions',
      },
      remedy: {
        zh: '请数据库管理员安装 postgresql-contrib，并在本库执行：create extension pg_trgm',
        en: 'let the database administrator install postgresql-contrib and run in this database: create extension pg_trgm',
      },
    },
    { cause },
  );
}
