import { isWithin } from '@yangguang/domain/people/scope';
import type { Reach } from '@yangguang/store/database';
import { notFound } from '../../http/api-refusal.ts';
import type { Call } from '../../http/call.ts';

/**
 * Rules and numbers of a place are for whoever works in it, above it or below it.
 * @throws ApiRefusal API-104 when the caller has nothing to do with the place
 */
export function assertOwnPlace({ by }: Pick<Call, 'by'>, region: string): void {
  if (!by.some(({ area }) => isWithin(area, region) || isWithin(region, area))) throw notFound();
}

/** @throws ApiRefusal API-104 when no appointment that lets the caller do this holds the whole place */
export function assertHolds({ by }: Pick<Call, 'by'>, region: string): void {
  if (!by.some(({ area }) => isWithin(area, region))) throw notFound();
}

/** The part of a reach that lies in a place. */
export function reachWithin(reach: Reach, place: string): Reach {
  const scopes = reach.scopes.flatMap((scope) => {
    if (isWithin(scope.area, place)) return [{ ...scope, area: place }];
    return isWithin(place, scope.area) ? [scope] : [];
  });
  return { ...reach, scopes };
}

/** Today in Asia/Shanghai. */
export function todayOf({ now }: Pick<Call, 'now'>): string {
  return new Date(now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}
