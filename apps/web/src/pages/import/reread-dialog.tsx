import { type ReactNode, useState } from 'react';
import { type Got, useSend } from '../../api/use-api.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { AreaField } from '../../ui/field.tsx';
import { Problem } from '../../ui/problem.tsx';
import { uiWords } from '../../ui/words.ts';
import { useWords } from '../../words/language.tsx';
import { batchWords } from './words-batch.ts';
import { words } from './words.ts';

/** Has a batch read again with everything settled so far. */
export function RereadDialog({
  batch,
  onClose,
}: {
  readonly batch: Pick<Got<'import.get'>, 'id' | 'version' | 'waitingActs'>;
  readonly onClose: () => void;
}): ReactNode {
  const say = useWords(batchWords);
  const upload = useWords(words);
  const ui = useWords(uiWords);
  const reread = useSend('import.reread', ['import']);
  const [passwords, setPasswords] = useState('');
  const send = async (): Promise<void> => {
    const list = passwords.split('\n').map((one) => one.trim());
    await reread.send({
      id: batch.id,
      version: batch.version,
      passwords: list.filter((one) => one !== ''),
    });
    onClose();
  };
  return (
    <Dialog
      title={say.rereadTitle}
      onClose={onClose}
      footer={
        <>
          <Button kind="main" busy={reread.isPending} onClick={() => void send().catch(() => undefined)}>
            {say.reread}
          </Button>
          <Button onClick={onClose}>{ui.cancel}</Button>
        </>
      }
    >
      {reread.error === null ? null : <Problem error={reread.error} />}
      {batch.waitingActs > 0 ? <p>{say.waitingActs(batch.waitingActs)}</p> : null}
      <p>{say.rereadConsequence}</p>
      <AreaField
        label={say.passwords}
        hint={upload.passwordsHint}
        rows={2}
        value={passwords}
        onChange={setPasswords}
      />
    </Dialog>
  );
}
