import { UserError } from '@yangguang/domain/errors/user-error';

/** DB-101: this machine has no embedded PostgreSQL. */
export function noBinaries(platform: string): UserError {
  return new UserError('DB-101', {
    what: {
      zh: `本机（${platform}）没有内置数据库`,
      en: `There is no embedded database for this machine (${platform})`,
    },
    why: {
      zh: '内置 PostgreSQL 没有这一平台的程序，或安装时略去了可选软件包',
      en: 'the embedded PostgreSQL has no programs for this platform, or optional packages were left out at installation',
    },
    remedy: {
      zh: '请安装 PostgreSQL 15 至 18，并用环境变量 DATABASE_URL 指明地址，例如 postgresql://yangguang:密码@127.0.0.1:5432/yangguang',
      en: 'install PostgreSQL 15 to 18 and name it by the environment variable DATABASE_URL, e.g. postgresql://yangguang:password@127.0.0.1:5432/yangguang',
    },
  });
}

/** DB-102: the data folder was made by another major version. */
export function wrongVersion(folder: string, found: string, wanted: string): UserError {
  return new UserError('DB-102', {
    what: {
      zh: `数据目录 ${folder} 属于 PostgreSQL ${found}，本程序内置 ${wanted}`,
      en: `The data folder ${folder} belongs to PostgreSQL ${found}, this program brings ${wanted}`,
    },
    why: {
      zh: 'PostgreSQL 不同大版本的数据文件不能互用',
      en: 'files of one major version of PostgreSQL cannot be opened by another',
    },
    remedy: {
      zh: '请用原版本程序执行 yangguang backup，再用本版本 yangguang restore 到新的数据目录',
      en: 'run yangguang backup with the earlier program, then yangguang restore into a new data folder with this one',
    },
  });
}

/** DB-103: the disk is full. */
export function diskFull(folder: string, cause?: unknown): UserError {
  return new UserError(
    'DB-103',
    {
      what: {
        zh: `磁盘空间不足，数据库无法在 ${folder} 启动`,
        en: `The disk is full: the database cannot start in ${folder}`,
      },
      why: { zh: '没有剩余空间可写', en: 'nothing more can be written' },
      remedy: {
        zh: '请腾出至少 1 GB 空间后重新启动；已办结的事项不会丢失',
        en: 'free at least 1 GB and start again; nothing that was acknowledged is lost',
      },
    },
    { cause },
  );
}

/** DB-104: the folder cannot be used by the account that runs the database. */
export function noPermission(folder: string, user: string, cause?: unknown): UserError {
  return new UserError(
    'DB-104',
    {
      what: {
        zh: `用户 ${user} 不能使用数据目录 ${folder}`,
        en: `The user ${user} cannot use the data folder ${folder}`,
      },
      why: {
        zh: '目录属于其他用户，或上级目录不允许进入',
        en: 'it belongs to another user, or a directory above it is closed',
      },
      remedy: {
        zh: `请用创建该目录的用户启动，或执行 chown -R ${user} ${folder}`,
        en: `start as the user who made the folder, or run chown -R ${user} ${folder}`,
      },
    },
    { cause },
  );
}

/** DB-105: PostgreSQL did not start, for a reason that its own words explain best. */
export function didNotStart(words: string, logFile: string): UserError {
  return new UserError('DB-105', {
    what: { zh: '内置数据库未能启动', en: 'The embedded database did not start' },
    why: { zh: words, en: words },
    remedy: {
      zh: `请查看 ${logFile}；仍不能解决时，请把该文件交给系统管理员`,
      en: `see ${logFile}; if that does not help, give the file to the system administrator`,
    },
  });
}
