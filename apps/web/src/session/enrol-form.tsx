import { type ReactNode, useState } from 'react';
import { useSend } from '../api/use-api.tsx';
import { Button } from '../ui/button.tsx';
import { FactsList } from '../ui/facts-list.tsx';
import { PasswordField, TextField } from '../ui/field.tsx';
import { Problem } from '../ui/problem.tsx';
import { useWords } from '../words/language.tsx';
import { QrPicture } from './qr/qr-picture.tsx';
import type { NextStep } from './sign-in-form.tsx';
import { sessionWords } from './words.ts';

/** An authenticator: secret, first code, recovery codes. Each is shown once and kept nowhere. */
export function EnrolForm({ onNext }: { readonly onNext: (next: NextStep) => void }): ReactNode {
  const say = useWords(sessionWords);
  const enrol = useSend('session.enrolTotp', []);
  const confirm = useSend('session.confirmTotp', []);
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const error = enrol.error ?? confirm.error;
  const start = (): void => enrol.mutate(password === '' ? {} : { password });
  if (confirm.data !== undefined) return <RecoveryCodes {...confirm.data} onNext={onNext} />;
  return (
    <div>
      {error === null ? null : <Problem error={error} />}
      {enrol.data === undefined ? (
        <form onSubmit={(event) => event.preventDefault()} noValidate>
          <PasswordField
            id="enrol-password"
            label={say.present}
            autoComplete="current-password"
            value={password}
            onChange={setPassword}
          />
          <Button kind="main" type="submit" busy={enrol.isPending} onClick={start}>
            {say.makeSecret}
          </Button>
        </form>
      ) : (
        <form onSubmit={(event) => event.preventDefault()} noValidate>
          <QrPicture text={enrol.data.uri} label={say.qr} />
          <p className="hint">{say.scan}</p>
          <FactsList
            facts={[
              { name: say.secret, value: <code className="secret">{inGroups(enrol.data.secret)}</code> },
              { name: say.uri, value: <code className="secret">{enrol.data.uri}</code> },
            ]}
          />
          <TextField
            id="enrol-code"
            label={say.code}
            autoComplete="one-time-code"
            inputMode="numeric"
            maxLength={6}
            value={code}
            onChange={setCode}
          />
          <Button kind="main" type="submit" busy={confirm.isPending} onClick={() => confirm.mutate({ code })}>
            {say.confirm}
          </Button>
        </form>
      )}
    </div>
  );
}

function RecoveryCodes({
  recoveryCodes,
  next,
  onNext,
}: {
  readonly recoveryCodes: readonly string[];
  readonly next: NextStep;
  readonly onNext: (next: NextStep) => void;
}): ReactNode {
  const say = useWords(sessionWords);
  return (
    <div>
      <h2>{say.recovery}</h2>
      <p>{say.recoveryWhy}</p>
      <ol className="secret">
        {recoveryCodes.map((one) => (
          <li key={one}>
            <code>{one}</code>
          </li>
        ))}
      </ol>
      <Button kind="main" onClick={() => onNext(next)}>
        {say.kept}
      </Button>
    </div>
  );
}

/** Four letters at a time, to be typed off. */
function inGroups(secret: string): string {
  return secret.replace(/(.{4})(?=.)/g, '$1 ');
}
