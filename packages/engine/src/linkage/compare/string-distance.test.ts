import fc from 'fast-check';
import { expect, it } from 'vitest';
import { likeness, slips } from './string-distance.ts';

/** Few letters, so that equal and exchanged ones are frequent; Han characters, one outside the first plane. */
const letters = fc.constantFrom('a', 'b', 'c', '王', '李', '𠮷');
const word = (maxLength: number): fc.Arbitrary<string> =>
  fc.array(letters, { maxLength }).map((chars) => chars.join(''));

/** Damerau's distance as its definition says, by recursion: steps may be made within what was exchanged. */
function plainDistance(a: readonly string[], b: readonly string[]): number {
  const table = new Map<string, number>();
  const of = (n: number, m: number): number => {
    if (n === 0 || m === 0) return n + m;
    const known = table.get(`${n},${m}`);
    if (known !== undefined) return known;
    let least = Math.min(
      of(n - 1, m) + 1,
      of(n, m - 1) + 1,
      of(n - 1, m - 1) + (a[n - 1] === b[m - 1] ? 0 : 1),
    );
    for (let i = 1; i < n; i += 1)
      for (let j = 1; j < m; j += 1)
        if (a[i - 1] === b[m - 1] && a[n - 1] === b[j - 1])
          least = Math.min(least, of(i - 1, j - 1) + (n - i - 1) + 1 + (m - j - 1));
    table.set(`${n},${m}`, least);
    return least;
  };
  return of(a.length, b.length);
}

it('counts steps as the definition does, up to three', () => {
  fc.assert(
    fc.property(word(8), word(8), (a, b) => {
      expect(slips(a, b)).toBe(Math.min(plainDistance([...a], [...b]), 4));
    }),
    { numRuns: 4000 },
  );
});

it('counts the steps that were made', () => {
  const step = fc.tuple(fc.constantFrom('change', 'lose', 'add', 'exchange'), fc.nat(20), letters);
  fc.assert(
    fc.property(word(10), fc.array(step, { maxLength: 3 }), (text, steps) => {
      const made = steps.reduce(
        (chars, [kind, place, letter]) => walk(chars, kind, place, letter),
        [...text],
      );
      expect(slips(text, made.join(''))).toBeLessThanOrEqual(steps.length);
    }),
    { numRuns: 2000 },
  );
});

function walk(chars: readonly string[], kind: string, place: number, letter: string): string[] {
  const at = chars.length === 0 ? 0 : place % chars.length;
  const [before, here, after] = [chars.slice(0, at), chars.slice(at, at + 1), chars.slice(at + 1)];
  if (kind === 'change') return [...before, ...here.map(() => letter), ...after];
  if (kind === 'lose') return [...before, ...after];
  if (kind === 'add') return [...before, letter, ...here, ...after];
  return [...before, ...after.slice(0, 1), ...here, ...after.slice(1)];
}

/** Jaro and Winkler after the paper: which characters are common, half of those out of order, the prefix. */
function plainLikeness(left: string, right: string): number {
  const [a, b] = [Array.from(left), Array.from(right)];
  const window = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const partner = new Map<number, number>();
  for (let i = 0; i < a.length; i += 1) {
    const taken = new Set(partner.values());
    const j = b.findIndex((char, at) => char === a[i] && Math.abs(at - i) <= window && !taken.has(at));
    if (j >= 0) partner.set(i, j);
  }
  const common = partner.size;
  if (common === 0) return a.length + b.length === 0 ? 1 : 0;
  const inB = [...partner.values()].sort((x, y) => x - y);
  const moved = [...partner.keys()].filter((i, at) => a[i] !== b[inB[at] ?? -1]).length;
  const jaro = (common / a.length + common / b.length + 1 - Math.floor(moved / 2) / common) / 3;
  const prefix = a.slice(0, 4).findIndex((char, at) => char !== b[at]);
  return jaro > 0.7 ? jaro + (prefix < 0 ? Math.min(4, a.length) : prefix) * 0.1 * (1 - jaro) : jaro;
}

it('tells the likeness of Jaro and Winkler', () => {
  fc.assert(
    fc.property(word(9), word(9), (a, b) => {
      expect(likeness(a, b)).toBeCloseTo(plainLikeness(a, b), 12);
    }),
    { numRuns: 4000 },
  );
});

it('counts characters, not bytes: the figures measured on Han names', () => {
  const told = (a: string, b: string): [number, number] => [slips(a, b), Number(likeness(a, b).toFixed(3))];
  expect(told('王建国', '王建军')).toEqual([1, 0.822]);
  expect(told('张伟', '章伟')).toEqual([1, 0.667]);
  expect(told('刘小燕', '刘晓燕')).toEqual([1, 0.8]);
});
