import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ceil, findRate, fraction, multiply } from '../arithmetic/fraction.ts';
import { drawSample } from './draw-sample.ts';
import { type FrameHousehold, frameText, stratumOf } from './frame.ts';
import { replaceAbsent } from './replace-absent.ts';

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

const household = (id: string, given: Partial<FrameHousehold> = {}): FrameHousehold => ({
  id,
  persons: 1,
  stratum: 'a',
  town: '371302001',
  must: false,
  investigators: [],
  ...given,
});
const many = (n: number, given: Partial<FrameHousehold> = {}): FrameHousehold[] =>
  Array.from({ length: n }, (_, i) => household(`h${i}`, given));

const frames = fc
  .array(
    fc.record({
      persons: fc.integer({ min: 1, max: 8 }),
      stratum: fc.constantFrom('a', 'b', '丙'),
      town: fc.constantFrom('371302001', '371302002'),
      must: fc.boolean(),
    }),
    { minLength: 1, maxLength: 80 },
  )
  .map((rows) => rows.map((row, i): FrameHousehold => ({ id: `h${i}`, investigators: [], ...row })));
const shares = fc.integer({ min: 1, max: 100 }).map((n) => n / 100);
const seeds = fc.string({ minLength: 8, maxLength: 20 }).filter((s) => !/[\n\r]/u.test(s));

const personsIn = (frame: readonly FrameHousehold[], ids: readonly string[]): number => {
  const chosen = new Set(ids);
  return frame.filter((h) => chosen.has(h.id)).reduce((sum, h) => sum + h.persons, 0);
};
const needed = (share: number, persons: number): number =>
  Number(ceil(multiply(findRate(String(share)) ?? fraction(1), persons)));

it('F-P1 reaches the share by persons in every stratum and overall, whatever the frame', () => {
  fc.assert(
    fc.property(frames, shares, seeds, (frame, share, seed) => {
      const draw = drawSample(frame, { seed, share }, digest);
      for (const s of draw.strata) {
        expect(personsIn(frame, [...s.must, ...s.drawn])).toBeGreaterThanOrEqual(needed(share, s.persons));
        const others = frame.filter((h) => h.stratum === s.stratum && !h.must);
        const target = needed(
          share,
          others.reduce((sum, h) => sum + h.persons, 0),
        );
        expect(personsIn(frame, s.drawn)).toBeGreaterThanOrEqual(target);
        // Not one household more than needed.
        expect(s.drawn.length <= 1 || personsIn(frame, s.drawn.slice(0, -1)) < target).toBe(true);
        expect([...s.must, ...s.drawn, ...s.reserve].sort()).toEqual(
          frame
            .filter((h) => h.stratum === s.stratum)
            .map((h) => h.id)
            .sort(),
        );
      }
      expect(draw.drawnPersons).toBeGreaterThanOrEqual(needed(share, draw.persons));
      expect(draw.drawnPersons).toBe(
        personsIn(
          frame,
          draw.strata.flatMap((s) => [...s.must, ...s.drawn]),
        ),
      );
    }),
  );
});

it('is the same whatever the order of the frame, and another with another seed', () => {
  fc.assert(
    fc.property(frames, shares, seeds, fc.infiniteStream(fc.nat()), (frame, share, seed, salt) => {
      const shuffled = frame
        .map((h) => ({ h, at: salt.next().value }))
        .sort((a, b) => a.at - b.at)
        .map(({ h }) => h);
      expect(drawSample(shuffled, { seed, share }, digest)).toEqual(
        drawSample(frame, { seed, share }, digest),
      );
    }),
  );
  const one = drawSample(many(50), { seed: '20180701', share: 0.3 }, digest);
  const other = drawSample(many(50), { seed: '20180702', share: 0.3 }, digest);
  expect(one.frameHash).toBe(other.frameHash);
  expect(one.strata[0]?.drawn).not.toEqual(other.strata[0]?.drawn);
});

