/** Distances by characters (code points): DuckDB counts the bytes of UTF-8, which misjudges everything but ASCII. */

/** Steps that are counted; anything farther apart is `most + 1`. */
const most = 3;

/**
 * Steps (one character wrong, lost, added, or two neighbours exchanged) between two texts; counted up to 3, then 4.
 * After Damerau, as DuckDB counts ASCII: what was exchanged may have lost or taken in a character between.
 */
export function slips(left: string, right: string): number {
  const [a, b] = [[...left], [...right]];
  if (Math.abs(a.length - b.length) > most) return most + 1;
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, at) => at)];
  const seen = new Map<string, number>();
  for (const [place, char] of a.entries()) {
    rows.push(nextRow(char, b, rows, seen));
    seen.set(char, place + 1);
  }
  return Math.min(at(rows[a.length], b.length), most + 1);
}

/** The row of the table for one more character; `seen` has the last row of each character before it. */
function nextRow(
  char: string,
  b: readonly string[],
  rows: readonly number[][],
  seen: ReadonlyMap<string, number>,
): number[] {
  const row = rows.length;
  const last = rows[row - 1];
  const here = [row];
  let twinCol = 0;
  for (const [place, other] of b.entries()) {
    const col = place + 1;
    const changed = at(last, place) + (char === other ? 0 : 1);
    const twinRow = seen.get(other) ?? 0;
    const exchanged =
      twinRow > 0 && twinCol > 0
        ? at(rows[twinRow - 1], twinCol - 1) + (row - twinRow) + (col - twinCol) - 1
        : Infinity;
    here.push(Math.min(changed, at(last, col) + 1, at(here, place) + 1, exchanged));
    if (char === other) twinCol = col;
  }
  return here;
}

function at(row: readonly number[] | undefined, column: number): number {
  return row?.[column] ?? Infinity;
}

/** Jaro–Winkler likeness between 0 and 1: prefix weight 0.1 over at most four characters, from 0.7 on. */
export function likeness(left: string, right: string): number {
  if (left === right) return 1;
  const [a, b] = [[...left], [...right]];
  const jaro = jaroOf(a, b);
  if (jaro <= 0.7) return jaro;
  let prefix = 0;
  while (prefix < Math.min(4, a.length, b.length) && a[prefix] === b[prefix]) prefix += 1;
  return jaro + prefix * 0.1 * (1 - jaro);
}

function jaroOf(a: readonly string[], b: readonly string[]): number {
  const [hitsA, hitsB] = commonCharacters(a, b);
  if (hitsA.length === 0) return 0;
  const exchanged = hitsA.filter((char, place) => char !== hitsB[place]).length;
  const common = hitsA.length;
  return (common / a.length + common / b.length + (common - Math.floor(exchanged / 2)) / common) / 3;
}

function commonCharacters(a: readonly string[], b: readonly string[]): [string[], string[]] {
  const reach = Math.max(Math.floor(Math.max(a.length, b.length) / 2) - 1, 0);
  const taken = new Uint8Array(b.length);
  const hitsA: string[] = [];
  for (const [place, char] of a.entries()) {
    for (let other = Math.max(0, place - reach); other <= Math.min(b.length - 1, place + reach); other += 1) {
      if (taken[other] === 1 || b[other] !== char) continue;
      taken[other] = 1;
      hitsA.push(char);
      break;
    }
  }
  return [hitsA, b.filter((_, place) => taken[place] === 1)];
}
