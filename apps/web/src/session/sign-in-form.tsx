import { type FormEvent, type ReactNode, useState } from 'react';
import { useSend } from '../api/use-api.tsx';
import { Button } from '../ui/button.tsx';
import { PasswordField, TextField } from '../ui/field.tsx';
import { Problem } from '../ui/problem.tsx';
import { useWords } from '../words/language.tsx';
import { sessionWords } from './words.ts';

/** What the login still lacks. */
export type NextStep = 'secondFactor' | 'newPassword' | 'enrolTotp' | 'none';

/** User name and password. */
export function SignInForm({ onNext }: { readonly onNext: (next: NextStep) => void }): ReactNode {
  const say = useWords(sessionWords);
  const signIn = useSend('session.signIn', []);
  const [userName, setUserName] = useState('');
  const [password, setPassword] = useState('');
  const [isTried, setTried] = useState(false);
  const missing = (value: string, label: string): string | null =>
    isTried && value === '' ? say.missing(label) : null;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (userName === '' || password === '' || signIn.isPending) return;
    try {
      const { next } = await signIn.send({ userName, password });
      onNext(next);
    } catch {
      setPassword('');
      setTried(false);
    }
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      {signIn.error === null ? null : <Problem error={signIn.error} />}
      <TextField
        id="user-name"
        label={say.userName}
        autoComplete="username"
        value={userName}
        onChange={setUserName}
        fault={missing(userName, say.userName)}
        maxLength={80}
        spellCheck={false}
      />
      <PasswordField
        id="password"
        label={say.password}
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        fault={missing(password, say.password)}
        maxLength={256}
      />
      <Button kind="main" type="submit" busy={signIn.isPending}>
        {say.signIn}
      </Button>
    </form>
  );
}
