import type { LedgerCell } from '@yangguang/contract/ledger';
import type { Bilingual } from '@yangguang/domain/errors/user-error';

/** What cases say of a cell; null: nothing. A text that differs by language is given in both. */
export type Derived =
  | { readonly number: number; readonly line?: string }
  | { readonly text: string | Bilingual }
  | null;

/** What somebody typed into a cell. */
export interface Typed {
  readonly body: string;
  readonly by: string | null;
  readonly at: Date;
}

/** A cell: what the cases say, or what was typed where they say nothing. */
export function cellOf(derived: Derived, typed: Typed | undefined): LedgerCell {
  if (derived !== null) return derivedCell(derived);
  if (typed === undefined) return { ...empty, from: 'none' };
  return { ...empty, text: typed.body, from: 'typed', by: typed.by, at: typed.at.toISOString() };
}

const empty = { number: null, text: null, en: null, line: null, by: null, at: null } as const;

function derivedCell(derived: NonNullable<Derived>): LedgerCell {
  if ('number' in derived)
    return { ...empty, number: derived.number, line: derived.line ?? null, from: 'cases' };
  const { text } = derived;
  if (typeof text === 'string') return { ...empty, text, from: 'cases' };
  return { ...empty, text: text.zh, en: text.en === text.zh ? null : text.en, from: 'cases' };
}

/** Text, or nothing where there is none. */
export function textOf(text: string | null | undefined): Derived {
  return text === null || text === undefined || text === '' ? null : { text };
}
