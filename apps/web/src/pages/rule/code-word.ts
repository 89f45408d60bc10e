import type { Lang } from '../../words/language.tsx';
import { codeWords, familyWords } from './words.ts';

const known: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = codeWords;
const named: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = familyWords;

/** The word for a code; an unknown code as it is. */
export function codeWord(code: string, lang: Lang): string {
  return known[code]?.[lang] ?? code;
}

/** Name of a family of rules; an overlay's own family by its code. */
export function familyName(family: string, lang: Lang): string {
  return named[family]?.[lang] ?? family;
}
