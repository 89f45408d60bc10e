import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { compareResults, type Recheck } from './compare-results.ts';
import { drawSample } from './draw-sample.ts';
import { findDependentCheckers } from './find-dependent-checkers.ts';
import type { FrameHousehold } from './frame.ts';
import { type Confidence, rateInterval, weightedInterval } from './rate-interval.ts';

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A small generator with a fixed seed (mulberry32), for simulations. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** How many of `checked` households drawn without replacement from `all` with `wrong` wrong ones are wrong. */
function drawWrong(random: () => number, all: number, wrong: number, checked: number): number {
  let [left, bad, hit] = [all, wrong, 0];
  for (let i = 0; i < checked; i++) {
    if (random() * left < bad) {
      bad -= 1;
      hit += 1;
    }
    left -= 1;
  }
  return hit;
}

function coverage(all: number, wrong: number, checked: number, confidence: Confidence, times = 4000): number {
  const random = chance(all * 1000 + wrong);
  let inside = 0;
  for (let i = 0; i < times; i++) {
    const hit = drawWrong(random, all, wrong, checked);
    const interval = rateInterval({ all, checked, wrong: hit }, confidence);
    if (interval && interval.low <= wrong / all && wrong / all <= interval.high) inside += 1;
  }
  return inside / times;
}

it('agrees with the textbook where the population is large', () => {
  // Wilson 95 % for 3 of 9: 0.1206 to 0.6458 (a public example of the score interval without continuity correction).
  const interval = rateInterval({ all: 1e12, checked: 9, wrong: 3 });
  expect(interval?.low).toBeCloseTo(0.1206, 3);
  expect(interval?.high).toBeCloseTo(0.6458, 3);
});

it('knows that a stratum checked whole has no sampling error, and an unchecked one no rate', () => {
  expect(rateInterval({ all: 40, checked: 40, wrong: 3 })).toEqual({ rate: 0.075, low: 0.075, high: 0.075 });
  expect(rateInterval({ all: 40, checked: 0, wrong: 0 })).toBeNull();
  expect(() => rateInterval({ all: 3, checked: 4, wrong: 0 })).toThrow(RangeError);
});

it('is narrower the more of the population is checked, and wider the surer it must be', () => {
  const width = (all: number, confidence: Confidence = 0.95): number => {
    const interval = rateInterval({ all, checked: 60, wrong: 6 }, confidence);
    return interval ? interval.high - interval.low : Number.NaN;
  };
  expect(width(100)).toBeLessThan(width(200));
  expect(width(200)).toBeLessThan(width(100_000));
  expect(width(200, 0.99)).toBeGreaterThan(width(200));
});

it('never claims what the seen households rule out', () => {
  const interval = rateInterval({ all: 10, checked: 9, wrong: 1 });
  expect(interval?.low).toBeGreaterThanOrEqual(0.1);
  expect(interval?.high).toBeLessThanOrEqual(0.2);
});

it.each([
  [200, 20, 60],
  [1000, 50, 300],
  [1000, 400, 300],
])('F-P5 covers the truth: %i households, %i wrong, %i checked', (all, wrong, checked) => {
  expect(coverage(all, wrong, checked, 0.95)).toBeGreaterThan(0.925);
  expect(coverage(all, wrong, checked, 0.9)).toBeGreaterThan(0.865);
  // Not by being uselessly wide.
  expect(coverage(all, wrong, checked, 0.9)).toBeLessThan(0.97);
});

it('covers the truth of a small stratum on average, and never by much less', () => {
  const each = Array.from({ length: 59 }, (_, i) => coverage(60, i + 1, 18, 0.95, 800));
  expect(each.reduce((sum, c) => sum + c, 0) / each.length).toBeGreaterThan(0.945);
  expect(Math.min(...each)).toBeGreaterThan(0.84);
});

