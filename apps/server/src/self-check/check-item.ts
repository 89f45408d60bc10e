import type { system } from '@yangguang/contract/system';
import type { Output } from '@yangguang/contract/operation';
import type { Bilingual } from '@yangguang/domain/errors/user-error';

/** One line of the self-check. */
export type CheckItem = Output<typeof system.selfCheck>['items'][number];

/** How something stands and, where it does not stand well, what to do. */
export interface Found {
  readonly state: CheckItem['state'];
  readonly finding: Bilingual;
  readonly remedy?: Bilingual;
}

/** All is well. */
export const good = (zh: string, en: string): Found => ({ state: 'good', finding: { zh, en } });

/** One line from what was found. */
export function checkItem(id: string, title: Bilingual, { state, finding, remedy }: Found): CheckItem {
  return { id, state, title, finding, remedy: remedy ?? null };
}
