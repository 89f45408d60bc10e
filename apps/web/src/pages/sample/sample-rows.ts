import type { Got } from '../../api/use-api.tsx';

type Sample = Pick<Got<'sample.list'>['items'][number], 'isSealed' | 'openedAt'>;
type Item = Pick<
  Got<'sample.items'>['items'][number],
  'householdId' | 'isReplaced' | 'isMust' | 'matterId' | 'first' | 'second'
>;

/** Sealed, and nobody has opened it: no list, no seed. */
export function isShut({ isSealed, openedAt }: Sample): boolean {
  return isSealed && openedAt === null;
}

/** How many of those to be checked have their second result. */
export function checkedOf(items: readonly Item[]): { readonly checked: number; readonly all: number } {
  const toCheck = items.filter((item) => !item.isReplaced);
  return { checked: toCheck.filter(({ second }) => second !== null).length, all: toCheck.length };
}

/** Households whose second visit nobody has been given yet. */
export function withoutVisit(items: readonly Item[]): string[] {
  return items
    .filter(({ isReplaced, matterId, second }) => !isReplaced && matterId === null && second === null)
    .map(({ householdId }) => householdId);
}

/** What may still be done with a household of the draw. */
export function actsOn(item: Item): readonly ('enter' | 'replace')[] {
  if (item.isReplaced || item.second !== null) return [];
  return item.isMust ? ['enter'] : ['enter', 'replace'];
}

/** A rate as per cent with one decimal: 0.1206 → "12.1%". */
export function rateText(rate: number): string {
  return `${(rate * 100).toFixed(1)}%`;
}

/** Weights to be sent: towns drawn as heavily as the share says need none. */
export function weightsOf(chosen: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(chosen).filter(([, times]) => times > 1));
}
