import type { Lang } from './language.tsx';

/** Integer fen as yuan with two decimals and without grouping: 864000 → "8640.00". */
export function yuan(fen: number): string {
  const sign = fen < 0 ? '-' : '';
  const whole = Math.abs(fen);
  return `${sign}${Math.floor(whole / 100)}.${String(whole % 100).padStart(2, '0')}`;
}

/** Money with its unit. */
export function money(fen: number, lang: Lang): string {
  return lang === 'zh' ? `${yuan(fen)} 元` : `CNY ${yuan(fen)}`;
}

/** An instant as day and minute in China: "2026-11-20 09:30". */
export function instant(at: string): string {
  const china = new Date(new Date(at).getTime() + 8 * 3_600_000);
  return china.toISOString().slice(0, 16).replace('T', ' ');
}

/** The day of an instant in China: "2026-11-20". */
export function dayOf(at: string): string {
  return instant(at).slice(0, 10);
}

/** Days from one day to another, both 'YYYY-MM-DD'; negative when the other lies before. */
export function daysBetween(fromOn: string, toOn: string): number {
  return Math.round((Date.parse(`${toOn}T00:00:00Z`) - Date.parse(`${fromOn}T00:00:00Z`)) / 86_400_000);
}

/** A size for people: "1.4 MB". */
export function bytes(count: number): string {
  if (count < 1000) return `${count} B`;
  if (count < 1_000_000) return `${(count / 1000).toFixed(1)} kB`;
  return `${(count / 1_000_000).toFixed(1)} MB`;
}

/** A share of 0 to 1 as whole per cent. */
export function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}
