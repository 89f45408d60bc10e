import { useRouter } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Go } from './line-cells.tsx';
import type { QueueSearch } from './queue-search.ts';

/** Addresses of leads that know the list one came from, and the way there. */
export function useGo({ filter, order, by }: QueueSearch): {
  readonly hrefOf: (matterId: string) => string;
  readonly go: (to: string, event?: Parameters<Go>[1]) => void;
} {
  const router = useRouter();
  return useMemo(() => {
    const suffix = router.options.stringifySearch?.({
      ...(filter === undefined ? {} : { filter }),
      ...(order === undefined ? {} : { order }),
      ...(by === undefined ? {} : { by }),
    });
    return {
      hrefOf: (matterId) => `/leads/${matterId}${suffix ?? ''}`,
      go: (to, event) => {
        if (event !== undefined && (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0))
          return;
        event?.preventDefault();
        router.history.push(to);
      },
    };
  }, [router, filter, order, by]);
}
