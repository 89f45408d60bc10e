import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useAsk } from '../api/use-api.tsx';
import { useWords } from '../words/language.tsx';
import { shellWords } from './words.ts';

/** The way to the messages, and how many nobody has looked at yet. */
export function MessageLink(): ReactNode {
  const say = useWords(shellWords);
  const { data } = useAsk('message.count', {}, { everyMs: 60_000 });
  const unseen = data?.unseen ?? 0;
  return (
    <Link to="/messages">
      {say.messages}
      {unseen > 0 ? (
        <>
          {' '}
          <b className="count">{unseen}</b> <span className="hidden">{say.notSeen}</span>
        </>
      ) : null}
    </Link>
  );
}
