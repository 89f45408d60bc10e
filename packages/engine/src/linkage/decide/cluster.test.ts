import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type ClusterRules, clusterRecords, type Edge } from './cluster.ts';

const rules = (more: Partial<ClusterRules> = {}): ClusterRules => ({
  from: 0,
  unseen: -10,
  numberOf: () => null,
  ...more,
});
const inOrder = (edges: readonly Edge[]): Edge[] =>
  [...edges].sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b);
/** The groups, each by its records: '1,2 3'. */
function groups(edges: readonly Edge[], told: ClusterRules): string {
  const found = clusterRecords(inOrder(edges), told);
  const byName = new Map<number, number[]>();
  for (const [record, name] of found) byName.set(name, [...(byName.get(name) ?? []), record]);
  for (const [name, members] of byName) expect(Math.min(...members)).toBe(name);
  return [...byName.values()]
    .map((members) => members.sort((x, y) => x - y).join())
    .sort()
    .join(' ');
}
const edge = (a: number, b: number, score: number): Edge => ({ a, b, score });

it('does not chain strangers together by way of near misses', () => {
  // Each is like the next; the ends are like nobody else: linking what is linked would give one group of six.
  const chain = [1, 2, 3, 4, 5].map((at) => edge(at, at + 1, 6));
  for (const group of groups(chain, rules()).split(' '))
    expect(group.split(',').length).toBeLessThanOrEqual(2);
});

it('joins what is alike all round, and what a missing pair is outvoted on', () => {
  const round = [edge(1, 2, 9), edge(2, 3, 9), edge(1, 3, 8)];
  expect(groups(round, rules())).toBe('1,2,3');
  expect(groups([...round, edge(3, 4, 11), edge(2, 4, 11)], rules())).toBe('1,2,3,4');
  expect(groups([edge(1, 2, 9), edge(2, 3, 9), edge(1, 3, -12)], rules())).not.toBe('1,2,3');
});

it('does not let one overwhelming pair carry a record that agrees with nothing else', () => {
  const edges = [edge(1, 2, 60), edge(1, 3, 60), edge(2, 3, 60), edge(3, 4, 40)];
  expect(groups([...edges, edge(1, 4, -9), edge(2, 4, -9)], rules())).toBe('1,2,3 4');
});

it('holds to the mean that is asked for', () => {
  expect(groups([edge(1, 2, 5)], rules({ from: 5 }))).toBe('1,2');
  expect(groups([edge(1, 2, 4.9)], rules({ from: 5 }))).toBe('1 2');
});

const scores = fc.array(fc.tuple(fc.nat(9), fc.nat(9), fc.integer({ min: -16, max: 30 })), { maxLength: 40 });
const edgesOf = (drawn: readonly (readonly [number, number, number])[]): Edge[] => [
  ...new Map(
    drawn.filter(([a, b]) => a < b).map(([a, b, score]) => [`${a}-${b}`, edge(a, b, score)]),
  ).values(),
];

it('never puts two different numbers into one group, whatever agrees', () => {
  fc.assert(
    fc.property(
      scores,
      fc.array(fc.option(fc.bigInt(1n, 3n)), { minLength: 10, maxLength: 10 }),
      (drawn, numbers) => {
        const found = clusterRecords(
          inOrder(edgesOf(drawn)),
          rules({ numberOf: (record) => numbers[record] ?? null }),
        );
        const held = new Map<number, bigint>();
        for (const [record, name] of found) {
          const number = numbers[record] ?? null;
          if (number === null) continue;
          expect(held.get(name) ?? number).toBe(number);
          held.set(name, number);
        }
      },
    ),
    { numRuns: 1000 },
  );
});

it('makes only groups whose pairs speak for them on the whole', () => {
  fc.assert(
    fc.property(scores, (drawn) => {
      const edges = edgesOf(drawn);
      const found = clusterRecords(inOrder(edges), rules());
      const known = new Map(
        edges.map(({ a, b, score }) => [`${a}-${b}`, Math.max(-12, Math.min(12, score))]),
      );
      for (const name of new Set(found.values())) {
        const members = [...found.keys()].filter((record) => found.get(record) === name);
        const ordered = members.sort((x, y) => x - y);
        const all = ordered.flatMap((a, at) =>
          ordered.slice(at + 1).map((b) => known.get(`${a}-${b}`) ?? -10),
        );
        // Each merge had a mean of 0 or more between its halves, and so has everything between the members together.
        expect(all.reduce((sum, score) => sum + score, 0)).toBeGreaterThanOrEqual(0);
      }
    }),
    { numRuns: 1000 },
  );
});

it('never puts together a pair that was judged two, whatever the others say', () => {
  const judged = fc.array(fc.tuple(fc.nat(9), fc.nat(9), fc.constant(-Infinity)), { maxLength: 4 });
  fc.assert(
    fc.property(scores, judged, (drawn, two) => {
      const found = clusterRecords(inOrder(edgesOf([...drawn, ...two])), rules({ unseen: 2 }));
      for (const { a, b } of edgesOf(two)) expect(found.get(a) === found.get(b), `${a} ${b}`).toBe(false);
    }),
    { numRuns: 1000 },
  );
  expect(groups([edge(1, 2, 30), edge(2, 3, 29), edge(1, 3, -Infinity)], rules())).toBe('1,2 3');
});

it('always puts together a pair that was judged one, but for two numbers and another judgement', () => {
  const one = [edge(1, 2, Infinity), edge(2, 3, Infinity)];
  expect(groups([...one, edge(1, 3, -12)], rules({ from: 5 }))).toBe('1,2,3');
  expect(groups([...one, edge(1, 3, -Infinity)], rules())).toBe('1,2 3');
  const numbers = new Map([
    [1, 11n],
    [3, 33n],
  ]);
  expect(groups(one, rules({ numberOf: (record) => numbers.get(record) ?? null }))).toBe('1,2 3');
});
