import { useQuery } from '@tanstack/react-query';
import type { Client } from '@yangguang/contract/wire';
import { useApi } from '../../api/use-api.tsx';
import { mostAtOnce } from './dispatch-of.ts';
import type { QueueSearch } from './queue-search.ts';
import { isChosen, type Selection } from './selection.ts';

/** Ids of the leads that are chosen, as many as can be named; of all that a filter gives they are fetched. */
export function usePicked(
  { filter = [] }: QueueSearch,
  selection: Selection,
  isNeeded: boolean,
): { readonly ids: readonly string[] | null; readonly isNeeded: boolean; readonly error: Error | null } {
  const api = useApi();
  const { data, error } = useQuery({
    queryKey: ['lead.pick', filter],
    queryFn: () => pickAll(api, filter),
    enabled: isNeeded && selection.kind === 'all',
    staleTime: 0,
  });
  if (!isNeeded) return { ids: null, isNeeded, error: null };
  if (selection.kind === 'some') return { ids: [...selection.ids], isNeeded, error: null };
  const ids = data?.filter((id) => isChosen(selection, id)) ?? null;
  return { ids, isNeeded, error };
}

async function pickAll(api: Client, filter: readonly string[]): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let cursor: string | null = ''; cursor !== null && ids.length <= mostAtOnce; ) {
    const page: Awaited<ReturnType<Client['lead']['pick']>> = await api.lead.pick({
      filter: [...filter],
      ...(cursor === '' ? {} : { cursor }),
    });
    ids.push(...page.items.map(({ matterId }) => matterId));
    cursor = page.next;
  }
  return ids;
}
