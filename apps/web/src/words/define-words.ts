import type { Bilingual } from '@yangguang/domain/errors/user-error';

/** A text in both languages, or a sentence with holes in both. */
export type Entry = Bilingual | { readonly zh: Sentence; readonly en: Sentence };
type Sentence = (...values: never[]) => string;

/** The Chinese is the source: the English must be there and take no other holes. */
type Checked<T> = {
  readonly [Key in keyof T]: T[Key] extends { readonly zh: (...values: infer Holes) => string }
    ? { readonly zh: (...values: Holes) => string; readonly en: (...values: Holes) => string }
    : Bilingual;
};

/**
 * Declares the texts of a screen. A missing English text, a wrong key where it is used and a missing or wrong value
 * for a hole do not compile.
 */
export function defineWords<const T extends Readonly<Record<string, Entry>>>(words: T & Checked<T>): T {
  return words;
}