it('covers the truth of a stratified whole, weighted by size', () => {
  const strata = [
    { all: 600, wrong: 12, checked: 180 },
    { all: 150, wrong: 30, checked: 45 },
    { all: 80, wrong: 0, checked: 24 },
    { all: 20, wrong: 9, checked: 20 },
  ];
  const truth = strata.reduce((s, x) => s + x.wrong, 0) / strata.reduce((s, x) => s + x.all, 0);
  const random = chance(7);
  const times = 4000;
  let [inside, sum] = [0, 0];
  for (let i = 0; i < times; i++) {
    const overall = weightedInterval(
      strata.map(({ all, wrong, checked }) => ({
        all,
        interval: rateInterval({ all, checked, wrong: drawWrong(random, all, wrong, checked) }),
      })),
    );
    sum += overall?.rate ?? 0;
    if (overall && overall.low <= truth && truth <= overall.high) inside += 1;
  }
  expect(sum / times).toBeCloseTo(truth, 2);
  expect(inside / times).toBeGreaterThan(0.93);
  expect(inside / times).toBeLessThan(0.995);
});

it('weights by the size of the strata, not of the samples', () => {
  const overall = weightedInterval([
    { all: 900, interval: { rate: 0, low: 0, high: 0 } },
    { all: 100, interval: { rate: 1, low: 1, high: 1 } },
    { all: 500, interval: null },
  ]);
  expect(overall?.rate).toBeCloseTo(0.1, 12);
  expect(weightedInterval([{ all: 5, interval: null }])).toBeNull();
});

const frame: FrameHousehold[] = Array.from({ length: 40 }, (_, i) => ({
  id: `h${String(i).padStart(2, '0')}`,
  persons: 2,
  stratum: i < 20 ? '371302001 · dibao_rural · high' : '371302002 · dibao_rural · low',
  town: i < 20 ? '371302001' : '371302002',
  must: i < 4,
  investigators: i % 2 === 0 ? ['li', 'an'] : ['wu'],
}));

it('sets first result and re-check side by side, by stratum, town, kind and household', () => {
  const draw = drawSample(frame, { seed: '20180701', share: 0.3 }, digest);
  const ids = draw.strata.flatMap((s) => [...s.must, ...s.drawn]);
  const wrong = ['h00', draw.strata[1]?.drawn[0] ?? ''];
  const unchecked = draw.strata[1]?.drawn.at(-1) ?? '';
  const rechecks: Recheck[] = ids
    .filter((id) => id !== unchecked)
    .map((id) => ({ id, first: 'keep', second: wrong.includes(id) ? 'stop' : 'keep' }));
  const outside: Recheck = { id: draw.strata[0]?.reserve[0] ?? '', first: 'keep', second: 'stop' };
  const report = compareResults(draw, frame, [...rechecks, outside]);
  expect(report.strata.map((s) => [s.part, s.all, s.drawn, s.checked, s.differing])).toEqual([
    ['must', 4, 4, 4, 1],
    ['drawn', 16, 5, 5, 0],
    ['drawn', 20, 6, 5, 1],
  ]);
  expect(report.strata[0]?.interval).toEqual({ rate: 0.25, low: 0.25, high: 0.25 });
  expect(report.overall?.rate).toBeCloseTo((1 + 0 + 4) / 40, 12);
  expect(report.towns).toEqual([
    { town: '371302001', drawn: 9, checked: 9, differing: 1, differingPersons: 2 },
    { town: '371302002', drawn: 6, checked: 5, differing: 1, differingPersons: 2 },
  ]);
  expect(report.kinds).toEqual([{ kind: 'keep → stop', households: 2 }]);
  expect(report.differences[0]).toMatchObject({
    id: 'h00',
    investigators: ['an', 'li'],
    first: 'keep',
    second: 'stop',
  });
  expect(report.unchecked).toEqual([unchecked]);
  expect(report).toMatchObject({ seed: '20180701', frameHash: draw.frameHash, checked: 14, differing: 2 });
});

it('says for how many households nothing is known', () => {
  const draw = drawSample(frame, { seed: '20180701', share: 0.3 }, digest);
  const first = (draw.strata[0]?.drawn ?? []).map((id) => ({ id, first: 'keep', second: 'keep' }));
  expect(compareResults(draw, frame, first).unknownHouseholds).toBe(24);
});

it('F-P4 finds members of the team who investigated first', () => {
  expect(findDependentCheckers(frame.slice(0, 3), ['chen', 'du'])).toEqual([]);
  expect(findDependentCheckers(frame.slice(0, 3), ['wu', 'li', 'du'])).toEqual([
    { id: 'h00', accounts: ['li'] },
    { id: 'h01', accounts: ['wu'] },
    { id: 'h02', accounts: ['li'] },
  ]);
});
