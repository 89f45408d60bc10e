import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useApi } from '../api/use-api.tsx';
import type { Client } from '@yangguang/contract/wire';

type Waiting = Map<string, ((name: string) => void)[]>;
const waiting = new WeakMap<Client, Waiting>();

/** Name of a division; its code until the name is there, and where nobody knows one. */
export function useRegionName(code: string): string {
  const api = useApi();
  const queries = useQueryClient();
  const { data } = useQuery({
    queryKey: ['division.name', code],
    queryFn: () => nameOf(api, code),
    enabled: code.length >= 2,
    staleTime: Infinity,
    gcTime: Infinity,
    initialData: () => queries.getQueryData<string>(['division.name', code]),
  });
  return data ?? code;
}

/** Name of a division by its code. */
export function RegionName({ code }: { readonly code: string }): ReactNode {
  return <span title={code}>{useRegionName(code)}</span>;
}

/** Names that a page asks for at the same moment go out as one question. */
function nameOf(api: Client, code: string): Promise<string> {
  return new Promise((resolve) => {
    const asked = waiting.get(api) ?? gather(api);
    asked.set(code, [...(asked.get(code) ?? []), resolve]);
  });
}

function gather(api: Client): Waiting {
  const asked: Waiting = new Map();
  waiting.set(api, asked);
  setTimeout(() => {
    waiting.delete(api);
    void answer(api, asked);
  }, 20);
  return asked;
}

async function answer(api: Client, asked: Waiting): Promise<void> {
  const codes = [...asked.keys()];
  for (let from = 0; from < codes.length; from += 200) {
    const part = codes.slice(from, from + 200);
    const names = await api.division.names({ codes: part }).catch(() => ({ items: [] }));
    const byCode = new Map(names.items.map(({ code, name }) => [code, name]));
    for (const code of part) for (const tell of asked.get(code) ?? []) tell(byCode.get(code) ?? code);
  }
}
