import type { ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FactsList } from '../../ui/facts-list.tsx';
import { useWords } from '../../words/language.tsx';
import styles from './admin.module.css';
import { peopleWords } from './words-people.ts';

/** A first password, shown this once: the server keeps only what it is compared with. */
export function OneTimeSecret({
  userName,
  secret,
  onClose,
}: {
  readonly userName: string;
  readonly secret: string;
  readonly onClose: () => void;
}): ReactNode {
  const say = useWords(peopleWords);
  return (
    <Dialog
      title={say.firstPassword}
      onClose={onClose}
      footer={
        <Button kind="main" onClick={onClose}>
          {say.handedOver}
        </Button>
      }
    >
      <p>{say.firstPasswordWhy}</p>
      <FactsList
        facts={[
          { name: say.userName, value: <code>{userName}</code> },
          { name: say.firstPassword, value: <code className={styles['secret']}>{secret}</code> },
        ]}
      />
    </Dialog>
  );
}
