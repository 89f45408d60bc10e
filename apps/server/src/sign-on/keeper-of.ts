import type { Keeper } from '@yangguang/store/account/manage-account';
import type { Call } from '../http/call.ts';

/** Areas of the appointments under which the call is made. */
export function areasOf(call: Pick<Call, 'by'>): string[] {
  return call.by.map(({ area }) => area);
}

/** Who administers accounts, and over which areas. */
export function keeperOf(call: Pick<Call, 'by' | 'caller'>): Keeper {
  return { accountId: call.caller.accountId, areas: areasOf(call) };
}
