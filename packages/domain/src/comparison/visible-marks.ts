/** Parts of a shown value to mark, `[from, to)` by character, and whether something that is covered differs too. */
export interface VisibleMarks {
  readonly marks: readonly (readonly [from: number, to: number])[];
  readonly isCovered: boolean;
}

/**
 * Positions of a whole value as marks in the value as it is shown. What a mask covers is never marked: that a covered
 * part differs is said, where and how is not.
 * @param whole the value as compared
 * @param shown the same with stars in place of characters, or cut short with stars
 */
export function visibleMarks(whole: string, shown: string, positions: readonly number[]): VisibleMarks {
  if (positions.length === 0) return { marks: [], isCovered: false };
  const seen = visiblePlaces([...whole], [...shown]);
  const open = positions.filter((place) => seen.has(place));
  return { marks: runs(open), isCovered: open.length < positions.length };
}

function visiblePlaces(whole: readonly string[], shown: readonly string[]): ReadonlySet<number> {
  if (whole.length === shown.length)
    return new Set(whole.flatMap((char, place) => (char === shown[place] ? [place] : [])));
  // A name or an address that ends in stars shows its beginning.
  const firstHidden = whole.findIndex((char, place) => char !== shown[place]);
  const until = firstHidden < 0 ? whole.length : firstHidden;
  return new Set(whole.slice(0, until).map((_, place) => place));
}

function runs(places: readonly number[]): [number, number][] {
  const found: [number, number][] = [];
  for (const place of places) {
    const last = found.at(-1);
    if (last?.[1] === place) last[1] = place + 1;
    else found.push([place, place + 1]);
  }
  return found;
}
