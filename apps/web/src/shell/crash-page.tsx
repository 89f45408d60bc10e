import type { ReactNode } from 'react';
import { Page } from '../ui/page.tsx';
import { Problem } from '../ui/problem.tsx';
import { useWords } from '../words/language.tsx';
import { shellWords } from './words.ts';

/** A screen that failed while it was drawn: the rest of the desk goes on. */
export function CrashPage({
  error,
  reset,
}: {
  readonly error: unknown;
  readonly reset: () => void;
}): ReactNode {
  const say = useWords(shellWords);
  return (
    <Page title={say.crashed}>
      <Problem error={error} onRetry={reset} />
    </Page>
  );
}
