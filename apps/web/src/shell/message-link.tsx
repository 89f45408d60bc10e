import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useAsk } from '../api/use-api.tsx';
import { useSession } from '../session/session.tsx';
import { useWords } from '../words/language.tsx';
import { shellWords } from './words.ts';

/** The way to the messages, and how many were not seen; looked up again every minute. */
export function MessageLink(): ReactNode {
  const say = useWords(shellWords);
  const { may } = useSession();
  const isReader = may('matter.read');
  const { data } = useAsk('message.count', {}, { when: isReader, everyMs: isReader && 60_000 });
  const count = data === undefined || data.unseen === 0 ? '' : ` (${data.unseen}${data.isMore ? '+' : ''})`;
  return (
    <Link to="/messages">
      {say.messages}
      {count}
    </Link>
  );
}
