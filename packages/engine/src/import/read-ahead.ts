/**
 * What `read` makes of each item, in order. With `ahead`, the next item is read while the caller works on the last
 * one: at most one reading waits, and none is still running when the caller stops early.
 */
export async function* readAhead<Item, Reading>(
  items: readonly Item[],
  read: (item: Item, at: number) => Promise<Reading>,
  ahead: boolean,
): AsyncGenerator<{ readonly item: Item; readonly at: number; readonly reading: Reading }> {
  let next: Promise<Reading> | null = null;
  try {
    for (const [at, item] of items.entries()) {
      const reading: Reading = await (next ?? read(item, at));
      const following = items[at + 1];
      next = ahead && following !== undefined ? read(following, at + 1) : null;
      // Its failure belongs to its own turn; until then it must not end the process.
      next?.catch(() => undefined);
      yield { item, at, reading };
    }
  } finally {
    await next?.catch(() => undefined);
  }
}
