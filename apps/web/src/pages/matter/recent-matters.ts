/** What was looked at last: ids and kinds, never whom it is about. Kept as long as the browser's tab is open. */
export interface RecentMatter {
  readonly id: string;
  readonly workflow: string;
  readonly kind: string | null;
  readonly region: string;
}

/** The part of the browser's storage that is used; a test has its own. */
type Shelf = Pick<Storage, 'getItem' | 'setItem'>;

const place = 'yangguang.recent';
const most = 8;

/** Newest first. What somebody else looked at in the same tab is nobody else's. */
export function recentMatters(accountId: string, shelf: Shelf = sessionStorage): readonly RecentMatter[] {
  try {
    const kept = JSON.parse(shelf.getItem(place) ?? '{}') as { by?: unknown; matters?: unknown };
    if (kept.by !== accountId || !Array.isArray(kept.matters)) return [];
    return (kept.matters as RecentMatter[]).filter((one) => typeof one.id === 'string');
  } catch {
    return [];
  }
}

export function rememberMatter(accountId: string, matter: RecentMatter, shelf: Shelf = sessionStorage): void {
  const { id, workflow, kind, region } = matter;
  const others = recentMatters(accountId, shelf).filter((one) => one.id !== id);
  const matters = [{ id, workflow, kind, region }, ...others].slice(0, most);
  shelf.setItem(place, JSON.stringify({ by: accountId, matters }));
}
