import { UserError } from '@yangguang/domain/errors/user-error';

/** KEY-101: others may read the key file. */
export function openKeys(file: string): UserError {
  return new UserError('KEY-101', {
    what: { zh: `密钥文件 ${file} 可被他人读取`, en: `Others may read the key file ${file}` },
    why: {
      zh: '文件权限宽于 0600，密钥可能已经泄露',
      en: 'its mode is wider than 0600: the keys may have leaked',
    },
    remedy: {
      zh: `请执行 chmod 600 ${file}，查明谁曾读取；有疑问时轮换密钥`,
      en: `run chmod 600 ${file} and find out who could read it; rotate the keys when in doubt`,
    },
  });
}

/** KEY-102: the key file is not there, but the database needs it. */
export function missingKeys(file: string): UserError {
  return new UserError('KEY-102', {
    what: { zh: `找不到密钥文件 ${file}`, en: `The key file ${file} is not there` },
    why: {
      zh: '数据库中的个人信息用它加密；没有它无法读取，也不应另造新密钥',
      en: 'personal facts in the database are encrypted with it; without it they cannot be read, and new keys must not be made instead',
    },
    remedy: {
      zh: '请从保管处取回密钥文件放回原处，或用设置项指明其位置',
      en: 'bring the key file back from where a copy is kept, or name its place in the settings',
    },
  });
}

/** KEY-103: the key file cannot be read. */
export function brokenKeys(file: string, cause: unknown): UserError {
  return new UserError(
    'KEY-103',
    {
      what: { zh: `密钥文件 ${file} 已损坏`, en: `The key file ${file} is damaged` },
      why: { zh: '内容不是本系统写入的格式', en: 'it does not have the form this program writes' },
      remedy: { zh: '请恢复密钥文件的备份', en: 'restore the key file from its copy' },
    },
    { cause },
  );
}

/** KEY-104: the key file belongs to another database. */
export function foreignKeys(file: string, version: number): UserError {
  return new UserError('KEY-104', {
    what: {
      zh: `密钥文件 ${file} 的第 ${version} 版与数据库登记的不符`,
      en: `Version ${version} of the key file ${file} is not the one the database knows`,
    },
    why: {
      zh: '密钥文件属于另一个数据库，或是轮换之前的旧文件',
      en: 'the file belongs to another database, or was kept before a rotation',
    },
    remedy: {
      zh: '请使用与本数据库一起保管的密钥文件',
      en: 'use the key file that is kept together with this database',
    },
  });
}

/** KEY-105: an older version is still in use. */
export function keyInUse(version: number, places: string): UserError {
  return new UserError('KEY-105', {
    what: { zh: `密钥第 ${version} 版仍在使用，不能停用`, en: `Key version ${version} is still in use` },
    why: { zh: `仍有内容用它加密：${places}`, en: `this is still encrypted with it: ${places}` },
    remedy: {
      zh: '请先执行 yangguang keys continue，全部换用新密钥后再停用',
      en: 'run yangguang keys continue first, and retire it once everything has moved to the newer key',
    },
  });
}

/** KEY-106: a version that cannot be retired: the newest, none at all, or too soon after the newest was made. */
export function keyNotRetirable(version: number, newest: number): UserError {
  return new UserError('KEY-106', {
    what: { zh: `密钥第 ${version} 版现在不能停用`, en: `Key version ${version} cannot be retired now` },
    why: {
      zh: `只能停用早于第 ${newest} 版、尚未停用的版本，并须在新版本启用一小时之后`,
      en: `only a version before ${newest} that is not retired yet can be, and not within an hour of the newest`,
    },
    remedy: { zh: '请用 yangguang keys list 查看各版本', en: 'see the versions with yangguang keys list' },
  });
}
