import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  bestCut,
  calibration,
  clusterMeasures,
  groupErrors,
  precisionRecall,
  upperBound,
} from '../../bench/linkage/measure.mjs';

const bench = fileURLToPath(new URL('../../bench/linkage', import.meta.url));
const run = (script: string, ...args: string[]): string =>
  execFileSync(process.execPath, [join(bench, script), ...args], { encoding: 'utf8' });

describe('measures of links, against numbers worked out by hand', () => {
  it('precision, recall and F1 of 10 links, 8 of them right, of 16 true pairs', () => {
    expect(precisionRecall({ linked: 10, right: 8, truth: 16 })).toEqual({
      ...{ linked: 10, right: 8, truth: 16 },
      ...{ precision: 0.8, recall: 0.5, f1: 8 / 13 },
    });
  });

  it('has no recall where nothing is true, and an F1 of 0 for links all false', () => {
    const measures = precisionRecall({ linked: 3, right: 0, truth: 0 });
    expect(measures).toMatchObject({ precision: 0, recall: null, f1: 0 });
  });

  it('the best cut stops before the pairs that cost more than they bring', () => {
    const steps = [
      { score: 9, probability: 0.99, linked: 4, right: 4 },
      { score: 5, probability: 0.8, linked: 4, right: 3 },
      { score: 1, probability: 0.4, linked: 10, right: 1 },
    ];
    // F1: 8/14, 14/18, 16/28.
    expect(bestCut(steps, 10)).toMatchObject({ score: 5, probability: 0.8, f1: 14 / 18, precision: 7 / 8 });
  });

  it('upper bounds of Clopper and Pearson', () => {
    // None in n: 1 − 0.05^(1/n). One in n: n = 10 stands in every table with 39.42 %.
    expect(upperBound(0, 100)).toBeCloseTo(1 - 0.05 ** 0.01, 12);
    expect(upperBound(0, 1_000_000)).toBeCloseTo(1 - 0.05 ** 1e-6, 12);
    expect(upperBound(1, 10)).toBeCloseTo(0.394163, 6);
    expect(upperBound(10, 10)).toBe(1);
    // The defining equation for three of forty: P(X ≤ 3) = 5 %.
    const p = upperBound(3, 40);
    const choose = [1, 40, 780, 9880];
    const share = choose.reduce((sum, ways, k) => sum + ways * p ** k * (1 - p) ** (40 - k), 0);
    expect(share).toBeCloseTo(0.05, 9);
  });

  it('calibration says what was predicted and what is so', () => {
    const bands = [
      { band: '0.5-0.75', pairs: 10, expected: 6, right: 3 },
      { band: '0.9-0.99', pairs: 30, expected: 28.5, right: 29 },
      { band: '0.99-1', pairs: 0, expected: 0, right: 0 },
    ];
    const { bands: rows, error } = calibration(bands);
    expect(rows.map((row) => [row.predicted, row.observed])).toEqual([
      [0.6, 0.3],
      [0.95, 29 / 30],
      [null, null],
    ]);
    expect(error).toBeCloseTo(3.5 / 40, 12);
  });

  it('errors by group, and how many times worse the worst fares; small groups do not count for it', () => {
    const { groups, falseRatio, missedRatio } = groupErrors([
      { group: 'a', linked: 1000, right: 999, truth: 1010 },
      { group: 'b', linked: 2000, right: 1994, truth: 2000 },
      { group: 'c', linked: 10, right: 0, truth: 20 },
    ]);
    expect(groups[0]).toMatchObject({ falseLinks: 1, missed: 11, falsePer10k: 10 });
    expect(falseRatio).toBeCloseTo(3, 12);
    expect(missedRatio).toBeCloseTo(11 / 1010 / (6 / 2000), 12);
    expect(groupErrors([{ group: 'a', linked: 900, right: 900, truth: 900 }]).falseRatio).toBeNull();
  });

  it('pairs in clusters and B-cubed of the clusters {1,2,3} {4,5} over the entities {1,2} {3,4,5}', () => {
    const measures = clusterMeasures([
      { cells: 1, size: 2, clusterSize: 3, truthSize: 2 },
      { cells: 1, size: 1, clusterSize: 3, truthSize: 3 },
      { cells: 1, size: 2, clusterSize: 2, truthSize: 3 },
    ]);
    expect(measures.records).toBe(5);
    expect(measures.pairs).toMatchObject({ linked: 4, right: 2, truth: 4, precision: 0.5, recall: 0.5 });
    // Of each record: 2/3, 2/3, 1/3, 1, 1 — and 1, 1, 1/3, 2/3, 2/3.
    expect(measures.bCubed.precision).toBeCloseTo(11 / 15, 12);
    expect(measures.bCubed.recall).toBeCloseTo(11 / 15, 12);
  });
});

