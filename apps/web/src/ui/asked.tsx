import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Problem } from './problem.tsx';
import { Waiting } from './waiting.tsx';

/** What was asked, or that it is being asked, or why there is no answer. An answer stays in sight when asking again fails. */
export function Asked<Data>({
  query,
  what,
  children,
}: {
  readonly query: UseQueryResult<Data>;
  /** What is being done, said after two seconds. */
  readonly what?: string;
  readonly children: (data: Data) => ReactNode;
}): ReactNode {
  const again = (): void => void query.refetch();
  if (query.data !== undefined)
    return (
      <>
        {query.error === null ? null : <Problem error={query.error} onRetry={again} />}
        {children(query.data)}
      </>
    );
  if (query.error !== null) return <Problem error={query.error} onRetry={again} />;
  return <Waiting {...(what === undefined ? {} : { what })} />;
}
