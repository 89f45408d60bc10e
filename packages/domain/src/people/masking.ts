import { maskAccount, normaliseAccount } from '../words/account.ts';
import { isValidId, maskId } from '../words/id-number.ts';
import { maskPhone } from '../words/phone.ts';
import type { Facts, Fields, FactValue, PrivacyClass } from '../workflows/field.ts';

/** What stands where nothing may be shown. */
export const hidden = '***';

/** 张*: the first character only, whatever the length. */
export function maskName(name: string): string {
  const [first] = Array.from(name);
  return first === undefined ? '' : `${first}*`;
}

/** An address to the village or street, without house, building or room number. */
export function maskAddress(address: string): string {
  const cut = address.search(/[0-9０-９一二三四五六七八九十百]+\s*(?:号|栋|幢|单元|室|楼|组|-)|\d+$/u);
  return cut < 0 ? address : `${address.slice(0, cut)}${hidden}`;
}

/** A value as everybody with a right to the matter may see it: numbers masked, health and the like not at all. */
export function maskFact(privacy: PrivacyClass, value: FactValue): FactValue {
  if (privacy === 'open') return value;
  if (typeof value !== 'string') return hidden;
  if (privacy === 'name') return maskName(value);
  if (privacy === 'account') return /^\d{8,}$/u.test(value) ? maskAccount(value) : hidden;
  if (privacy === 'personal') return maskNumber(value);
  return hidden;
}

/** Facts of a step with those that are not open masked. Facts that no field declares are taken for personal. */
export function maskFacts(fields: Fields, facts: Facts): Facts {
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, maskFact(privacyOf(fields, name), value)]),
  );
}

/** Class of a fact; what is not declared is personal. */
export function privacyOf(fields: Fields, name: string): PrivacyClass {
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
  return field === undefined ? 'personal' : (field.privacy ?? 'open');
}

function maskNumber(value: string): string {
  if (/^\d{17}[\dX]$/u.test(value)) return maskId(value);
  if (/^1\d{10}$/u.test(value)) return maskPhone(value);
  return hidden;
}

/**
 * The kind of number that stands in free text, where no number belongs: a valid identity number, a bank card or a
 * mobile telephone; null when there is none. Dates, amounts and document numbers are none of these.
 */
export function findLooseNumber(text: string): 'id' | 'account' | 'phone' | null {
  const ids = text.match(/(?<!\d)\d{17}[\dXx](?!\d)/gu) ?? [];
  if (ids.some((id) => isValidId(id.toUpperCase()))) return 'id';
  const runs = text.match(/(?<![\d.])\d[\d -]{9,24}\d(?![\d.])/gu) ?? [];
  for (const run of runs) {
    const digits = run.replace(/\D/gu, '');
    if (/^1[3-9]\d{9}$/u.test(digits)) return 'phone';
    if (normaliseAccount(digits).state === 'card') return 'account';
  }
  return null;
}