it('is this very draw on every machine', () => {
  const draw = drawSample(many(10), { seed: '临沂2018-0701', share: 0.3 }, digest);
  const keys = many(10).map(({ id }) => ({ id, key: digest(`临沂2018-0701\na\n${id}`) }));
  const order = keys.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ id }) => id);
  expect(draw.strata[0]).toMatchObject({
    drawn: order.slice(0, 3),
    reserve: order.slice(3),
    targetPersons: 3,
  });
  expect(order.slice(0, 3)).toEqual(['h9', 'h6', 'h0']);
});

it('gives every household of one size the same chance', () => {
  const times = 4000;
  const counts = new Map<string, number>();
  for (let i = 0; i < times; i++)
    for (const id of drawSample(many(20), { seed: `seed-of-test-${i}`, share: 0.3 }, digest).strata[0]
      ?.drawn ?? [])
      counts.set(id, (counts.get(id) ?? 0) + 1);
  // Chi-square with 19 degrees of freedom against 6 of 20: draws without replacement vary less, so this is generous.
  const expected = (times * 6) / 20;
  const chi = [...counts.values()].reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
  expect(counts.size).toBe(20);
  expect(chi).toBeLessThan(43.8);
});

it('favours no pair and no place in the list', () => {
  let together = 0;
  const times = 4000;
  for (let i = 0; i < times; i++) {
    const drawn =
      drawSample(many(20), { seed: `pair-of-test-${i}`, share: 0.3 }, digest).strata[0]?.drawn ?? [];
    if (drawn.includes('h0') && drawn.includes('h1')) together += 1;
  }
  // 6·5/(20·19) = 0.0789; four standard deviations are 0.017.
  expect(Math.abs(together / times - 30 / 380)).toBeLessThan(0.017);
});

it('favours large households only a little, and less in larger strata', () => {
  const mixed = many(200).map((h, i) => ({ ...h, persons: i % 2 === 0 ? 1 : 4 }));
  let small = 0;
  let large = 0;
  for (let i = 0; i < 600; i++)
    for (const id of drawSample(mixed, { seed: `size-of-test-${i}`, share: 0.3 }, digest).strata[0]?.drawn ??
      [])
      if (Number(id.slice(1)) % 2 === 0) small += 1;
      else large += 1;
  expect(large / small).toBeGreaterThan(0.98);
  expect(large / small).toBeLessThan(1.05);
});

it('F-P3 takes must-cases whole and lets them not stand in for the others', () => {
  const frame = [...many(10), ...Array.from({ length: 5 }, (_, i) => household(`kin${i}`, { must: true }))];
  const [stratum] = drawSample(frame, { seed: '20180701', share: 0.3 }, digest).strata;
  expect(stratum?.must).toEqual(['kin0', 'kin1', 'kin2', 'kin3', 'kin4']);
  expect(stratum?.drawn).toHaveLength(3);
});

it('F-P2 draws more from key strata, never more than there is', () => {
  const frame = ['371302001', '371302002', '371302003'].flatMap((town) =>
    many(20, { stratum: stratumOf(town, 'dibao_rural', 'high'), town }).map((h) => ({
      ...h,
      id: town + h.id,
    })),
  );
  const weights = { '371302002': 1.5, '371302003 · dibao_rural · high': 9 };
  const draw = drawSample(frame, { seed: '20180701', share: 0.3, weights }, digest);
  expect(draw.strata.map((s) => s.drawn.length)).toEqual([6, 9, 20]);
});

it('counts the share exactly', () => {
  const drawnOf = (n: number, share: number, weight: number): number | undefined =>
    drawSample(many(n), { seed: '20180701', share, weights: { a: weight } }, digest).strata[0]?.drawn.length;
  expect(drawnOf(10, 0.3, 1)).toBe(3);
  expect(drawnOf(11, 0.3, 1)).toBe(4);
  expect(drawnOf(100, 0.1, 3)).toBe(30);
});

it('draws so many households at least that a variance can be estimated', () => {
  const frame = [household('big', { persons: 9 }), ...many(5)];
  const plan = { seed: '20180701', share: 0.1, leastHouseholds: 2 };
  expect(drawSample(frame, plan, digest).strata[0]?.drawn.length).toBeGreaterThanOrEqual(2);
  expect(drawSample([household('h')], plan, digest).strata[0]?.drawn).toEqual(['h']);
});

