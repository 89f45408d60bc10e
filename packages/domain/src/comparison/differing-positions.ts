/** Positions, by character, that the other text does not have in the same order. */
export interface Differing {
  readonly left: readonly number[];
  readonly right: readonly number[];
}

/** Longer texts are marked whole: nobody compares them character by character. */
const compareAtMost = 200;

/**
 * Where two texts differ: place by place when they are equally long, by their longest common subsequence otherwise.
 * @returns positions by character (not by code unit), ascending
 */
export function differingPositions(left: string, right: string): Differing {
  const [a, b] = [[...left], [...right]];
  if (a.length === b.length) {
    const differing = a.flatMap((char, place) => (char === b[place] ? [] : [place]));
    return { left: differing, right: differing };
  }
  if (Math.max(a.length, b.length) > compareAtMost) return { left: places(a), right: places(b) };
  return uncommon(a, b);
}

function places(chars: readonly string[]): number[] {
  return chars.map((_, place) => place);
}

function uncommon(a: readonly string[], b: readonly string[]): Differing {
  const lengths = commonLengths(a, b);
  const left: number[] = [];
  const right: number[] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      i += 1;
      j += 1;
    } else if (at(lengths, i + 1, j) >= at(lengths, i, j + 1)) {
      left.push(i);
      i += 1;
    } else {
      right.push(j);
      j += 1;
    }
  }
  for (; i < a.length; i += 1) left.push(i);
  for (; j < b.length; j += 1) right.push(j);
  return { left, right };
}

/** Length of the longest common subsequence of what follows each pair of places. */
function commonLengths(a: readonly string[], b: readonly string[]): readonly (readonly number[])[] {
  const rows: number[][] = Array.from({ length: a.length + 1 }, () =>
    new Array<number>(b.length + 1).fill(0),
  );
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const longest =
        a[i] === b[j] ? at(rows, i + 1, j + 1) + 1 : Math.max(at(rows, i + 1, j), at(rows, i, j + 1));
      (rows[i] as number[])[j] = longest;
    }
  }
  return rows;
}

function at(rows: readonly (readonly number[])[], i: number, j: number): number {
  return rows[i]?.[j] ?? 0;
}
