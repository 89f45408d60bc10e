import { useEffect, useReducer, useState } from 'react';
import type { Part, RowAt } from './window-cache.ts';
import { type Outline, WindowLoader } from './window-loader.ts';

export interface Windows<Row> {
  readonly rowAt: (index: number) => RowAt<Row>;
  /** Says which rows are in sight, both ends included: their windows are fetched. */
  readonly want: (first: number, last: number) => void;
  /** Why a window did not come, or null. */
  readonly error: unknown;
  readonly retry: () => void;
}

/**
 * Rows of one queue, window by window, as they come in sight. Another queue needs another component (a `key`).
 * @param outline null until it is known
 */
export function useWindows<Row>(
  size: number,
  outline: Outline | null,
  fetch: (part: Part) => Promise<readonly Row[]>,
): Windows<Row> {
  const [, changed] = useReducer((n: number) => n + 1, 0);
  const [loader] = useState(() => new WindowLoader<Row>(size, changed));
  useEffect(() => loader.know(outline, fetch), [loader, outline, fetch]);
  useEffect(() => () => loader.stop(), [loader]);
  const { cache } = loader;
  const [broken] = cache.failed();
  return {
    rowAt: (index) => cache.rowAt(index),
    want: loader.want,
    error: broken === undefined ? null : cache.errorOf(broken),
    retry: loader.retry,
  };
}
