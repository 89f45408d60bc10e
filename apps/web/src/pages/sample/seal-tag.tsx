import type { ReactNode } from 'react';
import type { Got } from '../../api/use-api.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useWords } from '../../words/language.tsx';
import { isShut } from './sample-rows.ts';
import { sampleWords } from './words.ts';

/** Whether a draw is still sealed. */
export function SealTag({ sample }: { readonly sample: Got<'sample.list'>['items'][number] }): ReactNode {
  const say = useWords(sampleWords);
  if (isShut(sample)) return <Tag tone="warn">{say.sealed}</Tag>;
  return sample.openedAt === null ? <Tag>{say.unsealed}</Tag> : <Tag tone="good">{say.open}</Tag>;
}
