import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useWords } from '../words/language.tsx';
import { uiWords } from './words.ts';

interface Props {
  readonly title: string;
  readonly children: ReactNode;
  /** Buttons, the main one first. */
  readonly footer?: ReactNode;
  readonly onClose: () => void;
  readonly wide?: boolean;
}

/**
 * A dialog of the browser's own: focus stays inside, Esc closes, the page behind is out of reach, and focus goes back to
 * where it came from. Mounted means open.
 */
export function Dialog({ title, children, footer, onClose, wide = false }: Props): ReactNode {
  const say = useWords(uiWords);
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const opener = document.activeElement;
    const shown = dialog.current;
    if (shown !== null && !shown.open) shown.showModal();
    return () => {
      shown?.close();
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className={wide ? 'dialog wide' : 'dialog'}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header>
        <h2 id={id}>{title}</h2>
        <button type="button" className="button quiet" onClick={onClose}>
          {say.close}
        </button>
      </header>
      <div className="dialog-body">{children}</div>
      {footer === undefined ? null : <footer>{footer}</footer>}
    </dialog>
  );
}
