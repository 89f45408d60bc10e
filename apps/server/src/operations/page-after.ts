import { ApiRefusal } from '../http/api-refusal.ts';

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Where a list that is continued by id goes on, and how many rows to ask for: one more than shown tells whether there are others. */
export function pageAfter(input: { readonly cursor?: string | undefined; readonly limit: number }): {
  readonly after: string | null;
  readonly limit: number;
} {
  if (input.cursor !== undefined && !uuid.test(input.cursor))
    throw new ApiRefusal('API-101', { fields: ['cursor'] });
  return { after: input.cursor ?? null, limit: input.limit + 1 };
}

/** The page itself. @param rows as many as {@link pageAfter} asked for */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  idOf: (row: Row) => string,
  toItem: (row: Row) => Item,
): { items: Item[]; next: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(toItem),
    next: rows.length > limit && last !== undefined ? idOf(last) : null,
  };
}
