import { Navigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSession } from '../session/session.tsx';
import { partsFor } from './nav.ts';

/** `/` leads to the first screen of one's own menu. */
export function Home(): ReactNode {
  const { who, may } = useSession();
  const [first] = partsFor(
    who.appointments.map(({ role }) => role),
    may,
  );
  return <Navigate to={first?.screens[0]?.to ?? '/account'} replace />;
}
