import { type FormEvent, type ReactNode, useState } from 'react';
import { useSend } from '../api/use-api.tsx';
import { Button } from '../ui/button.tsx';
import { PasswordField } from '../ui/field.tsx';
import { Problem } from '../ui/problem.tsx';
import { useWords } from '../words/language.tsx';
import type { NextStep } from './sign-in-form.tsx';
import { sessionWords } from './words.ts';

/** Present password and a new one, twice. */
export function NewPasswordForm({ onNext }: { readonly onNext: (next: NextStep) => void }): ReactNode {
  const say = useWords(sessionWords);
  const change = useSend('session.changePassword', []);
  const [present, setPresent] = useState('');
  const [next, setNext] = useState('');
  const [repeat, setRepeat] = useState('');
  const [isTried, setTried] = useState(false);
  const isSame = next === repeat;
  const missing = (value: string, label: string): string | null =>
    isTried && value === '' ? say.missing(label) : null;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (present === '' || next === '' || !isSame || change.isPending) return;
    try {
      const answer = await change.send({ present, next });
      onNext(answer.next);
    } catch {
      setPresent('');
    }
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      {change.error === null ? null : <Problem error={change.error} />}
      <PasswordField
        id="present-password"
        label={say.present}
        autoComplete="current-password"
        value={present}
        onChange={setPresent}
        fault={missing(present, say.present)}
      />
      <PasswordField
        id="next-password"
        label={say.next}
        hint={say.nextHint}
        autoComplete="new-password"
        value={next}
        onChange={setNext}
        fault={missing(next, say.next)}
      />
      <PasswordField
        id="repeat-password"
        label={say.repeat}
        autoComplete="new-password"
        value={repeat}
        onChange={setRepeat}
        fault={isTried && !isSame ? say.notSame : null}
      />
      <Button kind="main" type="submit" busy={change.isPending}>
        {say.change}
      </Button>
    </form>
  );
}
