import { type ReactNode, useState } from 'react';
import { Button, type ButtonKind } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { Problem } from './problem.tsx';
import { uiWords } from './words.ts';
import { useWords } from '../words/language.tsx';

/** One act that is asked about first: what follows from it stands above the button. */
export function ConfirmDialog({
  title,
  consequence,
  verb,
  kind = 'main',
  act,
  onClose,
  children,
  whyNot = null,
}: {
  readonly title: string;
  readonly consequence: string;
  /** On the button: verb and object. */
  readonly verb: string;
  readonly kind?: ButtonKind;
  /** Resolves when it is done: the dialog then closes. */
  readonly act: () => Promise<unknown>;
  readonly onClose: () => void;
  readonly children?: ReactNode;
  readonly whyNot?: string | null;
}): ReactNode {
  const ui = useWords(uiWords);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const run = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      await act();
      onClose();
    } catch (fault) {
      setError(fault);
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button kind={kind} busy={busy} whyNot={whyNot} onClick={() => void run()}>
            {verb}
          </Button>
          <Button onClick={onClose}>{ui.cancel}</Button>
        </>
      }
    >
      {error === null ? null : <Problem error={error} />}
      <p>{consequence}</p>
      {children}
    </Dialog>
  );
}
