import type { ReactNode } from 'react';
import type { Pages } from '../api/use-api.tsx';
import { useWords } from '../words/language.tsx';
import { Button } from './button.tsx';
import { uiWords } from './words.ts';

/** The button below a list that has more pages. */
export function More({
  pages,
}: {
  readonly pages: Pick<Pages<unknown>, 'hasMore' | 'isLoadingMore' | 'more'>;
}): ReactNode {
  const say = useWords(uiWords);
  if (!pages.hasMore) return null;
  return (
    <p className="more">
      <Button busy={pages.isLoadingMore} onClick={pages.more}>
        {pages.isLoadingMore ? say.loadingMore : say.more}
      </Button>
    </p>
  );
}
