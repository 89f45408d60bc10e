import { type ReactNode, useEffect, useState } from 'react';
import { useWords } from '../words/language.tsx';
import { uiWords } from './words.ts';

/** Grey lines at once; after two seconds words that say what is being done. */
export function Waiting({ what }: { readonly what?: string }): ReactNode {
  const say = useWords(uiWords);
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), 2000);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="waiting" role="status">
      <span className="hidden">{say.loading}</span>
      <i />
      <i />
      <i />
      {isLong ? <p>{what ?? say.loading}</p> : null}
    </div>
  );
}
