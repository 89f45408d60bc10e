import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';

/** Changes what the address of this screen carries, in place; '' takes a value out. Never a name or a number. */
export function useSearchChange<Search extends object>(): (
  next: Partial<Record<keyof Search, string | true>>,
) => void {
  const navigate = useNavigate();
  return useCallback(
    (next) =>
      void navigate({
        to: '.',
        replace: true,
        search: (old: Record<string, unknown>) =>
          Object.fromEntries(Object.entries({ ...old, ...next }).filter(([, value]) => value !== '')),
      }),
    [navigate],
  );
}
