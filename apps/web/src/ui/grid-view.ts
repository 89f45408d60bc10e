/** Rows of a list of fixed height that have to be drawn: those in sight and a few beyond, both ends included. */
export function rowsInSight(
  top: number,
  height: number,
  rowHeight: number,
  rowCount: number,
  beyond = 6,
): { readonly first: number; readonly last: number } {
  if (rowCount === 0) return { first: 0, last: -1 };
  const first = Math.max(Math.floor(top / rowHeight) - beyond, 0);
  const last = Math.min(Math.ceil((top + height) / rowHeight) + beyond, rowCount - 1);
  return { first: Math.min(first, rowCount - 1), last };
}

/** Where to scroll so that a row is whole in sight; the present place when it is. @param head height of what sticks on top */
export function scrollToRow(
  row: number,
  top: number,
  height: number,
  rowHeight: number,
  head: number,
): number {
  const from = row * rowHeight;
  const room = height - head;
  if (from < top) return from;
  if (from + rowHeight > top + room) return from + rowHeight - room;
  return top;
}

/** The row that a key goes to; null for keys that go nowhere. @param page rows of a page */
export function rowAfterKey(key: string, row: number, rowCount: number, page: number): number | null {
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: row + 1,
    ArrowUp: row - 1,
    PageDown: row + page,
    PageUp: row - page,
    Home: 0,
    End: rowCount - 1,
  };
  const wanted = moves[key];
  return wanted === undefined || rowCount === 0 ? null : Math.min(Math.max(wanted, 0), rowCount - 1);
}
