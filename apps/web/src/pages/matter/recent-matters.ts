/** What was looked at last: ids and kinds, never whom it is about. Kept as long as the browser's tab is open. */
export interface RecentMatter {
  readonly id: string;
  readonly workflow: string;
  readonly kind: string | null;
  readonly region: string;
}

const place = 'yangguang.recent';
const most = 8;

/** Newest first. */
export function recentMatters(): readonly RecentMatter[] {
  try {
    const kept = JSON.parse(sessionStorage.getItem(place) ?? '[]') as unknown;
    return Array.isArray(kept) ? (kept as RecentMatter[]).filter((one) => typeof one.id === 'string') : [];
  } catch {
    return [];
  }
}

export function rememberMatter({ id, workflow, kind, region }: RecentMatter): void {
  const others = recentMatters().filter((one) => one.id !== id);
  const all = [{ id, workflow, kind, region }, ...others].slice(0, most);
  sessionStorage.setItem(place, JSON.stringify(all));
}
