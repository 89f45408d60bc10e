import { type ReactNode, useEffect, useRef } from 'react';
import { useWords } from '../words/language.tsx';
import { uiWords } from './words.ts';

interface Fault {
  /** Id of the field. */
  readonly id: string;
  readonly text: string;
}

/** What has to be corrected before a form can be sent, on top of it; takes the focus when it appears. */
export function FaultSummary({ faults }: { readonly faults: readonly Fault[] }): ReactNode {
  const say = useWords(uiWords);
  const box = useRef<HTMLDivElement>(null);
  const count = faults.length;
  useEffect(() => {
    if (count > 0) box.current?.focus();
  }, [count]);
  if (count === 0) return null;
  return (
    <div ref={box} className="fault-summary" role="alert" tabIndex={-1}>
      <p>{say.faults(count)}</p>
      <ul>
        {faults.map(({ id, text }) => (
          <li key={id}>
            <button type="button" className="link" onClick={() => document.getElementById(id)?.focus()}>
              {text}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
