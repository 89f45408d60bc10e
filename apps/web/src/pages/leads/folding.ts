/** Households that are unfolded, by their number in the list, and how many lines each shows below its own. */
export type Unfolded = ReadonlyMap<number, number>;

/** A line of the grid: a household, or the n-th line below it. */
export interface Line {
  readonly home: number;
  readonly below: number | null;
}

/** Lines of a list of so many households. */
export function countLines(homes: number, unfolded: Unfolded): number {
  return [...unfolded].reduce((sum, [home, lines]) => sum + (home < homes ? lines : 0), homes);
}

/** What stands at a line. */
export function lineAt(line: number, unfolded: Unfolded): Line {
  let before = 0;
  for (const [home, lines] of inOrder(unfolded)) {
    const own = home + before;
    if (line <= own) break;
    if (line <= own + lines) return { home, below: line - own - 1 };
    before += lines;
  }
  return { home: line - before, below: null };
}

/** Where a household stands. */
export function lineOf(home: number, unfolded: Unfolded): number {
  return inOrder(unfolded).reduce((sum, [other, lines]) => sum + (other < home ? lines : 0), home);
}

function inOrder(unfolded: Unfolded): (readonly [home: number, lines: number])[] {
  return [...unfolded].sort(([a], [b]) => a - b);
}
