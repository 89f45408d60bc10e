import type { ReactNode } from 'react';
import { ButtonLink } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { Page } from '../ui/page.tsx';
import { useWords } from '../words/language.tsx';
import { shellWords } from './words.ts';

/** An address that is none of ours. */
export function NotFoundPage(): ReactNode {
  const say = useWords(shellWords);
  return (
    <Page title={say.notFound}>
      <Empty why={say.notFoundWhy}>
        <ButtonLink to="/">{say.toWork}</ButtonLink>
      </Empty>
    </Page>
  );
}
