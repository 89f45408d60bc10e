/** The row one was at, by what the queue was cut to, as long as this page is open: coming back finds it again. */
const places = new Map<string, number>();

export function placeOf(key: string): number {
  return places.get(key) ?? 0;
}

export function keepPlace(key: string, row: number): void {
  places.set(key, row);
}
