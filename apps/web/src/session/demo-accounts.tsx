import type { ReactNode } from 'react';
import { type Got, useSend } from '../api/use-api.tsx';
import { restartTour } from '../shell/tour.tsx';
import { Problem } from '../ui/problem.tsx';
import { usePick, useWords } from '../words/language.tsx';
import { sessionWords } from './words.ts';

/** One button a role, on a demo only: the server of a real office has no such accounts to name. */
export function DemoAccounts({
  about,
  onDone,
}: {
  readonly about: Got<'system.about'> | undefined;
  readonly onDone: () => void;
}): ReactNode {
  const say = useWords(sessionWords);
  const pick = usePick();
  const signIn = useSend('session.signIn', []);
  const demo = about?.demo ?? null;
  if (demo === null) return null;
  const enter = async (userName: string): Promise<void> => {
    await signIn.send({ userName, password: demo.password });
    if (localStorage.getItem('yangguang.tour') === null) restartTour();
    onDone();
  };
  return (
    <section className="demo-accounts" aria-labelledby="demo-accounts">
      <h2 id="demo-accounts">{say.demoAccounts}</h2>
      <p className="hint">{say.demoWhy}</p>
      {signIn.error === null ? null : <Problem error={signIn.error} />}
      <ul>
        {demo.accounts.map(({ userName, title }) => (
          <li key={userName}>
            <button
              type="button"
              className="button plain"
              title={say.demoEnter(pick(title))}
              onClick={() => void enter(userName).catch(() => undefined)}
            >
              {pick(title)}
              <small>{userName}</small>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
