import { type ReactNode, useState } from 'react';
import { newId } from '../../api/new-id.ts';
import { useAsk, useSend } from '../../api/use-api.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FaultSummary } from '../../ui/fault-summary.tsx';
import { ChoiceField, SelectField, TextField } from '../../ui/field.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { uiWords } from '../../ui/words.ts';
import { useWords } from '../../words/language.tsx';
import { OneTimeSecret } from './one-time-secret.tsx';
import { peopleWords } from './words-people.ts';

const blank = { userName: '', fullName: '', unitId: '', way: 'password', subject: '' };
type Typed = typeof blank;

/** Opens an account; its id is made once, so that a second try is not a second account. */
export function OpenAccountDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const say = useWords(peopleWords);
  const ui = useWords(uiWords);
  const toast = useToast();
  const [typed, setTyped, drop] = useDraft<Typed>('account.create', blank);
  const [id] = useState(newId);
  const [isTried, setTried] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const create = useSend('account.create', ['account']);
  const faults = isTried ? faultsOf(typed, say) : [];
  const send = async (): Promise<void> => {
    setTried(true);
    if (faultsOf(typed, say).length > 0 || create.isPending) return;
    const { userName, fullName, unitId, way, subject } = typed;
    const withPassword = way === 'password';
    const { firstPassword } = await create.send({
      ...{ id, userName, fullName, unitId, withPassword },
      ...(withPassword ? {} : { oidcSubject: subject }),
    });
    drop();
    toast({ text: say.created(userName) });
    if (firstPassword === null) onClose();
    else setSecret(firstPassword);
  };
  if (secret !== null) return <OneTimeSecret userName={typed.userName} secret={secret} onClose={onClose} />;
  return (
    <Dialog
      title={say.open}
      onClose={onClose}
      footer={
        <>
          <Button kind="main" busy={create.isPending} onClick={() => void send().catch(() => undefined)}>
            {say.createVerb}
          </Button>
          <Button onClick={onClose}>{ui.cancel}</Button>
        </>
      }
    >
      <p className="hint">{say.openLead}</p>
      {create.error === null ? null : <Problem error={create.error} />}
      <FaultSummary faults={faults} />
      <Fields typed={typed} onTyped={setTyped} faults={faults} />
    </Dialog>
  );
}

interface Fault {
  readonly id: string;
  readonly text: string;
}

function faultsOf(typed: Typed, say: Say): Fault[] {
  const asked: [string, string, string][] = [
    ['account-user', typed.userName, say.userName],
    ['account-name', typed.fullName, say.fullName],
    ['account-unit', typed.unitId, say.unit],
    ...(typed.way === 'password'
      ? []
      : ([['account-subject', typed.subject, say.ssoSubject]] as [string, string, string][])),
  ];
  return asked
    .filter(([, value]) => value.trim() === '')
    .map(([id, , label]) => ({ id, text: say.missing(label) }));
}

interface Say {
  readonly userName: string;
  readonly fullName: string;
  readonly unit: string;
  readonly ssoSubject: string;
  readonly missing: (what: string) => string;
}

function Fields({
  typed,
  onTyped,
  faults,
}: {
  readonly typed: Typed;
  readonly onTyped: (typed: Typed) => void;
  readonly faults: readonly Fault[];
}): ReactNode {
  const say = useWords(peopleWords);
  const units = useAsk('unit.list', { limit: 200 });
  const set = (name: keyof Typed) => (value: string) => onTyped({ ...typed, [name]: value });
  const fault = (id: string): string | null => faults.find((one) => one.id === id)?.text ?? null;
  return (
    <>
      <TextField
        id="account-user"
        label={say.userName}
        hint={say.userNameHint}
        required
        autoComplete="off"
        maxLength={40}
        value={typed.userName}
        onChange={set('userName')}
        fault={fault('account-user')}
      />
      <TextField
        id="account-name"
        label={say.fullName}
        required
        autoComplete="off"
        maxLength={40}
        value={typed.fullName}
        onChange={set('fullName')}
        fault={fault('account-name')}
      />
      <SelectField
        id="account-unit"
        label={say.unit}
        required
        value={typed.unitId}
        onChange={set('unitId')}
        choices={(units.data?.items ?? []).map((unit) => ({ value: unit.id, label: unit.name }))}
        fault={fault('account-unit')}
      />
      <ChoiceField
        label={say.way}
        value={typed.way}
        onChange={set('way')}
        choices={[
          { value: 'password', label: say.withPassword, hint: say.withPasswordHint },
          { value: 'sso', label: say.withSso, hint: say.withSsoHint },
        ]}
      />
      {typed.way === 'sso' ? (
        <TextField
          id="account-subject"
          label={say.ssoSubject}
          required
          autoComplete="off"
          value={typed.subject}
          onChange={set('subject')}
          fault={fault('account-subject')}
        />
      ) : null}
    </>
  );
}
