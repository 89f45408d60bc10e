import type { ReactNode } from 'react';
import { Section } from '../../../ui/page.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { useWords } from '../../../words/language.tsx';
import type { Matter } from '../fact-words.ts';
import { noticeBoard } from './notice-board.ts';
import { words } from './words.ts';

/** Where and until when the notice hangs, its objections, and whether it is to be taken down. */
export function BoardPanel({ matter }: { readonly matter: Matter }): ReactNode {
  const say = useWords(words);
  const { stage, place, postedOn, untilOn, objections } = noticeBoard(matter);
  return (
    <Section title={say.board}>
      {stage === 'notYet' ? <p>{say.boardNotYet}</p> : null}
      {postedOn === null || place === null ? null : <p>{say.boardUp(place, postedOn)}</p>}
      {stage === 'hanging' && untilOn !== null ? <p>{say.boardEnds(untilOn)}</p> : null}
      {stage === 'over' ? <p className="note warn">{say.boardOver}</p> : null}
      {stage === 'down' ? <p>{say.boardDown}</p> : null}
      {objections.length === 0 ? (
        <p className="soft">{say.noObjection}</p>
      ) : (
        <>
          <h3>{say.objections(objections.length)}</h3>
          <ul>
            {objections.map(({ id, on, isAnonymous, isAnswered }) => (
              <li key={id}>
                {say.objectionOn(on, isAnonymous)}{' '}
                <Tag tone={isAnswered ? 'good' : 'warn'}>
                  {isAnswered ? say.objectionAnswered : say.objectionOpen}
                </Tag>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}
