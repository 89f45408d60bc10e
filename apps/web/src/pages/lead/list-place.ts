/** Where one is in the list one came from. */
export interface ListPlace {
  /** Matter of the next lead that was not looked at, after this one in the list, else from its beginning; null: none left. */
  readonly next: string | null;
  readonly previous: string | null;
  /** Looked at since the page was opened, of those still in the list or left since. */
  readonly seen: number;
  readonly total: number;
}

/**
 * @param ids of the list as it was when it was opened, in its order
 * @param seen ids looked at, this one included
 * @param total as the server counts the list; more than `ids` where the list is long
 */
export function listPlace(
  ids: readonly string[],
  current: string,
  seen: ReadonlySet<string>,
  total: number,
): ListPlace {
  const at = ids.indexOf(current);
  const ahead = [...ids.slice(at + 1), ...ids.slice(0, Math.max(at, 0))];
  return {
    next: ahead.find((id) => !seen.has(id)) ?? null,
    previous: at > 0 ? (ids[at - 1] ?? null) : null,
    seen: ids.filter((id) => seen.has(id)).length,
    total: Math.max(total, ids.length),
  };
}

/** Leads looked at, by list, as long as this page is open. Ids only. */
const seenByList = new Map<string, Set<string>>();

/** Notes that a lead of a list was looked at. @returns all that were */
export function noteSeen(list: string, id: string): ReadonlySet<string> {
  const seen = seenByList.get(list) ?? new Set<string>();
  seen.add(id);
  seenByList.set(list, seen);
  return seen;
}
