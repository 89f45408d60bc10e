/** Lengths of the codes of province, city, county, town and village. */
const levels = [2, 4, 6, 9, 12] as const;

/** The area of one's own that holds the division; the first when none does. */
export function startOf(areas: readonly string[], value: string): string {
  const holding = areas.filter((area) => value.startsWith(area));
  return holding.sort((a, b) => b.length - a.length)[0] ?? areas[0] ?? '';
}

/** The divisions whose lower ones are to choose from: from the start down to the one chosen. */
export function wayTo(start: string, value: string): string[] {
  const chosen = value.startsWith(start) ? value : start;
  const between = levels.filter((length) => length > start.length && length <= chosen.length);
  return [start, ...between.map((length) => chosen.slice(0, length))].filter((code) => code.length < 12);
}
