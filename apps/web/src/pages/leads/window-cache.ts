/** A part of the queue, as the server is asked for it. */
export interface Part {
  readonly at?: string;
  readonly before?: string;
  readonly skip: number;
  readonly limit: number;
}

/** What is known of the whole queue: the place of every `step`-th row. */
export interface Places {
  readonly step: number;
  readonly places: readonly string[];
}

/**
 * How the n-th window of `size` rows is asked for: from the nearest place before it, and not beyond the next, so that
 * windows never overlap though rows came and went since. The first needs no places. Null: it cannot be asked for yet.
 */
export function partOfWindow(no: number, size: number, outline: Places | null): Part | null {
  if (outline === null) return no === 0 ? { skip: 0, limit: size } : null;
  const from = no * size;
  const nth = Math.floor(from / outline.step);
  const at = outline.places[nth];
  const before = outline.places[nth + 1];
  if (at === undefined) return null;
  return { at, ...(before === undefined ? {} : { before }), skip: from % outline.step, limit: size };
}

/** Windows that hold the rows from `first` to `last`, both included. */
export function windowsFor(first: number, last: number, size: number): number[] {
  const from = Math.floor(Math.max(first, 0) / size);
  const to = Math.floor(Math.max(last, 0) / size);
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

type Held<Row> =
  | { readonly state: 'asked'; readonly rows: readonly Row[] | null }
  | { readonly state: 'here'; readonly rows: readonly Row[] }
  | { readonly state: 'failed'; readonly rows: readonly Row[] | null; readonly error: unknown };

/** The rows a window has, in whatever state it is. */
export type RowAt<Row> =
  | { readonly kind: 'row'; readonly row: Row }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'failed' }
  /** It was counted, and has left the list since. */
  | { readonly kind: 'gone' };

/**
 * Windows of rows that were fetched, the last used ones: scrolling through a hundred thousand rows keeps no more than
 * `most` windows. What an earlier time brought stays in sight until its window was fetched again.
 */
export class WindowCache<Row> {
  readonly size: number;
  readonly #most: number;
  readonly #held = new Map<number, Held<Row>>();
  /** Windows of an earlier time. */
  readonly #old = new Set<number>();

  constructor(size: number, most = 40) {
    this.size = size;
    this.#most = most;
  }

  /** What stands at a row. */
  rowAt(index: number): RowAt<Row> {
    const held = this.#held.get(Math.floor(index / this.size));
    if (held === undefined) return { kind: 'waiting' };
    if (held.rows === null) return { kind: held.state === 'failed' ? 'failed' : 'waiting' };
    const row = held.rows[index % this.size];
    if (row !== undefined) return { kind: 'row', row };
    return { kind: held.state === 'here' ? 'gone' : 'waiting' };
  }

  /** Those of the windows that have to be fetched: never asked for, or of an earlier time. */
  missing(windows: readonly number[]): number[] {
    return windows.filter((no) => {
      const held = this.#held.get(no);
      return held === undefined || (this.#old.has(no) && held.state !== 'asked');
    });
  }

  /** Windows whose last fetch failed. */
  failed(): number[] {
    return [...this.#held].filter(([, held]) => held.state === 'failed').map(([no]) => no);
  }

  errorOf(no: number): unknown {
    const held = this.#held.get(no);
    return held?.state === 'failed' ? held.error : null;
  }

  ask(no: number): void {
    this.#put(no, { state: 'asked', rows: this.#held.get(no)?.rows ?? null });
  }

  take(no: number, rows: readonly Row[]): void {
    this.#old.delete(no);
    this.#put(no, { state: 'here', rows });
  }

  fail(no: number, error: unknown): void {
    this.#put(no, { state: 'failed', rows: this.#held.get(no)?.rows ?? null, error });
  }

  /** Fetches failed ones anew when they are wanted again. */
  forgetFailures(): void {
    for (const no of this.failed()) this.#held.delete(no);
  }

  /** Everything is of an earlier time: shown, and fetched again where it is looked at. */
  age(): void {
    for (const no of this.#held.keys()) this.#old.add(no);
  }

  /** Was looked at: stays longer than what was not. */
  touch(windows: readonly number[]): void {
    for (const no of windows) {
      const held = this.#held.get(no);
      if (held !== undefined) this.#put(no, held);
    }
  }

  get windows(): readonly number[] {
    return [...this.#held.keys()];
  }

  #put(no: number, held: Held<Row>): void {
    this.#held.delete(no);
    this.#held.set(no, held);
    for (const oldest of this.#held.keys()) {
      if (this.#held.size <= this.#most) break;
      this.#held.delete(oldest);
      this.#old.delete(oldest);
    }
  }
}
