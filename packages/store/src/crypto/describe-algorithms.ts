import type { Bilingual } from '@yangguang/domain/errors/user-error';
import type { KeyedVault } from './open-vault.ts';

/** The printable page of the algorithms in use and the key versions, line by line. No key is on it. */
export function describeAlgorithms(vault: KeyedVault): Bilingual[] {
  const { algorithms } = vault;
  return [
    { zh: '密码算法与密钥', en: 'Algorithms and keys' },
    {
      zh: `个人信息存储加密：${algorithms.encryption}`,
      en: `Personal facts at rest: ${algorithms.encryption}`,
    },
    { zh: `完整性：${algorithms.authentication}`, en: `Integrity: ${algorithms.authentication}` },
    {
      zh: `按号码精确检索的索引：${algorithms.blindIndex}`,
      en: `Index for exact search by number: ${algorithms.blindIndex}`,
    },
    {
      zh: `办理记录链与每日根值：${algorithms.digest}`,
      en: `Chain of acts and daily root: ${algorithms.digest}`,
    },
    ...vault.versions.map((one) => ({
      zh: `密钥第 ${one.version} 版（${one.suite}），生成于 ${one.madeAt}，指纹 ${one.fingerprint.slice(0, 16)}`,
      en: `Key version ${one.version} (${one.suite}), made ${one.madeAt}, fingerprint ${one.fingerprint.slice(0, 16)}`,
    })),
    {
      zh: `算法由 Node.js ${process.version} 所带 OpenSSL ${process.versions.openssl} 软件实现，未经商用密码产品认证；密评要求认证模块时，可经密码服务接口替换`,
      en: `Implemented in software by OpenSSL ${process.versions.openssl} of Node.js ${process.version}, not certified as a commercial cryptography product; a certified module can take its place behind the provider interface`,
    },
    {
      zh: '密钥文件权限 0600，不随数据库备份；请另行保管两份副本',
      en: 'The key file has mode 0600 and is not part of a backup of the database: keep two copies of it elsewhere',
    },
  ];
}
