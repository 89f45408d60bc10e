import { type ReactNode, useState } from 'react';
import { useWords } from '../words/language.tsx';
import { EnrolForm } from './enrol-form.tsx';
import { NewPasswordForm } from './new-password-form.tsx';
import { SecondFactorForm } from './second-factor-form.tsx';
import { type NextStep, SignInForm } from './sign-in-form.tsx';
import { sessionWords } from './words.ts';

/** The steps of a login, one after the other, until nothing is missing. */
export function SignInSteps({
  start,
  onDone,
}: {
  /** What is missing at the beginning; null: everything. */
  readonly start: NextStep | null;
  readonly onDone: () => void;
}): ReactNode {
  const say = useWords(sessionWords);
  const [step, setStep] = useState<NextStep | null>(start);
  const go = (next: NextStep): void => {
    if (next === 'none') onDone();
    else setStep(next);
  };
  if (step === 'secondFactor')
    return (
      <>
        <h2>{say.secondFactor}</h2>
        <SecondFactorForm onNext={go} />
      </>
    );
  if (step === 'newPassword')
    return (
      <>
        <h2>{say.newPassword}</h2>
        <p className="hint">{say.newPasswordWhy}</p>
        <NewPasswordForm onNext={go} />
      </>
    );
  if (step === 'enrolTotp')
    return (
      <>
        <h2>{say.enrol}</h2>
        <p className="hint">{say.enrolWhy}</p>
        <EnrolForm onNext={go} />
      </>
    );
  return <SignInForm onNext={go} />;
}
