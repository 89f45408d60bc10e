import { checkDigit } from '@yangguang/domain/words/id-check';
import type { LinkReport, PairInWords, Weight } from './link-report.ts';

/** A valid number of nobody, for tests. */
export function madeUpNumber(serial: number): string {
  const first = ['339901', '19480615', String(100 + serial)].join('');
  return `${first}${checkDigit(first)}`;
}

const words = (zh: string, en: string): Weight['words'] => ({ zh, en });

/** A pair for the tests of reports: the weights add up to the score. */
export function madeUpPair(changes: Partial<PairInWords> = {}): PairInWords {
  return {
    idLeft: 'D0001',
    idRight: 'S0042',
    score: 17.3,
    probability: 0.99999,
    tier: 'same',
    weights: [
      {
        ...noValues('prior'),
        words: words('任取两条记录，约每1000000对有一对是同一人', 'about one pair in 1000000 is one person'),
        bits: -20,
      },
      {
        comparison: 'id_number',
        level: 'solved',
        words: words('错一位，能解出来', 'one wrong digit, solved'),
        bits: 30,
        left: madeUpNumber(1),
        right: madeUpNumber(2),
      },
      {
        comparison: 'name',
        level: 'homophone',
        words: words('读音相同，字不同', 'same sound, other character'),
        bits: 11.7,
        left: '刘小燕',
        right: '刘晓燕',
      },
      {
        comparison: 'place',
        level: 'other',
        words: words('不同乡镇', 'another town'),
        bits: -4.4,
        left: '东镇 一村',
        right: '西镇 一村',
      },
      {
        ...noValues('birth'),
        level: 'missing',
        words: words('缺一方，无法比较', 'missing on one side'),
        bits: 0,
        left: '1948-06-15',
      },
    ],
    ...changes,
  };
}

function noValues(comparison: string): Weight {
  return { comparison, level: comparison, words: words('', ''), bits: 0, left: null, right: null };
}

/** A report with something in every part of it. */
export function madeUpLinkReport(changes: Partial<LinkReport> = {}): LinkReport {
  return {
    kind: 'link',
    left: { name: '低保名单.csv', records: 20_000 },
    right: { name: '死亡名单.csv', records: 100_000 },
    model: 'registers',
    prior: 1e-6,
    threshold: 0.5,
    same: 0.99,
    rules: [
      { terms: ['id_number'], pairs: 17_500, refusedValues: 0, refusedPairs: 0 },
      { terms: ['sound(name)', 'town'], pairs: 120_000, refusedValues: 2, refusedPairs: 9_000_000 },
    ],
    compared: 130_000,
    comparisons: [
      {
        name: 'id_number',
        source: 'shipped',
        notes: [],
        levels: [
          { key: 'equal', words: words('一致', 'equal'), m: 0.9, u: 1e-8, bits: 26.42, pairs: 17_000 },
          { key: 'differs', words: words('不同', 'different'), m: 0.004, u: 1, bits: -7.97, pairs: 100_000 },
        ],
      },
      {
        name: 'name',
        source: 'data',
        notes: [words('次序不对，已改回', 'the order was wrong and was put right')],
        levels: [
          { key: 'equal', words: words('一致', 'equal'), m: 0.95, u: 1e-4, bits: 13.21, pairs: 18_000 },
          { key: 'differs', words: words('不同', 'different'), m: 0.01, u: 0.98, bits: -6.61, pairs: 90_000 },
        ],
      },
    ],
    histogram: [
      { from: -31, pairs: 40_000 },
      { from: -25, pairs: 70_000 },
      { from: -1, pairs: 12 },
      { from: 2, pairs: 30 },
      { from: 20, pairs: 17_000 },
      { from: 55, pairs: 8 },
    ],
    unlinkable: [
      { probability: 0.5, share: 0 },
      { probability: 0.99, share: 0.012 },
    ],
    links: { same: 17_008, likely: 30 },
    ties: 3,
    clusters: null,
    samples: [
      madeUpPair(),
      madeUpPair({ idLeft: 'D0002', idRight: madeUpNumber(7), tier: 'below', score: -3, probability: 0.111 }),
    ],
    phases: [
      { name: words('读取', 'Reading'), seconds: 1.25 },
      { name: words('比较', 'Comparing'), seconds: 3.5 },
    ],
    ...changes,
  };
}
