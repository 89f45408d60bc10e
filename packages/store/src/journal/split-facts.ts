import { findLooseNumber, privacyOf } from '@yangguang/domain/people/masking';
import type { Facts, Fields } from '@yangguang/domain/workflows/field';
import { journalRefusal } from './journal-refusals.ts';

/** Facts by where they may lie: open ones in the clear, all others encrypted. */
export interface SplitFacts {
  readonly open: Facts;
  readonly hidden: Facts;
}

/**
 * Parts the facts by the privacy class of their fields; what no field declares is hidden.
 * @throws UserError MAT-103 when an open text holds a number that must be encrypted
 */
export function splitFacts(fields: Fields, facts: Facts): SplitFacts {
  const parts = { open: {} as Record<string, Facts[string]>, hidden: {} as Record<string, Facts[string]> };
  for (const [name, value] of Object.entries(facts)) {
    const privacy = privacyOf(fields, name);
    const isOpen = privacy === 'open';
    if (isOpen && typeof value === 'string') refuseNumbers(value);
    (isOpen ? parts.open : parts.hidden)[name] = value;
  }
  return parts;
}

/** @throws UserError MAT-103 */
export function refuseNumbers(text: string | null): void {
  if (text !== null && findLooseNumber(text) !== null) throw journalRefusal('MAT-103');
}

/** PostgreSQL keeps no NUL, and nobody types one. */
export function withoutNul<T>(value: T): T {
  if (typeof value === 'string') return value.replaceAll('\u0000', '') as T;
  if (Array.isArray(value)) return value.map(withoutNul) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, withoutNul(v)])) as T;
}
