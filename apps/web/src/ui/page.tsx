import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useWords } from '../words/language.tsx';
import { shellWords } from '../shell/words.ts';
import { uiWords } from './words.ts';

export interface Crumb {
  readonly label: string;
  /** Path within the desk. */
  readonly to: string;
}

/** A screen: its heading takes the focus when one arrives, the tab of the browser carries it (never a person's name). */
export function Page({
  title,
  tabTitle = title,
  crumbs = [],
  actions,
  lead,
  children,
}: {
  readonly title: string;
  /** For the browser's tab and history where the heading names a person. */
  readonly tabTitle?: string;
  readonly crumbs?: readonly Crumb[];
  readonly actions?: ReactNode;
  /** A sentence below the heading. */
  readonly lead?: ReactNode;
  readonly children: ReactNode;
}): ReactNode {
  const say = useWords(uiWords);
  const shell = useWords(shellWords);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${tabTitle} · ${shell.product}`;
  }, [tabTitle, shell.product]);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <>
      {crumbs.length === 0 ? null : (
        <nav className="crumbs" aria-label={say.breadcrumbs}>
          <ol>
            {crumbs.map(({ label, to }) => (
              <li key={to}>
                <Link to={to}>{label}</Link>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <div className="page-head">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {actions === undefined ? null : <div className="page-actions">{actions}</div>}
      </div>
      {lead === undefined ? null : <div className="page-lead">{lead}</div>}
      {children}
    </>
  );
}

/** A white card with a heading. */
export function Section({
  title,
  actions,
  children,
  className = '',
}: {
  readonly title: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string | undefined;
}): ReactNode {
  const id = useId();
  return (
    <section className={`card ${className}`} aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {actions}
      </header>
      {children}
    </section>
  );
}