describe('the scorers over files', () => {
  let folder = '';
  const put = (name: string, ...lines: string[]): string => {
    const path = join(folder, name);
    writeFileSync(path, `${lines.join('\n')}\n`);
    return path;
  };
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'yangguang-score-'));
  });

  it('count a repeated pair once, cut at the threshold, and put a link into the group of its left row', () => {
    const pairs = put(
      'pairs.csv',
      'id_left,id_right,score,probability,tier',
      ...[
        'a1,b1,12,0.999,same',
        'a1,b1,11,0.99,same',
        'a2,b9,8,0.95,same',
        'a3,b3,1,0.6,likely',
        'a4,b4,-2,0.2,',
      ],
    );
    const truth = put('truth.csv', 'id_left,id_right', 'a1,b1', 'a2,b2', 'a3,b3', 'a4,b4');
    const groups = put('groups.csv', 'id,sex', 'a1,male', 'a2,male', 'a3,female', 'a4,female');
    const result = JSON.parse(run('score.mjs', '--pairs', pairs, '--truth', truth, '--groups', groups));
    expect(result).toMatchObject({ pairs: 4, repeated: 1, pairsCompleteness: 0.75 });
    expect(result.atThreshold).toMatchObject({ threshold: 0.5, linked: 3, right: 2, truth: 4, recall: 0.5 });
    expect(result.bestOnTest).toMatchObject({ score: -2, linked: 4, right: 3, f1: 0.75 });
    expect(result.tier).toMatchObject({ linked: 2, falseLinks: 1, precision: 0.5 });
    expect(result.groups.sex.groups).toMatchObject([
      { group: 'female', linked: 1, falseLinks: 0, missed: 1 },
      { group: 'male', linked: 2, falseLinks: 1, missed: 1 },
    ]);
  });

  it('take pairs of one file without order, and the truth out of its ids', () => {
    const records = put('records.csv', 'rec_id', 'rec-1-org', 'rec-1-dup-0', 'rec-1-dup-1', 'rec-22-org');
    const pairs = put(
      'own-pairs.csv',
      'id_left,id_right,score,probability,tier',
      ...['rec-1-org,rec-1-dup-0,9,0.9,', 'rec-1-dup-0,rec-1-org,9,0.9,', 'rec-1-org,rec-22-org,9,0.9,'],
    );
    const own = ['--id', 'rec_id', '--cluster', 'rec_id', '--pattern', String.raw`rec-(\d+)-`];
    const links = JSON.parse(run('score.mjs', '--pairs', pairs, '--clusters', records, ...own));
    expect(links.atThreshold).toMatchObject({ linked: 2, right: 1, truth: 3 });

    const clusters = put('clusters.csv', 'id,cluster', 'rec-1-org,1', 'rec-1-dup-0,1');
    const inClusters = JSON.parse(
      run('score-clusters.mjs', '--clusters', clusters, '--truth', records, ...own),
    );
    expect(inClusters).toMatchObject({ unknownIds: 0, records: 4 });
    expect(inClusters.pairs).toMatchObject({ linked: 1, right: 1, truth: 3 });
    // Precision 1; recall of each record: 2/3, 2/3, 1/3, 1.
    expect(inClusters.bCubed).toMatchObject({ precision: 1 });
    expect(inClusters.bCubed.recall).toBeCloseTo(8 / 12, 12);
  });
});

