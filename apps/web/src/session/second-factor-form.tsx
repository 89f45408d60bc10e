import { type FormEvent, type ReactNode, useState } from 'react';
import { useSend } from '../api/use-api.tsx';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { Problem } from '../ui/problem.tsx';
import { useWords } from '../words/language.tsx';
import type { NextStep } from './sign-in-form.tsx';
import { sessionWords } from './words.ts';

/** The six digits, or a recovery code. */
export function SecondFactorForm({ onNext }: { readonly onNext: (next: NextStep) => void }): ReactNode {
  const say = useWords(sessionWords);
  const give = useSend('session.giveSecondFactor', []);
  const [code, setCode] = useState('');
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (code.trim().length < 6) return;
    try {
      const { next } = await give.send({ code: code.trim() });
      onNext(next);
    } catch {
      setCode('');
    }
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      {give.error === null ? null : <Problem error={give.error} />}
      <TextField
        id="second-factor"
        label={say.code}
        hint={say.secondFactorHint}
        autoComplete="one-time-code"
        inputMode="text"
        maxLength={40}
        value={code}
        onChange={setCode}
      />
      <Button kind="main" type="submit" busy={give.isPending}>
        {say.go}
      </Button>
    </form>
  );
}
