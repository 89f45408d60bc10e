import type { Call } from '../../http/call.ts';

/** Areas of the offices in which the caller works; a look from outside is none. */
export function officesOf({ by }: Pick<Call, 'by'>): string[] {
  return [...new Set(by.filter((one) => one.readsOnly !== true).map(({ area }) => area))];
}
