import { accountRefusal } from '@yangguang/domain/people/account-refusal';
import {
  findPasswordFaults,
  longestPassword,
  type PasswordFault,
} from '@yangguang/domain/people/password-fault';
import type { Transaction } from '../database.ts';
import { sql } from '../sql.ts';
import { type AccountPolicy, after } from './account-policy.ts';
import { hashPassword, isPassword } from './password-hash.ts';

/** True when the password is too old. A person of single sign-on only has none that could be. */
export function isPasswordOld(setAt: Date | null, policy: AccountPolicy, now: Date): boolean {
  return setAt !== null && setAt <= after(now, { days: -policy.maxAgeDays });
}

/**
 * Sets a password its owner chose.
 * @throws UserError ACC-109 it is too weak · ACC-110 it was used before
 */
export async function changePassword(
  tx: Transaction,
  accountId: string,
  password: string,
  policy: AccountPolicy,
  now: Date,
): Promise<void> {
  const owner = await tx.get<{ userName: string; fullName: string; password: string | null }>(sql`
    select user_name as "userName", full_name as "fullName", password from account where id = ${accountId} for update`);
  const faults = findPasswordFaults(password, owner, policy);
  if (faults.length > 0) throw accountRefusal('ACC-109', wordsOf(faults, policy));
  const earlier = await tx.rows<{ password: string }>(sql`
    select password from password_history where account_id = ${accountId}
    order by set_at desc limit ${policy.historyCount}`);
  for (const used of new Set([owner.password, ...earlier.map((row) => row.password)]))
    if (used !== null && (await isPassword(used, password)))
      throw accountRefusal('ACC-110', { count: policy.historyCount });
  await storePassword(tx, accountId, await hashPassword(password), false, now);
}

/** Sets a first password, to be changed at the first login. */
export async function setFirstPassword(
  tx: Transaction,
  accountId: string,
  password: string,
  now: Date,
): Promise<void> {
  await storePassword(tx, accountId, await hashPassword(password), true, now);
}

async function storePassword(
  tx: Transaction,
  accountId: string,
  phc: string,
  mustChange: boolean,
  now: Date,
): Promise<void> {
  await tx.run(sql`
    update account set password = ${phc}, password_set_at = ${now}, must_change_password = ${mustChange},
      failed_logins = 0, locked_until = null, version = version + 1 where id = ${accountId}`);
  await tx.run(sql`
    insert into password_history (account_id, password, set_at) values (${accountId}, ${phc}, ${now})
    on conflict (account_id, set_at) do nothing`);
}

function wordsOf(
  faults: readonly PasswordFault[],
  rules: AccountPolicy,
): { faultsZh: string; faultsEn: string } {
  const words: Record<PasswordFault, readonly [zh: string, en: string]> = {
    short: [`少于 ${rules.minLength} 个字符`, `shorter than ${rules.minLength} characters`],
    long: [`超过 ${longestPassword} 个字符`, `longer than ${longestPassword} characters`],
    classes: [
      `大写字母、小写字母（或汉字）、数字、符号中少于 ${rules.minClasses} 种`,
      `fewer than ${rules.minClasses} of capital letters, small letters, digits and signs`,
    ],
    common: ['太常见', 'too common'],
    name: ['含有用户名、姓名或姓名拼音', 'it holds your user name, your name or its pinyin'],
  };
  return {
    faultsZh: faults.map((fault) => words[fault][0]).join('；'),
    faultsEn: faults.map((fault) => words[fault][1]).join('; '),
  };
}
