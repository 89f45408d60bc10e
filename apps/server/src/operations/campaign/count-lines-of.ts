import { type CountLineId, countLines } from '@yangguang/store/campaign/count-lines';

/** The numbers with their titles, as the wire carries them. */
export function countLinesOf(
  counts: Readonly<Record<CountLineId, number>>,
): { line: string; title: { zh: string; en: string }; count: number; of: string | null }[] {
  return Object.entries(countLines).map(([line, { zh, en, of }]) => ({
    line,
    title: { zh, en },
    count: counts[line as CountLineId],
    of,
  }));
}
