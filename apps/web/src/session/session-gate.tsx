import { Refused } from '@yangguang/contract/wire';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import { useAsk, useSend } from '../api/use-api.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Problem } from '../ui/problem.tsx';
import { dropDrafts } from '../ui/use-draft.ts';
import { Waiting } from '../ui/waiting.tsx';
import { useWords } from '../words/language.tsx';
import { type Session, SessionContext, type Who } from './session.tsx';
import { hasSessionMark, setSessionMark } from './session-mark.ts';
import { SignInPage } from './sign-in-page.tsx';
import { SignInSteps } from './sign-in-steps.tsx';
import { sessionWords } from './words.ts';

/**
 * Lets through who is signed in. A session that ends while somebody works is asked for again in a dialog over the page,
 * so that nothing typed is lost; as somebody else one starts afresh.
 */
export function SessionGate({
  hasEnded,
  onRenewed,
  children,
}: {
  readonly hasEnded: boolean;
  readonly onRenewed: () => void;
  readonly children: ReactNode;
}): ReactNode {
  const [isKnown, setKnown] = useState(hasSessionMark);
  const asked = useAsk('session.whoAmI', {}, { when: isKnown });
  const again = (): void => {
    setSessionMark(true);
    setKnown(true);
    void asked.refetch();
  };
  if (asked.data === undefined) {
    if (!isKnown || (asked.error instanceof Refused && asked.error.code === 'API-102'))
      return <SignInPage start={null} onDone={again} />;
    return asked.error === null ? <Waiting /> : <Problem error={asked.error} onRetry={again} />;
  }
  if (asked.data.next !== 'none') return <SignInPage start={asked.data.next} onDone={again} />;
  return (
    <Known who={asked.data}>
      {children}
      {hasEnded ? <EndedDialog who={asked.data} onRenewed={onRenewed} /> : null}
    </Known>
  );
}

function Known({ who, children }: { readonly who: Who; readonly children: ReactNode }): ReactNode {
  const { mutateAsync } = useSend('session.signOut', []);
  const session = useMemo<Session>(
    () => ({
      who,
      may: (permission) => who.permissions.includes(permission),
      signOut: () => {
        dropDrafts();
        setSessionMark(false);
        void mutateAsync({}).finally(() => location.assign('/'));
      },
    }),
    [who, mutateAsync],
  );
  return <SessionContext value={session}>{children}</SessionContext>;
}

function EndedDialog({ who, onRenewed }: { readonly who: Who; readonly onRenewed: () => void }): ReactNode {
  const say = useWords(sessionWords);
  const queries = useQueryClient();
  const asked = useAsk('session.whoAmI', {});
  const renew = async (): Promise<void> => {
    const { data } = await asked.refetch();
    if (data?.accountId !== who.accountId) {
      location.assign('/');
      return;
    }
    onRenewed();
    await queries.invalidateQueries();
  };
  return (
    <Dialog title={say.ended} onClose={() => location.assign('/')}>
      <p>{say.endedWhy}</p>
      <SignInSteps start={null} onDone={() => void renew()} />
    </Dialog>
  );
}
