import { normaliseAccount } from '@yangguang/domain/words/account';
import { normaliseId } from '@yangguang/domain/words/id-number';
import { normalisePhone } from '@yangguang/domain/words/phone';

/** The normal form under which a number is indexed, or null when it is none. */
export function normaliseNumber(kind: 'id' | 'account' | 'phone', text: string): string | null {
  if (kind === 'id') return normaliseId(text).id;
  if (kind === 'account') return normaliseAccount(text).account;
  return normalisePhone(text).phone;
}
