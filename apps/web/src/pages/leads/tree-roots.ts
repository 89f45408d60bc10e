/** The areas one works in without those inside another, by code: where the tree of divisions begins. */
export function rootsOf(areas: readonly string[]): string[] {
  const all = [...new Set(areas)];
  return all.filter((area) => !all.some((other) => other !== area && area.startsWith(other))).sort();
}
