import { type ReactNode, useEffect } from 'react';
import { useAsk, useSend } from '../api/use-api.tsx';
import { LanguageSwitch } from '../shell/language-switch.tsx';
import { shellWords } from '../shell/words.ts';
import { useWords } from '../words/language.tsx';
import { DemoAccounts } from './demo-accounts.tsx';
import type { NextStep } from './sign-in-form.tsx';
import { setSessionMark } from './session-mark.ts';
import { SetUpForm } from './set-up-form.tsx';
import { SignInSteps } from './sign-in-steps.tsx';
import { sessionWords } from './words.ts';

/** The page before the desk. On a demo it shows the accounts of each role; a real server has none to show. */
export function SignInPage({
  start,
  onDone,
}: {
  readonly start: NextStep | null;
  readonly onDone: () => void;
}): ReactNode {
  const say = useWords(sessionWords);
  const shell = useWords(shellWords);
  const about = useAsk('system.about', {});
  const signOut = useSend('session.signOut', []);
  useEffect(() => {
    document.title = `${say.title} · ${shell.product}`;
  }, [say.title, shell.product]);
  const another = async (): Promise<void> => {
    await signOut.send({});
    setSessionMark(false);
    location.assign('/');
  };
  return (
    <div className="sign-in">
      <header>
        <LanguageSwitch />
      </header>
      <main id="main">
        <p className="brand-mark" aria-hidden="true">
          阳光
        </p>
        <h1>{shell.product}</h1>
        <p className="soft">{shell.about}</p>
        <div className="card">
          {start === null && about.data?.needsSetUp === true ? (
            <SetUpForm />
          ) : (
            <SignInSteps start={start} onDone={onDone} />
          )}
          {about.data?.hasSingleSignOn === true && start === null ? (
            <p>
              <a href="/api/session/single-sign-on" onClick={() => setSessionMark(true)}>
                {say.singleSignOn}
              </a>
            </p>
          ) : null}
          {start === null ? null : (
            <p>
              <button type="button" className="link" onClick={() => void another()}>
                {say.other}
              </button>
            </p>
          )}
        </div>
        {start === null ? <DemoAccounts about={about.data} onDone={onDone} /> : null}
        <p className="soft creed">{say.lead}</p>
      </main>
    </div>
  );
}
