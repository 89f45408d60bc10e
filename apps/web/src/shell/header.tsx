import { Link, useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSession } from '../session/session.tsx';
import { useWords } from '../words/language.tsx';
import { AccountMenu } from './account-menu.tsx';
import { AreaNames } from './area-names.tsx';
import { CampaignChoice } from './campaign-choice.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { MessageLink } from './message-link.tsx';
import { type Part, partsFor } from './nav.ts';
import { shellWords } from './words.ts';

/** Parts of the desk for this person's roles, where one is, and who one is. */
export function Header(): ReactNode {
  const say = useWords(shellWords);
  const { who, may } = useSession();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const parts = partsFor(
    who.appointments.filter(({ readsOnly }) => !readsOnly).map(({ role }) => role),
    may,
  );
  const current = currentPart(parts, path);
  return (
    <header className="desk-header">
      <div className="bar">
        <Link to="/" className="brand">
          <b>{say.product}</b> <span>{say.about}</span>
        </Link>
        <nav aria-label={say.menu} className="parts">
          <ul>
            {parts.map((part) => (
              <li key={part.label}>
                <Link to={part.screens[0]?.to ?? '/'} aria-current={part === current ? 'true' : undefined}>
                  {say[part.label] as string}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div className="tools">
          {may('person.find') ? <Link to="/find">{say.find}</Link> : null}
          {may('matter.read') ? <MessageLink /> : null}
          <LanguageSwitch />
          <AccountMenu />
        </div>
      </div>
      <div className="place">
        <AreaNames />
        <CampaignChoice />
        {current === undefined || current.screens.length < 2 ? null : (
          <nav aria-label={say.within} className="screens">
            <ul>
              {current.screens.map(({ label, to }) => (
                <li key={to}>
                  <Link to={to} aria-current={isAt(path, to) ? 'page' : undefined}>
                    {say[label] as string}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </div>
    </header>
  );
}

function currentPart(parts: readonly Part[], path: string): Part | undefined {
  return parts.find(({ screens }) => screens.some(({ to }) => isAt(path, to)));
}

function isAt(path: string, to: string): boolean {
  return path === to || path.startsWith(`${to}/`);
}
