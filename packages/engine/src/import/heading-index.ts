import type { Source, SourceColumn } from './source.ts';

const isLatin = (text: string): boolean => /^[\u0020-\u007e]+$/u.test(text);

const bigrams = (text: string): string[] => {
  const out = new Set<string>();
  for (let i = 0; i + 1 < text.length; i += 1) out.add(text.slice(i, i + 2));
  return [...out];
};

const outer = (heading: string, known: string): number =>
  0.48 + (0.4 * known.length) / heading.length + (heading.endsWith(known) ? 0.06 : 0);

const inner = (heading: string, known: string): number =>
  0.38 + (0.4 * heading.length) / known.length + (known.endsWith(heading) ? 0.04 : 0);

/** Of two different headings that share `shared` of their pairs of characters: 0 to 1. */
function nearScore(heading: string, known: string, shared: number, pairs: number): number {
  if (isLatin(heading) && isLatin(known)) return 0;
  if (heading.includes(known)) return outer(heading, known);
  if (known.includes(heading)) return inner(heading, known);
  const dice = Math.min(heading.length, known.length) >= 3 ? (2 * shared) / pairs : 0;
  return dice >= 0.5 ? 0.62 * dice : 0;
}

const TIMES = new Set(['date', 'month', 'year']);
const TIME_WORD = /(?:年月日|时间|日期|年月|月份|年份|月|日)$/u;

/**
 * 终止月, 终止时间 and 终止年月 are one thing, and so are 任职时间止, 任职截止日期 and 任职结束; '' when the heading says
 * neither a time nor an end of one.
 */
export function timeForm(text: string): string {
  const bare = text
    .replace(/时间|日期|年月日|年月|月份/gu, '')
    .replace(/(?:截止|终止|结束|到期|期满|止)至?$/u, '止')
    .replace(/(?:起始|开始|起)$/u, '起');
  if (bare.length >= 3 && /[起止]$/u.test(bare)) return bare;
  const stem = text.replace(TIME_WORD, '');
  return stem !== text && stem.length >= 2 ? `${stem}~` : '';
}

interface Known {
  readonly at: number;
  readonly text: string;
  readonly pairs: number;
  /** What an equal heading scores. */
  readonly weight: number;
}

const WEAK = 0.88;
const SAME_TIME = 0.93;
const indexes = new WeakMap<Source, HeadingIndex>();

/** The headings of one data set by their pairs of characters, so that a sheet's heading meets only words like itself. */
export class HeadingIndex {
  private readonly columns: readonly SourceColumn[];
  private readonly equal = new Map<string, Known[]>();
  private readonly byPair = new Map<string, Known[]>();
  private readonly times = new Map<string, number[]>();
  private readonly seen = new Map<string, readonly number[]>();

  private constructor(source: Source) {
    this.columns = source.columns;
    for (const [at, column] of source.columns.entries()) {
      for (const text of column.headings) this.add(at, text, 1);
      for (const text of column.weak) this.add(at, text, WEAK);
    }
  }

  static of(source: Source): HeadingIndex {
    const known = indexes.get(source) ?? new HeadingIndex(source);
    indexes.set(source, known);
    return known;
  }

  private add(at: number, text: string, weight: number): void {
    const pairs = bigrams(text);
    const known = { at, text, weight, pairs: pairs.length };
    push(this.equal, text, known);
    for (const pair of pairs) push(this.byPair, pair, known);
    if (!TIMES.has(this.columns[at]?.type ?? '') || weight < 1) return;
    const form = timeForm(text);
    if (form !== '') push(this.times, form, at);
  }

  /** Best score of a heading's text for each column of the data set, in their order. */
  scores(text: string): readonly number[] {
    const old = this.seen.get(text);
    if (old !== undefined) return old;
    const best = new Array<number>(this.columns.length).fill(0);
    const raise = (at: number, score: number): void => {
      best[at] = Math.max(best[at] ?? 0, score);
    };
    for (const [known, score] of this.near(text)) raise(known.at, known.weight * score);
    for (const at of listOf(this.times, timeForm(text))) raise(at, SAME_TIME);
    for (const known of listOf(this.equal, text)) raise(known.at, known.weight);
    if (this.seen.size < 5000) this.seen.set(text, best);
    return best;
  }

  /** Known headings that share a pair of characters with the text, and how near they are. */
  private near(text: string): (readonly [Known, number])[] {
    const pairs = bigrams(text);
    const shared = new Map<Known, number>();
    for (const known of pairs.flatMap((pair) => listOf(this.byPair, pair)))
      shared.set(known, (shared.get(known) ?? 0) + 1);
    return [...shared].map(([known, count]) => [
      known,
      nearScore(text, known.text, count, pairs.length + known.pairs),
    ]);
  }
}

function listOf<V>(map: ReadonlyMap<string, readonly V[]>, key: string): readonly V[] {
  return map.get(key) ?? [];
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
