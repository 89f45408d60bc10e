import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../words/language.tsx';
import { shellWords } from './words.ts';

/** The way to the messages. */
export function MessageLink(): ReactNode {
  const say = useWords(shellWords);
  return <Link to="/messages">{say.messages}</Link>;
}
