import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { type Got, useApi } from '../../api/use-api.tsx';

type Sample = Got<'sample.list'>['items'][number];
/** A household of a draw. */
export type Item = Got<'sample.items'>['items'][number];

/** One sample out of the list, which is all the server gives of it; looked for page by page. */
export function useSample(id: string, when: boolean): UseQueryResult<Sample> {
  const api = useApi();
  return useQuery({
    queryKey: ['sample.list', { id }],
    enabled: when,
    queryFn: async (): Promise<Sample> => {
      let cursor: string | null = null;
      do {
        const page: Got<'sample.list'> = await api.sample.list({
          limit: 200,
          ...(cursor === null ? {} : { cursor }),
        });
        const found = page.items.find((one) => one.id === id);
        if (found !== undefined) return found;
        cursor = page.next;
      } while (cursor !== null);
      // The server's own words for what is not there.
      await api.sample.items({ id, limit: 1 });
      throw new Error(`no sample ${id} in the list`);
    },
  });
}
