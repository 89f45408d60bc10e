import type { Sent } from '../../api/use-api.tsx';
import { type QueueSearch, valuesOf } from './queue-search.ts';
import type { Selection } from './selection.ts';

/** Leads that can be named one by one. */
export const mostAtOnce = 5000;

interface Held {
  readonly role: string;
  readonly area: string;
}

/** Roles that dispatch, in counties and towns. */
const dispatchers = ['townLead', 'countyCaseworker', 'countyLead'];

/**
 * What a dispatch of the chosen leads asks for: named one by one, or by the filter where all of it is chosen.
 * @param ids the leads chosen, where they are named; null while they are not known or not needed
 * @returns null when the caller dispatches nowhere
 */
export function dispatchOf(
  search: QueueSearch,
  selection: Selection,
  ids: readonly string[] | null,
  held: readonly Held[],
): Omit<Sent<'dispatch.send'>, 'id' | 'expected'> | null {
  const areas = held.filter(({ role, area }) => dispatchers.includes(role) && area.length >= 6);
  const [town] = valuesOf(search.filter, 'town');
  const within = areas.find(({ area }) => town?.startsWith(area) === true);
  const area = within === undefined ? areas[0]?.area : town;
  if (area === undefined) return null;
  if (selection.kind === 'all' && selection.without.size === 0)
    return { area, filter: [...(search.filter ?? [])] };
  return { area, matterIds: [...(ids ?? [])].slice(0, mostAtOnce) };
}
