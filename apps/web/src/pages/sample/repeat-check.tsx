import { type ReactNode, useState } from 'react';
import { useAsk } from '../../api/use-api.tsx';
import { Asked } from '../../ui/asked.tsx';
import { Button } from '../../ui/button.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useWords } from '../../words/language.tsx';
import { rateText } from './sample-rows.ts';
import { sampleWords } from './words.ts';

/** Draws once more and compares, when somebody asks for it. */
export function RepeatCheck({ id }: { readonly id: string }): ReactNode {
  const say = useWords(sampleWords);
  const [isAsked, setAsked] = useState(false);
  const repeat = useAsk('sample.repeat', { id }, { when: isAsked });
  if (!isAsked)
    return (
      <p className="no-print">
        <Button onClick={() => setAsked(true)}>{say.repeat}</Button>{' '}
        <span className="soft">{say.repeatWhy}</span>
      </p>
    );
  return (
    <Asked query={repeat}>
      {({ isSame, households, persons, share }) => (
        <p role="status">
          <Tag tone={isSame ? 'good' : 'bad'}>{isSame ? say.isSame : say.isNotSame}</Tag>{' '}
          {say.sizeOf(households, persons)} · {say.share(rateText(share))}
        </p>
      )}
    </Asked>
  );
}
