import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { CheckField } from '../ui/field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useKeyboard, useKeys } from '../ui/keys.tsx';
import { useWords } from '../words/language.tsx';
import { shellWords } from './words.ts';

/** Opens at `?`: every key of the screen as it stands, and the switch for them. */
export function KeyHelp(): ReactNode {
  const say = useWords(shellWords);
  const navigate = useNavigate();
  const keyboard = useKeyboard();
  const [isOpen, setOpen] = useState(false);
  useKeys([
    { key: '?', title: say.keyHelp, run: () => setOpen(true) },
    { key: '/', title: say.keyFind, run: () => void navigate({ to: '/find' }) },
    { key: 'g', title: say.keyWork, run: () => void navigate({ to: '/' }) },
  ]);
  if (!isOpen) return null;
  return (
    <Dialog title={say.keyboard} onClose={() => setOpen(false)}>
      <p>{say.keyboardHelp}</p>
      <dl className="keys">
        {keyboard.list().map(({ key, title }) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{title}</dd>
          </div>
        ))}
      </dl>
      <CheckField label={say.keysOn} value={keyboard.isOn} onChange={keyboard.turn} />
    </Dialog>
  );
}
