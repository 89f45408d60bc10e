import { useCallback, useMemo } from 'react';
import { type Got, useApi, useAsk } from '../../api/use-api.tsx';
import type { QueueSearch } from './queue-search.ts';
import { useWindows, type Windows } from './use-windows.ts';
import type { Part } from './window-cache.ts';

export type LeadLine = Got<'lead.window'>['items'][number];
export type HomeCard = Got<'lead.households'>['items'][number];

export interface QueueOf<Row> {
  /** Null until it is counted. */
  readonly total: number | null;
  /** There are more than are counted. */
  readonly isMore: boolean;
  /** Where rows stand: another array when they stand elsewhere. Null until it is counted. */
  readonly places: readonly string[] | null;
  readonly windows: Windows<Row>;
  readonly error: Error | null;
  readonly retry: () => void;
}

const none: readonly string[] = [];

/** Cards weigh more than lines. */
const sizes = { lead: 100, household: 50 } as const;

/** The queue by lead. */
export function useLeadQueue({ filter = none, order: wanted }: QueueSearch): QueueOf<LeadLine> {
  const order = wanted ?? 'due';
  const api = useApi();
  const fetch = useCallback(
    async (part: Part) => (await api.lead.window({ filter: [...filter], order, ...part })).items,
    [api, filter, order],
  );
  return useWhole({ filter, order, by: 'lead' }, sizes.lead, fetch);
}

/** The queue by household, soonest due first. */
export function useHomeQueue({ filter = none }: QueueSearch): QueueOf<HomeCard> {
  const api = useApi();
  const fetch = useCallback(
    async (part: Part) => (await api.lead.households({ filter: [...filter], ...part })).items,
    [api, filter],
  );
  return useWhole({ filter, order: 'due', by: 'household' }, sizes.household, fetch);
}

interface Whole {
  readonly filter: readonly string[];
  readonly order: 'due' | 'newest' | 'amount';
  readonly by: 'lead' | 'household';
}

function useWhole<Row>(
  { filter, order, by }: Whole,
  size: number,
  fetch: (part: Part) => Promise<readonly Row[]>,
): QueueOf<Row> {
  const outline = useAsk('lead.outline', { filter: [...filter], order, by });
  const { data, dataUpdatedAt } = outline;
  const known = useMemo(
    () => (data === undefined ? null : { step: data.step, places: data.places, at: dataUpdatedAt }),
    [data, dataUpdatedAt],
  );
  const windows = useWindows(size, known, fetch);
  return {
    total: data?.total ?? null,
    isMore: data?.isMore ?? false,
    places: data?.places ?? null,
    windows,
    error: outline.error,
    retry: () => void outline.refetch(),
  };
}
