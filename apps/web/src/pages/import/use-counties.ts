import { useSession } from '../../session/session.tsx';

/** Counties that one's appointments hold whole; none when they reach further, or not so far. */
export function useCounties(): string[] {
  const { who } = useSession();
  const areas = who.appointments.map(({ area }) => area).filter((area) => area.length === 6);
  return [...new Set(areas)].sort();
}
