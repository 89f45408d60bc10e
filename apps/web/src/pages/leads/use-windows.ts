import { useCallback, useEffect, useMemo, useReducer, useRef } from 'react';
import { type Part, partOfWindow, type Places, type RowAt, WindowCache, windowsFor } from './window-cache.ts';

/** While somebody scrolls, windows are asked for this often at most: those passed by are never fetched. */
const everyMs = 120;

/** Windows on their way at a time. */
const atOnce = 4;

export interface Windows<Row> {
  readonly rowAt: (index: number) => RowAt<Row>;
  /** Says which rows are in sight, both ends included: their windows are fetched. */
  readonly want: (first: number, last: number) => void;
  /** Why a window did not come, or null. */
  readonly error: unknown;
  readonly retry: () => void;
  /** Another number whenever rows came. */
  readonly version: number;
}

/**
 * Rows of a queue, window by window, as they come in sight.
 * @param key what the queue is cut to and how it stands: another key is another queue
 * @param outline null until it is known; with another `at` what was fetched before is fetched again where it is looked at
 */
export function useWindows<Row>(
  key: string,
  size: number,
  outline: (Places & { readonly at: number }) | null,
  fetch: (part: Part) => Promise<readonly Row[]>,
): Windows<Row> {
  const [version, changed] = useReducer((n: number) => n + 1, 0);
  // The key makes another cache; it is nothing the cache itself is made of.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const cache = useMemo(() => new WindowCache<Row>(size), [key, size]);
  const present = useRef({ cache, outline, fetch });
  const wanted = useRef({ first: 0, last: 0 });
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const flying = useRef(0);
  useEffect(() => {
    present.current = { cache, outline, fetch };
  });
  const look = useCallback(() => {
    const { cache: of, outline: by, fetch: ask } = present.current;
    const windows = windowsFor(wanted.current.first, wanted.current.last, of.size);
    of.touch(windows);
    for (const no of of.missing(windows)) {
      const part = partOfWindow(no, of.size, by);
      if (part === null || flying.current >= atOnce) continue;
      flying.current += 1;
      of.ask(no);
      ask(part)
        .then(
          (rows) => of.take(no, rows),
          (error: unknown) => of.fail(no, error),
        )
        .finally(() => {
          flying.current -= 1;
          changed();
          look();
        });
    }
  }, []);
  const want = useCallback(
    (first: number, last: number) => {
      wanted.current = { first, last: Math.max(last, first) };
      timer.current ??= setTimeout(() => {
        timer.current = null;
        look();
      }, everyMs);
    },
    [look],
  );
  const at = outline?.at ?? null;
  const known = useRef<{ of: WindowCache<Row>; at: number | null }>({ of: cache, at: null });
  useEffect(() => {
    const before = known.current;
    if (before.of === cache && before.at !== null && before.at !== at) cache.age();
    known.current = { of: cache, at };
    look();
  }, [at, cache, look]);
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current);
      timer.current = null;
    },
    [],
  );
  const [broken] = cache.failed();
  return {
    rowAt: (index) => cache.rowAt(index),
    want,
    error: broken === undefined ? null : cache.errorOf(broken),
    retry: () => {
      cache.forgetFailures();
      changed();
      look();
    },
    version,
  };
}
