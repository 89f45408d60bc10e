import { type ReactNode, useState } from 'react';
import { useAsk, useSend } from '../../api/use-api.tsx';
import { Asked } from '../../ui/asked.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { AreaField } from '../../ui/field.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { uiWords } from '../../ui/words.ts';
import { useWords } from '../../words/language.tsx';
import { batchWords } from './words-batch.ts';

/** Takes a batch back, with what follows from it. @param replacedBy the batch that takes its place */
export function RevokeDialog({
  id,
  replacedBy,
  onClose,
}: {
  readonly id: string;
  readonly replacedBy: string | null;
  readonly onClose: () => void;
}): ReactNode {
  const say = useWords(batchWords);
  const ui = useWords(uiWords);
  const batch = useAsk('import.get', { id });
  const revoke = useSend('import.revoke', ['import', 'run']);
  const [reason, setReason, dropReason] = useDraft(
    `import.revoke:${id}`,
    replacedBy === null ? '' : say.replaceReason,
  );
  const [isTried, setTried] = useState(false);
  const isMissing = reason.trim().length < 2;
  const send = async (): Promise<void> => {
    setTried(true);
    if (isMissing) return;
    await revoke.send({ id, reason: reason.trim(), replacedBy });
    dropReason();
    onClose();
  };
  return (
    <Dialog
      title={say.revokeTitle}
      onClose={onClose}
      footer={
        <>
          <Button kind="danger" busy={revoke.isPending} onClick={() => void send().catch(() => undefined)}>
            {say.revoke}
          </Button>
          <Button onClick={onClose}>{ui.cancel}</Button>
        </>
      }
    >
      {revoke.error === null ? null : <Problem error={revoke.error} />}
      <Asked query={batch}>
        {({ title, runs }) => {
          const open = runs.reduce((all, { openLeads }) => all + openLeads, 0);
          return (
            <>
              <p>
                <b>{title}</b>
              </p>
              <p>{say.revokeConsequence}</p>
              <p className={open > 0 ? 'note warn' : 'soft'}>
                {open > 0 ? say.revokeLeads(open) : say.revokeNoLeads}
              </p>
            </>
          );
        }}
      </Asked>
      <AreaField
        label={say.reason}
        hint={say.reasonHint}
        required
        rows={2}
        maxLength={400}
        fault={isTried && isMissing ? say.reasonNeeded : null}
        value={reason}
        onChange={setReason}
      />
    </Dialog>
  );
}
