import type { Reach } from '@yangguang/store/database';
import { notFound } from '../../http/api-refusal.ts';
import type { Call } from '../../http/call.ts';

/**
 * Files and runs hold every programme: they are for appointments to all programmes of an area.
 * @returns how far the caller sees with those alone
 */
export function wholeReach({ by }: Pick<Call, 'by'>): Reach {
  return {
    scopes: by.filter((one) => one.programmes === null).map(({ area }) => ({ area, programmes: null })),
  };
}

/** @throws ApiRefusal API-104 when none of them holds the whole county */
export function assertWholeCounty(call: Pick<Call, 'by'>, county: string): void {
  if (!wholeReach(call).scopes.some(({ area }) => county.startsWith(area))) throw notFound();
}
