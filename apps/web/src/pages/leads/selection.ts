/** What is chosen in the queue: some leads, or all that the filter gives without some. */
export type Selection =
  | { readonly kind: 'some'; readonly ids: ReadonlySet<string> }
  | { readonly kind: 'all'; readonly without: ReadonlySet<string> };

export const nothing: Selection = { kind: 'some', ids: new Set() };
export const everything: Selection = { kind: 'all', without: new Set() };

export function isChosen(selection: Selection, id: string): boolean {
  return selection.kind === 'some' ? selection.ids.has(id) : !selection.without.has(id);
}

/** Chooses the leads, or chooses them no longer. */
export function choose(selection: Selection, ids: readonly string[], isOn: boolean): Selection {
  if (selection.kind === 'some') return { kind: 'some', ids: put(selection.ids, ids, isOn) };
  return { kind: 'all', without: put(selection.without, ids, !isOn) };
}

/** All of several, some, or none. */
export function chosenOf(selection: Selection, ids: readonly string[]): 'all' | 'some' | 'none' {
  const count = ids.filter((id) => isChosen(selection, id)).length;
  if (count === 0) return 'none';
  return count === ids.length ? 'all' : 'some';
}

/** @param total leads that the filter gives */
export function countChosen(selection: Selection, total: number): number {
  return selection.kind === 'some' ? selection.ids.size : Math.max(total - selection.without.size, 0);
}

function put(set: ReadonlySet<string>, ids: readonly string[], isIn: boolean): ReadonlySet<string> {
  const next = new Set(set);
  for (const id of ids)
    if (isIn) next.add(id);
    else next.delete(id);
  return next;
}
