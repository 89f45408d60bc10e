import type { Got } from '../../api/use-api.tsx';

export type Place = Got<'divisionChange.places'>['items'][number];

/** Digits of a code at each level. */
const levels = [0, 2, 4, 6, 9] as const;

/** The area an administrator begins in: the one that holds the others, else the first. */
export function rootOf(areas: readonly string[]): string {
  const [first = ''] = [...areas].sort((a, b) => a.length - b.length);
  return first.slice(0, 9);
}

/** The codes from an administrator's own area down to a division, both included. */
export function levelsAbove(at: string, root: string): string[] {
  const from = at.startsWith(root) ? root.length : at.length;
  return levels
    .filter((digits) => digits >= from && digits <= at.length)
    .map((digits) => at.slice(0, digits));
}
