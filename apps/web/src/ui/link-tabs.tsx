import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

/** Views of one thing, each with an address of its own. */
export function LinkTabs({
  label,
  tabs,
}: {
  readonly label: string;
  readonly tabs: readonly {
    readonly key: string;
    readonly title: ReactNode;
    readonly to: string;
    readonly search?: Readonly<Record<string, unknown>>;
    readonly isCurrent: boolean;
  }[];
}): ReactNode {
  return (
    <nav className="tabs" aria-label={label}>
      <ul>
        {tabs.map(({ key, title, to, search, isCurrent }) => (
          <li key={key}>
            <Link
              to={to}
              activeOptions={{ exact: true }}
              {...(search === undefined ? {} : { search })}
              aria-current={isCurrent ? 'page' : undefined}
            >
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
