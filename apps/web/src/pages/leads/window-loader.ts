import { type Part, partOfWindow, type Places, WindowCache, windowsFor } from './window-cache.ts';

/** While somebody scrolls, windows are asked for this often at most: those passed by are never fetched. */
const everyMs = 120;

/** Windows on their way at a time. */
const atOnce = 4;

/** What is known of the queue, and when it was found out. */
export type Outline = Places & { readonly at: number };

type Fetch<Row> = (part: Part) => Promise<readonly Row[]>;

/** Fetches the windows of the rows in sight into a cache, and tells whenever rows came. */
export class WindowLoader<Row> {
  readonly cache: WindowCache<Row>;
  readonly #changed: () => void;
  #outline: Outline | null = null;
  #fetch: Fetch<Row> | null = null;
  #first = 0;
  #last = 0;
  #flying = 0;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(size: number, changed: () => void) {
    this.cache = new WindowCache<Row>(size);
    this.#changed = changed;
  }

  /** Says what is known now. With a newer outline what was fetched before is fetched again where it is looked at. */
  know(outline: Outline | null, fetch: Fetch<Row>): void {
    const before = this.#outline;
    this.#fetch = fetch;
    this.#outline = outline;
    if (before !== null && outline !== null && before.at !== outline.at) this.cache.age();
    this.#look();
  }

  /** Says which rows are in sight, both ends included. */
  readonly want = (first: number, last: number): void => {
    this.#first = first;
    this.#last = Math.max(last, first);
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      this.#look();
    }, everyMs);
  };

  readonly retry = (): void => {
    this.cache.forgetFailures();
    this.#changed();
    this.#look();
  };

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #look(): void {
    const windows = windowsFor(this.#first, this.#last, this.cache.size);
    this.cache.touch(windows);
    for (const no of this.cache.missing(windows)) {
      const part = partOfWindow(no, this.cache.size, this.#outline);
      if (part !== null && this.#fetch !== null && this.#flying < atOnce)
        void this.#load(no, part, this.#fetch);
    }
  }

  async #load(no: number, part: Part, fetch: Fetch<Row>): Promise<void> {
    this.#flying += 1;
    this.cache.ask(no);
    try {
      this.cache.take(no, await fetch(part));
    } catch (error) {
      this.cache.fail(no, error);
    }
    this.#flying -= 1;
    this.#changed();
    this.#look();
  }
}
