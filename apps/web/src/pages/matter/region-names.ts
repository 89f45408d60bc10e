import { useAsk } from '../../api/use-api.tsx';

/** Names of divisions, for where only text can stand, such as an option of a list; the code until the name is there. */
export function useRegionNames(codes: readonly string[]): (code: string) => string {
  const asked = [...new Set(codes.filter((code) => code.length >= 2))].sort().slice(0, 200);
  const { data } = useAsk('division.names', { codes: asked }, { when: asked.length > 0, keepsLast: true });
  return (code) => data?.items.find((one) => one.code === code)?.name ?? code;
}
