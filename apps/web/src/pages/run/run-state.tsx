import type { ReactNode } from 'react';
import type { Got } from '../../api/use-api.tsx';
import { Tag, type Tone } from '../../ui/tag.tsx';
import { useWords } from '../../words/language.tsx';
import { words } from './words.ts';

type State = Got<'run.get'>['state'];
const tones: Readonly<Record<State, Tone>> = {
  waiting: 'info',
  done: 'good',
  failed: 'bad',
  cancelled: 'warn',
};

export function RunTag({ state }: { readonly state: State }): ReactNode {
  const say = useWords(words);
  return <Tag tone={tones[state]}>{say[state]}</Tag>;
}
