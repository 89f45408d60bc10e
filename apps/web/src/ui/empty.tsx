import type { ReactNode } from 'react';

/** Nothing here: why, and what to do next. */
export function Empty({ why, children }: { readonly why: string; readonly children?: ReactNode }): ReactNode {
  return (
    <div className="empty">
      <p>{why}</p>
      {children}
    </div>
  );
}
