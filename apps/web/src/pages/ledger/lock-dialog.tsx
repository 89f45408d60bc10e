import { type ReactNode, useState } from 'react';
import { newId } from '../../api/new-id.ts';
import { type Got, useSend } from '../../api/use-api.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useWords } from '../../words/language.tsx';
import { words } from './words.ts';

/** Locking a period cannot be undone: it says so, and how many cells are still empty. */
export function LockDialog({
  campaignId,
  table,
  onClose,
}: {
  readonly campaignId: string;
  readonly table: Got<'ledger.get'>;
  readonly onClose: () => void;
}): ReactNode {
  const say = useWords(words);
  const toast = useToast();
  const [id] = useState(newId);
  const lock = useSend('ledger.lock', ['ledger']);
  const { cells, filled, typed } = table.summary;
  const empty = cells - filled - typed;
  const send = async (): Promise<void> => {
    const { periodOn, region } = table;
    await lock.send({ id, campaignId, ledger: table.head.id, periodOn, region });
    toast({ text: say.lockDone });
    onClose();
  };
  return (
    <Dialog
      title={say.lockTitle}
      onClose={onClose}
      footer={
        <>
          <Button kind="danger" busy={lock.isPending} onClick={() => void send().catch(() => undefined)}>
            {say.lock}
          </Button>
          <Button onClick={onClose}>{say.notYet}</Button>
        </>
      }
    >
      {lock.error === null ? null : <Problem error={lock.error} />}
      <p>{say.lockWhat(table.periodOn, table.place)}</p>
      {empty === 0 ? null : <p className="note warn">{say.lockEmpty(empty)}</p>}
    </Dialog>
  );
}
