import { type ReactNode, useEffect, useSyncExternalStore } from 'react';
import { useApi } from '../api/use-api.tsx';
import { namesKept, regionNames } from './region-names.ts';

/** Name of a division by its code; the code until the name has come. */
export function RegionName({ code }: { readonly code: string }): ReactNode {
  return <>{useRegionNames()(code)}</>;
}

/** Names by code, for places where a text is needed. Names that are missing are asked for together. */
export function useRegionNames(): (code: string) => string {
  const api = useApi();
  useSyncExternalStore(regionNames.subscribe, regionNames.version);
  useEffect(
    () => regionNames.serve(async (codes) => (await api.division.names({ codes: [...codes] })).items),
    [api],
  );
  return namesKept;
}
