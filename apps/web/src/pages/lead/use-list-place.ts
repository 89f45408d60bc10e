import { useQuery } from '@tanstack/react-query';
import { useApi, useAsk } from '../../api/use-api.tsx';
import type { QueueSearch } from '../leads/queue-search.ts';
import { type ListPlace, listPlace, noteSeen } from './list-place.ts';

/** As many of a list as are walked through one by one; longer lists are counted whole. */
const walked = 200;

/** Ids of lists as they were opened, as long as this page is open. */
const opened = new Map<string, readonly string[]>();

/**
 * Where one is in the list one came from. The list stays as it was when it was opened, so that a lead which leaves it by
 * the step just taken does not shift the others; null until it is known.
 */
export function useListPlace(
  { filter = [], order: chosen }: QueueSearch,
  matterId: string,
): ListPlace | null {
  const api = useApi();
  const order = chosen ?? ('due' as const);
  const list = JSON.stringify([filter, order]);
  const asked = { filter: [...filter], order };
  const { data: ids } = useQuery({
    queryKey: ['lead.walk', list],
    queryFn: async (): Promise<readonly string[]> => {
      const known = opened.get(list);
      if (known !== undefined) return known;
      const { items } = await api.lead.window({ ...asked, limit: walked });
      const fresh = items.map(({ id }) => id);
      opened.set(list, fresh);
      return fresh;
    },
  });
  const outline = useAsk('lead.outline', asked);
  if (ids === undefined || outline.data === undefined) return null;
  return listPlace(ids, matterId, noteSeen(list, matterId), outline.data.total);
}
