import { useQueryClient } from '@tanstack/react-query';
import type { Got } from '../../api/use-api.tsx';
import type { Matter } from './fact-words.ts';

/** Colleagues whom the matter names, and those who were listed to choose from on this page. */
export function useKnownPeople(): (matter: Pick<Matter, 'people'>) => Matter['people'] {
  const queries = useQueryClient();
  return ({ people }) => {
    const lists = queries.getQueriesData<Got<'account.colleagues'>>({ queryKey: ['account.colleagues'] });
    const listed = lists.flatMap(([, data]) => data?.items ?? []);
    const more = listed.map(({ accountId, fullName }) => ({ id: accountId, name: fullName }));
    return [...people, ...more];
  };
}
