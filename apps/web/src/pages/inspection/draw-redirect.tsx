import { Navigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';

/** Drawing has a screen of its own. */
export function DrawRedirect({ matterId }: { readonly matterId: string }): ReactNode {
  return <Navigate to="/samples/new" search={{ inspection: matterId }} />;
}
