import { type ReactNode, useState } from 'react';
import { flushSync } from 'react-dom';
import { useSend } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { Button } from '../../ui/button.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useNow } from '../../words/clock.ts';
import { instant } from '../../words/format.ts';
import { useWords } from '../../words/language.tsx';
import styles from './household.module.css';
import { householdWords } from './words.ts';

/** Prints the card as it stands, masked; that it was printed is on record first. */
export function PrintCard({ id }: { readonly id: string }): ReactNode {
  const say = useWords(householdWords);
  const { who } = useSession();
  const now = useNow();
  const [at, setAt] = useState<string | null>(null);
  const send = useSend('household.print', []);
  const print = async (): Promise<void> => {
    try {
      await send.send({ id });
    } catch {
      return; // Shown from the state of the request: nothing leaves that is not on record.
    }
    flushSync(() => setAt(now()));
    window.print();
  };
  return (
    <>
      <Button busy={send.isPending} onClick={() => void print()}>
        {say.print}
      </Button>
      {send.error === null ? null : <Problem error={send.error} />}
      {at === null ? null : (
        <p className="print-only">{say.printedBy(`${who.fullName}（${who.userName}）`, instant(at))}</p>
      )}
    </>
  );
}

/** Room for signatures on the printed sheet. */
export function SignHere(): ReactNode {
  const say = useWords(householdWords);
  return (
    <p className={`print-only ${styles['sign'] ?? ''}`}>
      <span>{say.signVisitor}</span>
      <span>{say.signFamily}</span>
      <span>{say.signDate}</span>
    </p>
  );
}