it('freezes the frame: another number of persons is another hash', () => {
  const hash = (frame: FrameHousehold[]): string => digest(frameText(frame));
  expect(hash(many(3).reverse())).toBe(hash(many(3)));
  expect(hash(many(3).map((h) => ({ ...h, investigators: ['li'] })))).toBe(hash(many(3)));
  expect(hash(many(3, { persons: 2 }))).not.toBe(hash(many(3)));
  expect(hash(many(3, { must: true }))).not.toBe(hash(many(3)));
});

it('refuses a frame or a plan that would not be fair', () => {
  const plan = { seed: '20180701', share: 0.3 };
  expect(() => drawSample([...many(2), household('h0')], plan, digest)).toThrow(/SMP-101/);
  expect(() => drawSample([household('h', { persons: 0 })], plan, digest)).toThrow(/SMP-102/);
  expect(() => drawSample([household('h\tx')], plan, digest)).toThrow(/SMP-103/);
  expect(() => drawSample(many(2), { seed: '1', share: 0.3 }, digest)).toThrow(/SMP-104/);
  for (const share of [0, 1.01, Number.NaN])
    expect(() => drawSample(many(2), { ...plan, share }, digest)).toThrow(/SMP-105/);
  expect(() => drawSample(many(2), { ...plan, weights: { a: 0.5 } }, digest)).toThrow(/SMP-105/);
});

it('replaces an absent household by the next of the order, with the reason', () => {
  const frame = many(10);
  const persons = new Map(frame.map((h) => [h.id, h.persons]));
  const draw = drawSample(frame, { seed: '20180701', share: 0.3 }, digest);
  const [stratum] = draw.strata;
  const [gone = '', ...stay] = stratum?.drawn ?? [];
  const after = replaceAbsent(draw, { id: gone, reason: ' 举家外出 ' }, persons);
  const next = stratum?.reserve[0] ?? '';
  expect(after.replacements).toEqual([{ id: gone, reason: '举家外出', by: [next] }]);
  expect(after.strata[0]?.drawn).toEqual([...stay, next]);
  expect(() => replaceAbsent(after, { id: gone, reason: '又报' }, persons)).toThrow(/SMP-106/);
  expect(() => replaceAbsent(draw, { id: gone, reason: ' ' }, persons)).toThrow(/SMP-108/);
});

it('never replaces a must-case', () => {
  const frame = [...many(10), household('kin', { must: true })];
  const draw = drawSample(frame, { seed: '20180701', share: 0.3 }, digest);
  expect(() => replaceAbsent(draw, { id: 'kin', reason: '不在家' }, new Map())).toThrow(/SMP-107/);
});

it('still reaches the share after any replacements, or says how many persons are short', () => {
  fc.assert(
    fc.property(frames, shares, fc.array(fc.nat(200), { maxLength: 30 }), (frame, share, picks) => {
      const persons = new Map(frame.map((h) => [h.id, h.persons]));
      let draw = {
        ...drawSample(frame, { seed: '20180701', share }, digest),
        replacements: [],
        shortPersons: {},
      };
      const gone = new Set<string>();
      for (const pick of picks) {
        const drawn = draw.strata.flatMap((s) => s.drawn);
        const id = drawn[pick % Math.max(1, drawn.length)];
        if (id === undefined) continue;
        draw = replaceAbsent(draw, { id, reason: '外出' }, persons) as typeof draw;
        gone.add(id);
      }
      const short: Readonly<Record<string, number>> = draw.shortPersons;
      for (const s of draw.strata) {
        expect(personsIn(frame, s.drawn) + (short[s.stratum] ?? 0)).toBeGreaterThanOrEqual(s.targetPersons);
        expect(s.drawn.filter((id) => gone.has(id))).toEqual([]);
        expect((short[s.stratum] ?? 0) === 0 || s.reserve.length === 0).toBe(true);
      }
      expect(draw.drawnPersons).toBe(
        personsIn(
          frame,
          draw.strata.flatMap((s) => [...s.must, ...s.drawn]),
        ),
      );
    }),
  );
});
