import type { ReactNode } from 'react';
import { Tag } from '../../../ui/tag.tsx';
import { useWords } from '../../../words/language.tsx';
import { type Part, partsOf, type VisitDraft } from './visit-entry.ts';
import { words } from './words.ts';

/** Which parts went through; nothing before the first was sent. */
export function VisitProgress({
  draft,
  now,
  hasFailed,
}: {
  readonly draft: VisitDraft;
  /** The part under way or the one that failed. */
  readonly now: Part | null;
  readonly hasFailed: boolean;
}): ReactNode {
  const say = useWords(words);
  if (now === null && Object.keys(draft.done).length === 0) return null;
  const titles: Readonly<Record<Part, string>> = {
    ...{ form: say.stepForm, visit: say.stepVisit, signature: say.stepSignature },
    ...{ witness: say.stepWitness, sign: say.stepSign },
  };
  return (
    <ol className="stack" aria-label={say.progress} aria-live="polite">
      {partsOf(draft.signing).map((part) => (
        <li key={part}>
          {titles[part]}{' '}
          {draft.done[part] !== undefined ? (
            <Tag tone="good">{say.stateDone}</Tag>
          ) : part !== now ? (
            <Tag>{say.stateWaiting}</Tag>
          ) : hasFailed ? (
            <Tag tone="bad">{say.stateFailed}</Tag>
          ) : (
            <Tag tone="info">{say.stateNow}</Tag>
          )}
        </li>
      ))}
    </ol>
  );
}
