import { type ReactNode, useState } from 'react';
import { type Got, useAsk, useSend } from '../../api/use-api.tsx';
import { Asked } from '../../ui/asked.tsx';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/page.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useWords } from '../../words/language.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { SessionTable } from './session-table.tsx';
import { peopleWords } from './words-people.ts';

/** Where an account is signed in, and the acts that end it. */
export function AccountSessions({ account }: { readonly account: Got<'account.get'> }): ReactNode {
  const say = useWords(peopleWords);
  const toast = useToast();
  const asked = useAsk('account.listSessions', { id: account.id });
  const end = useSend('account.endSessions', ['account']);
  /** null: none is being ended; '': all of them. */
  const [ending, setEnding] = useState<string | null>(null);
  return (
    <Section
      title={say.sessions}
      actions={
        (asked.data?.items.length ?? 0) > 0 ? (
          <Button onClick={() => setEnding('')}>{say.endAll}</Button>
        ) : undefined
      }
    >
      <Asked query={asked}>
        {({ items }) => <SessionTable rows={items} onEnd={({ id }) => setEnding(id)} />}
      </Asked>
      {ending === null ? null : (
        <ConfirmDialog
          title={ending === '' ? say.endAll : say.endSession}
          consequence={say.endWhy}
          verb={ending === '' ? say.endAll : say.endSession}
          act={async () => {
            await end.send({ id: account.id, ...(ending === '' ? {} : { sessionId: ending }) });
            toast({ text: say.done });
          }}
          onClose={() => setEnding(null)}
        />
      )}
    </Section>
  );
}
