import type { ReactNode } from 'react';
import { useSession } from '../../session/session.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Problem } from '../../ui/problem.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { useWords } from '../../words/language.tsx';
import styles from './leads.module.css';
import type { QueueSearch } from './queue-search.ts';
import type { QueueOf } from './use-queue.ts';
import { words } from './words.ts';

/** What stands in place of the grid while there is nothing to show, and above it when part of it did not come. */
export function QueueState({
  queue,
  search,
  children,
}: {
  readonly queue: QueueOf<unknown>;
  readonly search: QueueSearch;
  readonly children: ReactNode;
}): ReactNode {
  const say = useWords(words);
  const { total, error, retry, windows } = queue;
  if (total === null)
    return error === null ? <Waiting what={say.slow} /> : <Problem error={error} onRetry={retry} />;
  if (total === 0) return <NothingThere isFiltered={(search.filter ?? []).length > 0} />;
  const broken = windows.error ?? error;
  return (
    <>
      {broken === null ? null : (
        <Problem
          error={broken}
          onRetry={() => {
            retry();
            windows.retry();
          }}
        />
      )}
      <div className={styles['grid']}>{children}</div>
    </>
  );
}

function NothingThere({ isFiltered }: { readonly isFiltered: boolean }): ReactNode {
  const say = useWords(words);
  const { may } = useSession();
  if (isFiltered)
    return (
      <Empty why={say.filteredOut}>
        <p>{say.filteredOutWhy}</p>
        <ButtonLink to="/leads" search={{}}>
          {say.clear}
        </ButtonLink>
      </Empty>
    );
  return (
    <Empty why={say.empty}>
      <p>{say.emptyWhy}</p>
      {may('run.start') ? (
        <ButtonLink to="/imports">{say.toImports}</ButtonLink>
      ) : (
        <ButtonLink to="/work">{say.toWork}</ButtonLink>
      )}
    </Empty>
  );
}
