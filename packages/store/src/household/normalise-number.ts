import { normaliseAccount } from '@yangguang/domain/words/account';
import { cleanName } from '@yangguang/domain/words/name';
import { normaliseId } from '@yangguang/domain/words/id-number';
import { normalisePhone } from '@yangguang/domain/words/phone';
import type { Vault } from '../vault.ts';

/** What a household can be found by: a whole number, or the whole name of a member. */
export type SearchKind = 'id' | 'account' | 'phone' | 'name';

/** The normal form under which it is indexed, or null when there is none. */
export function normaliseNumber(kind: SearchKind, text: string): string | null {
  if (kind === 'id') return normaliseId(text).id;
  if (kind === 'account') return normaliseAccount(text).account;
  if (kind === 'phone') return normalisePhone(text).phone;
  const { name } = cleanName(text);
  return name === '' ? null : name;
}

/** Hashes of the normal form, the newest key's first. Names have a space of their own beside the numbers. */
export function blindHashes(
  vault: Vault,
  kind: SearchKind,
  normal: string,
): { readonly keyVersion: number; readonly hash: Buffer }[] {
  return kind === 'name' ? vault.blind('id', `name ${normal}`) : vault.blind(kind, normal);
}

/** What a whole number or name has at least, in its normal form: a part of one finds nothing. */
const whole: Readonly<Record<SearchKind, RegExp>> = {
  id: /^[0-9A-Z]{8,20}$/u,
  account: /^\d{8,30}$/u,
  phone: /^\d{7,12}$/u,
  name: /^(?=.*\p{L}).{2,}$/u,
};

/** True when the text, as typed, can be the whole of one: nobody searches by parts. */
export function isWholeNumber(kind: SearchKind, text: string): boolean {
  const normal = normaliseNumber(kind, text);
  return normal !== null && whole[kind].test(normal);
}
