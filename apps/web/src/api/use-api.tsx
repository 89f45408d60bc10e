import type { Contract } from '@yangguang/contract/all';
import type { Operation } from '@yangguang/contract/operation';
import type { Client, Sent as Asked, Told } from '@yangguang/contract/wire';
import {
  keepPreviousData,
  type QueryKey,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { createContext, use, useCallback } from 'react';

export const ApiContext = createContext<Client | null>(null);

/** The client itself, for what no hook fits, such as uploads. */
export function useApi(): Client {
  const api = use(ApiContext);
  if (api === null) throw new Error('there is no client above this component');
  return api;
}

/** `noun.verb` of every operation. */
export type OperationName = {
  [Noun in keyof Contract]: `${Noun}.${keyof Contract[Noun] & string}`;
}[keyof Contract];
type At<Name extends OperationName> = Name extends `${infer Noun extends keyof Contract}.${infer Verb}`
  ? Verb extends keyof Contract[Noun]
    ? Contract[Noun][Verb] extends Operation
      ? Contract[Noun][Verb]
      : never
    : never
  : never;
export type Sent<Name extends OperationName> = Asked<At<Name>>;
export type Got<Name extends OperationName> = Told<At<Name>>;

/** A row of the list an operation gives page by page; never for what is no list. */
type RowOf<Name extends OperationName> =
  Got<Name> extends { items: readonly (infer Row)[]; next: string | null } ? Row : never;
/** What every page carries. */
interface AnyPage {
  readonly items: readonly unknown[];
  readonly next: string | null;
}

function call<Name extends OperationName>(api: Client, name: Name, input: Sent<Name>): Promise<Got<Name>> {
  const [noun = '', verb = ''] = name.split('.');
  const nouns = api as unknown as Record<string, Record<string, (input: unknown) => Promise<Got<Name>>>>;
  const ask = nouns[noun]?.[verb];
  if (ask === undefined) throw new Error(`the server has no ${name}`);
  return ask(input);
}

export interface AskOptions {
  /** Asked only when true. */
  readonly when?: boolean;
  /** Asked again every so many milliseconds, such as while a job runs. */
  readonly everyMs?: number | false;
  /** While a new input is loading the last answer stays on the page. */
  readonly keepsLast?: boolean;
}

/** Asks and keeps asking when the input changes. The key is [name, input]: see {@link useForget}. */
export function useAsk<Name extends OperationName>(
  name: Name,
  input: Sent<Name>,
  { when = true, everyMs = false, keepsLast = false }: AskOptions = {},
): UseQueryResult<Got<Name>> {
  const api = useApi();
  return useQuery({
    queryKey: [name, input],
    queryFn: () => call(api, name, input),
    enabled: when,
    refetchInterval: everyMs,
    ...(keepsLast ? { placeholderData: keepPreviousData } : {}),
  }) as UseQueryResult<Got<Name>>;
}

export interface Pages<Row> {
  readonly rows: readonly Row[];
  readonly hasMore: boolean;
  readonly more: () => void;
  readonly isLoading: boolean;
  readonly isLoadingMore: boolean;
  readonly error: Error | null;
  readonly retry: () => void;
}

/** A list page by page; `more` fetches the next page and adds it. */
export function usePages<Name extends OperationName>(
  name: Name,
  input: Omit<Sent<Name>, 'cursor'>,
  { when = true }: Pick<AskOptions, 'when'> = {},
): Pages<RowOf<Name>> {
  const api = useApi();
  const query = useInfiniteQuery({
    queryKey: [name, input, 'pages'],
    queryFn: async ({ pageParam }) => {
      const asked = { ...input, ...(pageParam === null ? {} : { cursor: pageParam }) } as Sent<Name>;
      return (await call(api, name, asked)) as AnyPage;
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    enabled: when,
  });
  const { fetchNextPage, refetch } = query;
  return {
    rows: (query.data?.pages ?? []).flatMap((one) => one.items as readonly RowOf<Name>[]),
    hasMore: query.hasNextPage,
    more: useCallback(() => void fetchNextPage(), [fetchNextPage]),
    isLoading: query.isPending && when,
    isLoadingMore: query.isFetchingNextPage,
    error: query.error,
    retry: useCallback(() => void refetch(), [refetch]),
  };
}

/**
 * Sends a change. Afterwards everything read of the nouns named in `forgets` is asked again (all nouns when left out).
 * Never repeated by itself: the caller repeats with the same step id.
 */
export function useSend<Name extends OperationName>(
  name: Name,
  forgets?: readonly (keyof Contract)[],
): UseMutationResult<Got<Name>, Error, Sent<Name>> & {
  readonly send: (input: Sent<Name>) => Promise<Got<Name>>;
} {
  const api = useApi();
  const forget = useForget();
  const mutation = useMutation<Got<Name>, Error, Sent<Name>>({
    mutationFn: (input) => call(api, name, input),
    onSuccess: () => forget(forgets),
  });
  return { ...mutation, send: mutation.mutateAsync };
}

/** Drops what was read of some nouns, so that it is asked again where it is shown. */
export function useForget(): (nouns?: readonly (keyof Contract)[]) => Promise<void> {
  const queries = useQueryClient();
  return useCallback(
    (nouns) =>
      queries.invalidateQueries(
        nouns === undefined ? {} : { predicate: ({ queryKey }) => isOf(queryKey, nouns) },
      ),
    [queries],
  );
}

function isOf(key: QueryKey, nouns: readonly string[]): boolean {
  return nouns.includes(String(key[0]).split('.')[0] ?? '');
}
