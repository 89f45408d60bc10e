import type { Got } from '../../api/use-api.tsx';
import type { Lang } from '../../words/language.tsx';
import { unitWords, valueWords } from './unit-words.ts';

type Dated = NonNullable<Got<'parameter.get'>['now']>;
export type Value = Dated['value'];

/** A value that somebody typed, or why it is none. */
export type Typed = { readonly value: Value } | { readonly fault: 'empty' | 'number' };

const words: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = valueWords;
const units: Readonly<
  Record<string, { readonly zh: (n: string) => string; readonly en: (n: string) => string }>
> = unitWords;

/** A value with its unit in words: 581 元/月, 60 岁, 20%, 是, 监狱服刑、强制隔离戒毒. */
export function sayValue(value: Value, unit: string, name: string, lang: Lang): string {
  if (typeof value === 'number') return sayNumber(value, unit, name, lang);
  if (typeof value === 'boolean') return sayWord(value ? 'yes' : 'no', lang);
  if (Array.isArray(value)) return value.map((code) => sayWord(code, lang)).join(lang === 'zh' ? '、' : ', ');
  return sayWord(value, lang);
}

function sayWord(code: string, lang: Lang): string {
  return words[code]?.[lang] ?? code;
}

function sayNumber(value: number, unit: string, name: string, lang: Lang): string {
  if (unit === 'ratio') return `${plain(value * 100)}%`;
  const isAge = unit === 'years' && /age$/i.test(name);
  return units[isAge ? 'ages' : unit]?.[lang](plain(value)) ?? plain(value);
}

/** Without the tails of binary fractions: 0.35 × 100 is 35. */
const plain = (value: number): string => String(Math.round(value * 1_000_000) / 1_000_000);

/** What a field for this unit is typed into. */
export function fieldOf(unit: string): 'number' | 'yesno' | 'choice' | 'list' | 'month' {
  if (unit === 'yesno') return 'yesno';
  if (unit === 'text') return 'choice';
  if (unit === 'list') return 'list';
  return unit === 'month' ? 'month' : 'number';
}

/** Reads what was typed for a unit; the server looks at the range. Shares are typed in per cent. */
export function readTyped(unit: string, typed: string, chosen: readonly string[]): Typed {
  const kind = fieldOf(unit);
  if (kind === 'list') return chosen.length === 0 ? { fault: 'empty' } : { value: [...chosen] };
  const text = typed.trim();
  if (text === '') return { fault: 'empty' };
  if (kind === 'yesno') return { value: text === 'yes' };
  if (kind === 'choice' || kind === 'month') return { value: text };
  if (!/^\d{1,9}(\.\d{1,6})?$/.test(text)) return { fault: 'number' };
  return { value: unit === 'ratio' ? Math.round(Number(text) * 10_000) / 1_000_000 : Number(text) };
}
