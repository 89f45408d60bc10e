import type { ReactNode } from 'react';

/** Name of a division by its code. */
export function RegionName({ code }: { readonly code: string }): ReactNode {
  return <>{code}</>;
}
