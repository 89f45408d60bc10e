import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSession } from '../session/session.tsx';
import { useWords } from '../words/language.tsx';
import { restartTour } from './tour.tsx';
import { tourWords } from './tour-words.ts';
import { shellWords } from './words.ts';

/** Who is signed in, and the way out. */
export function AccountMenu(): ReactNode {
  const say = useWords(shellWords);
  const tour = useWords(tourWords);
  const { who, may, signOut } = useSession();
  return (
    <details className="menu">
      <summary>{who.fullName}</summary>
      <ul>
        <li>
          <Link to="/account">{say.myAccount}</Link>
        </li>
        {may('lead.dispatch') && may('run.start') ? (
          <li>
            <button type="button" onClick={restartTour}>
              {tour.restart}
            </button>
          </li>
        ) : null}
        <li>
          <button type="button" onClick={signOut}>
            {say.signOut}
          </button>
        </li>
      </ul>
    </details>
  );
}
