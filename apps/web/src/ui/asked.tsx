import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Page } from './page.tsx';
import { Problem } from './problem.tsx';
import { Waiting } from './waiting.tsx';

/** What was asked, or that it is being asked, or why there is no answer. An answer stays in sight when asking again fails. */
export function Asked<Data>({
  query,
  what,
  page,
  children,
}: {
  readonly query: UseQueryResult<Data>;
  /** What is being done, said after two seconds. */
  readonly what?: string;
  /** Heading of the screen until the answer is there, where the answer brings a heading of its own. */
  readonly page?: string;
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
  const standsIn =
    query.error === null ? (
      <Waiting {...(what === undefined ? {} : { what })} />
    ) : (
      <Problem error={query.error} onRetry={again} />
    );
  return page === undefined ? standsIn : <Page title={page}>{standsIn}</Page>;
}
