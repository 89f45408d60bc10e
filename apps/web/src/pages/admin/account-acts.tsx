import { type ReactNode, useState } from 'react';
import { type Got, useSend } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { Button, type ButtonKind } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useWords } from '../../words/language.tsx';
import { type Act, actsFor } from './account-state.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { OneTimeSecret } from './one-time-secret.tsx';
import { peopleWords } from './words-people.ts';

type Account = Got<'account.get'>;

/** What the security administrator does with an account. Others see the buttons and why they are shut. */
export function AccountActs({ account }: { readonly account: Account }): ReactNode {
  const say = useWords(peopleWords);
  const { may, who } = useSession();
  const [act, setAct] = useState<Act | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const whyNot = may('account.manage') ? (who.accountId === account.id ? say.self : null) : say.notYours;
  return (
    <>
      <div className="buttons">
        {whyNot === null ? (
          actsFor(account).map((one) => (
            <Button key={one} kind={kindOf(one)} onClick={() => setAct(one)}>
              {say[one]}
            </Button>
          ))
        ) : (
          <p className="hint">{whyNot}</p>
        )}
      </div>
      {act === null ? null : (
        <ActDialog act={act} account={account} onClose={() => setAct(null)} onSecret={setSecret} />
      )}
      {secret === null ? null : (
        <OneTimeSecret userName={account.userName} secret={secret} onClose={() => setSecret(null)} />
      )}
    </>
  );
}

const kindOf = (act: Act): ButtonKind => (act === 'disable' ? 'danger' : 'plain');

function ActDialog({
  act,
  account,
  onClose,
  onSecret,
}: {
  readonly act: Act;
  readonly account: Account;
  readonly onClose: () => void;
  readonly onSecret: (secret: string) => void;
}): ReactNode {
  const say = useWords(peopleWords);
  const toast = useToast();
  const [subject, setSubject] = useState(account.oidcSubject ?? '');
  const sends = useActs(account.id, subject);
  const run = async (): Promise<void> => {
    const secret = await sends[act]();
    toast({ text: say.done });
    if (typeof secret === 'string') onSecret(secret);
  };
  return (
    <ConfirmDialog
      title={`${say[act]} · ${account.fullName}`}
      consequence={say[`${act}Why`]}
      verb={say[act]}
      kind={act === 'disable' ? 'danger' : 'main'}
      act={run}
      onClose={onClose}
    >
      {act === 'linkSso' ? (
        <TextField label={say.ssoSubject} autoComplete="off" value={subject} onChange={setSubject} />
      ) : null}
    </ConfirmDialog>
  );
}

/** Each resolves to a first password where there is one to hand over. */
function useActs(id: string, subject: string): Readonly<Record<Act, () => Promise<unknown>>> {
  const disable = useSend('account.disable', ['account']);
  const enable = useSend('account.enable', ['account']);
  const unlock = useSend('account.unlock', ['account']);
  const resetPassword = useSend('account.resetPassword', ['account']);
  const resetTotp = useSend('account.resetTotp', ['account']);
  const link = useSend('account.linkSingleSignOn', ['account']);
  return {
    disable: () => disable.send({ id }),
    enable: () => enable.send({ id }),
    unlock: () => unlock.send({ id }),
    resetPassword: async () => (await resetPassword.send({ id })).firstPassword,
    resetTotp: () => resetTotp.send({ id }),
    linkSso: () => link.send({ id, oidcSubject: subject.trim() === '' ? null : subject.trim() }),
  };
}
