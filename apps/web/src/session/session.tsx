import type { Permission } from '@yangguang/domain/people/permission';
import { createContext, use } from 'react';
import type { Got } from '../api/use-api.tsx';

export type Who = Got<'session.whoAmI'>;

export interface Session {
  readonly who: Who;
  /** True when one of the appointments gives the permission; where it holds, the server says. */
  readonly may: (permission: Permission) => boolean;
  readonly signOut: () => void;
}

export const SessionContext = createContext<Session | null>(null);

/** Who is signed in. Only below the desk's frame. */
export function useSession(): Session {
  const session = use(SessionContext);
  if (session === null) throw new Error('nobody is signed in above this component');
  return session;
}
