import type { ReactNode } from 'react';
import { instant } from '../words/format.ts';

export interface TimelineEntry {
  readonly key: string;
  /** ISO 8601. */
  readonly at: string;
  readonly title: ReactNode;
  /** Who did it. */
  readonly by?: ReactNode;
  readonly children?: ReactNode;
}

/** What happened, in order. */
export function Timeline({ entries }: { readonly entries: readonly TimelineEntry[] }): ReactNode {
  return (
    <ol className="timeline">
      {entries.map(({ key, at, title, by, children }) => (
        <li key={key}>
          <time dateTime={at}>{instant(at)}</time>
          <div>
            <b>{title}</b> {by === undefined ? null : <span className="soft">{by}</span>}
            {children}
          </div>
        </li>
      ))}
    </ol>
  );
}
