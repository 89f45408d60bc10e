import type { ReactNode } from 'react';
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
export function PrintCard({
  id,
  onPrint,
}: {
  readonly id: string;
  /** When it is printed: the sheet says so. */
  readonly onPrint: (at: string) => void;
}): ReactNode {
  const say = useWords(householdWords);
  const now = useNow();
  const send = useSend('household.print', []);
  const print = async (): Promise<void> => {
    try {
      await send.send({ id });
    } catch {
      return; // Shown from the state of the request: nothing leaves that is not on record.
    }
    flushSync(() => onPrint(now()));
    window.print();
  };
  return (
    <>
      <Button busy={send.isPending} onClick={() => void print()}>
        {say.print}
      </Button>
      {send.error === null ? null : <Problem error={send.error} />}
    </>
  );
}

/** Room for signatures on the printed sheet, and who printed it when. */
export function SheetFoot({ printedAt }: { readonly printedAt: string | null }): ReactNode {
  const say = useWords(householdWords);
  const { who } = useSession();
  return (
    <div className="print-only">
      <p className={styles['sign']}>
        <span>{say.signVisitor}</span>
        <span>{say.signFamily}</span>
        <span>{say.signDate}</span>
      </p>
      {printedAt === null ? null : <p>{say.printedBy(who.fullName, who.userName, instant(printedAt))}</p>}
    </div>
  );
}
