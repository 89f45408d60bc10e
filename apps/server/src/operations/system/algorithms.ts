import { system } from '@yangguang/contract/system';
import { sealingAlgorithms } from '@yangguang/store/referral/receiver-key';
import type { Vault } from '@yangguang/store/vault';
import { handle } from '../../http/call.ts';

export const algorithms = handle(system.algorithms, (_input, { vault }) =>
  Promise.resolve({ keyVersion: vault.keyVersion, algorithms: algorithmsInUse(vault) }),
);

/** What is used for what, in both languages; the page to print shows the same. */
export function algorithmsInUse({
  algorithms: own,
}: Pick<Vault, 'algorithms'>): { use: { zh: string; en: string }; name: string }[] {
  return [
    { use: { zh: '个人信息与文件加密', en: 'Personal data and files' }, name: own.encryption },
    { use: { zh: '密文完整性', en: 'Integrity of what is encrypted' }, name: own.authentication },
    {
      use: { zh: '号码精确检索（盲索引）', en: 'Exact search by number (blind index)' },
      name: own.blindIndex,
    },
    { use: { zh: '操作日志链与每日根值', en: 'Chain of acts and daily root' }, name: own.digest },
    { use: { zh: '密码保存', en: 'Passwords' }, name: 'Argon2id' },
    { use: { zh: '动态口令', en: 'One-time codes' }, name: 'TOTP (RFC 6238)' },
    { use: { zh: '密件交接', en: 'Sealed referrals' }, name: sealingAlgorithms },
    { use: { zh: '传输', en: 'Transport' }, name: 'TLS 1.2, TLS 1.3' },
  ];
}
