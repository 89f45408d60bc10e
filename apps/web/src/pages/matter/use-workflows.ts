import { useQuery } from '@tanstack/react-query';
import type { Workflow } from '@yangguang/domain/workflows/workflow';

export type Workflows = Readonly<Record<string, Workflow>>;

/** The fifteen workflows, fetched once when the first screen needs them; null until they are there. */
export function useWorkflows(): Workflows | null {
  const { data } = useQuery({
    queryKey: ['workflows'],
    queryFn: async (): Promise<Workflows> => (await import('@yangguang/domain/workflows/all')).workflows,
    staleTime: Infinity,
    gcTime: Infinity,
  });
  return data ?? null;
}