describe('the made-up registers', () => {
  const made = (name: string, ...args: string[]): Record<'left' | 'right' | 'truth' | 'groups', string> => {
    const folder = mkdtempSync(join(tmpdir(), `yangguang-${name}-`));
    run('make-registers.mjs', folder, '--left', '600', '--right', '900', ...args);
    const read = (file: string): string => readFileSync(join(folder, `${file}.csv`), 'utf8');
    return { left: read('left'), right: read('right'), truth: read('truth'), groups: read('groups') };
  };
  const rows = (text: string): number => text.trim().split('\n').length - 1;

  it('are the same bytes for the same seed, and others for another', () => {
    const once = made('once', '--kind', 'damaged', '--seed', '5');
    expect(made('again', '--kind', 'damaged', '--seed', '5')).toEqual(once);
    expect(made('other', '--kind', 'damaged', '--seed', '6').left).not.toBe(once.left);
    expect([rows(once.left), rows(once.right), rows(once.truth), rows(once.groups)]).toEqual([
      600, 900, 540, 600,
    ]);
  });

  it('of the clean kind: the same numbers on both sides, of one person each; of none: nobody in both', () => {
    const { left, right, truth } = made('clean', '--kind', 'clean', '--seed', '5');
    const numbers = (text: string): Map<string, string> =>
      new Map(
        [...text.matchAll(/^([AB]\d+),[^,]*,(\d{17}[\dX]),/gm)].map(([, id = '', number = '']) => [
          id,
          number,
        ]),
      );
    const [ours, theirs] = [numbers(left), numbers(right)];
    expect(new Set(ours.values()).size).toBe(600);
    const matched = [...truth.matchAll(/^(A\d+),(B\d+)$/gm)].filter(
      ([, a = '', b = '']) => !theirs.has(b) || ours.get(a) === theirs.get(b),
    );
    expect(matched).toHaveLength(540);
    const strangers = made('none', '--kind', 'none', '--seed', '5');
    expect(rows(strangers.truth)).toBe(0);
  });
});

describe('the other made-up sets', () => {
  const folder = (): string => mkdtempSync(join(tmpdir(), 'yangguang-set-'));
  const lines = (path: string): string[] => readFileSync(path, 'utf8').trim().split('\n');

  it('of persons in Latin letters hold as many records as asked for, the same for the same seed', () => {
    const [once, again] = [folder(), folder()];
    for (const [style, file] of [
      ['historical', 'historical.csv'],
      ['people', 'people.csv'],
      ['emails', 'emails.csv'],
    ] as const) {
      for (const place of [once, again])
        run('make-persons.mjs', place, '--records', '400', '--seed', '2', '--style', style);
      expect(lines(join(once, file))).toHaveLength(401);
      expect(lines(join(again, file))).toEqual(lines(join(once, file)));
    }
    expect(lines(join(once, 'truth.csv'))).toHaveLength(201);
  });

  it('of great size: a row of the truth joins rows of one name and town, and of one number but for the damaged', () => {
    const place = folder();
    run('make-scale.mjs', place, '--left', '300', '--right', '6000', '--hits', '1500');
    const cells = (file: string): Map<string, string[]> =>
      new Map(
        lines(join(place, file)).map((line) => [line.slice(0, line.indexOf(',')), line.split(',').slice(1)]),
      );
    const [left, right] = [cells('left.csv'), cells('right.csv')];
    const truth = lines(join(place, 'truth.csv'))
      .slice(1)
      .map((line) => line.split(','));
    expect(truth).toHaveLength(1500);
    let damaged = 0;
    for (const [a = '', b = ''] of truth) {
      const [name, number, town] = left.get(a) ?? [];
      expect([name, town]).toEqual([right.get(b)?.[0], right.get(b)?.[2]]);
      if (number !== right.get(b)?.[1]) damaged += 1;
    }
    expect(damaged).toBeGreaterThan(3);
    expect(damaged).toBeLessThan(40);
    expect(new Set([...left.values()].map(([, number]) => number)).size).toBe(301);
  });
});
