import type { ReactNode } from 'react';
import type { Got } from '../../api/use-api.tsx';
import { Tag, type Tone } from '../../ui/tag.tsx';
import { percent } from '../../words/format.ts';
import { usePick, useWords } from '../../words/language.tsx';
import { batchWords } from './words-batch.ts';
import { words } from './words.ts';

type State = Got<'import.get'>['state'];
type Progress = Got<'import.get'>['progress'];

const tones: Readonly<Record<State, Tone>> = {
  open: 'plain',
  waiting: 'info',
  done: 'good',
  failed: 'bad',
  cancelled: 'warn',
  revoked: 'plain',
};

export function BatchTag({ state }: { readonly state: State }): ReactNode {
  const say = useWords(words);
  return <Tag tone={tones[state]}>{say[state]}</Tag>;
}

/** How far a job is: a bar, its share and what it does, read out as it changes. */
export function JobProgress({
  title,
  progress,
}: {
  readonly title: string;
  readonly progress: Progress;
}): ReactNode {
  const say = useWords(batchWords);
  const pick = usePick();
  const share = progress?.fraction ?? 0;
  const isQueued = progress === null || progress.state === 'waiting';
  const stage = progress?.stage ?? null;
  return (
    <div className="stack" role="status">
      <p>
        <b>{title}</b> {isQueued ? say.queued : say.progress(percent(share))}
        {stage === null || isQueued ? null : ` · ${pick(stage)}`}
      </p>
      <progress className="progress" max={1} value={share} aria-label={title} />
    </div>
  );
}
