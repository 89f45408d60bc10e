import type { ReactNode } from 'react';
import type { Got } from '../../api/use-api.tsx';
import { Tag, type Tone } from '../../ui/tag.tsx';
import { useLang, useWords } from '../../words/language.tsx';
import { sayValue } from './value-words.ts';
import { words } from './words.ts';

type Dated = NonNullable<Got<'parameter.get'>['now']>;

interface Shown {
  readonly name: string;
  readonly unit: string;
  readonly kind: Got<'parameter.get'>['kind'];
  readonly now: Dated | null;
}

/** The value in force with its unit; 未核标准 where a local number was never told. */
export function NowValue({ parameter }: { readonly parameter: Shown }): ReactNode {
  const say = useWords(words);
  const lang = useLang();
  const { now, unit, name, kind } = parameter;
  if (now === null)
    return kind === 'local' ? (
      <Tag tone="warn">{say.unknown}</Tag>
    ) : (
      <span className="soft">{say.notSet}</span>
    );
  return (
    <>
      <b>{sayValue(now.value, unit, name, lang)}</b>{' '}
      {now.isLocal ? <Tag tone="info">{say.setHere}</Tag> : null}
    </>
  );
}

const tones: Readonly<Record<Dated['certainty'], Tone>> = {
  V: 'good',
  V2: 'plain',
  BK: 'warn',
  INF: 'plain',
};

/** How sure a value is. */
export function CertaintyTag({ value }: { readonly value: Dated }): ReactNode {
  const say = useWords(words);
  return <Tag tone={tones[value.certainty]}>{say[value.certainty]}</Tag>;
}
