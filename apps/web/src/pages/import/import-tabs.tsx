import type { ReactNode } from 'react';
import { LinkTabs } from '../../ui/link-tabs.tsx';
import { useWords } from '../../words/language.tsx';
import { words } from './words.ts';

const places = { batches: '/imports', quality: '/imports/quality', coverage: '/imports/coverage' } as const;

/** The three views of imports. */
export function ImportTabs({ current }: { readonly current: keyof typeof places }): ReactNode {
  const say = useWords(words);
  const keys = Object.keys(places) as (keyof typeof places)[];
  return (
    <LinkTabs
      label={say.tabs}
      tabs={keys.map((key) => ({ key, title: say[key], to: places[key], isCurrent: key === current }))}
    />
  );
}
