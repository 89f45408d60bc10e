/** Asks for the names of codes; codes nobody knows are not in the answer. */
type Ask = (codes: readonly string[]) => Promise<readonly { readonly code: string; readonly name: string }[]>;

/** As many codes as one question may hold. */
const mostAtOnce = 200;

/** Names of divisions, kept while the page is open; what is missing is collected for a moment and asked for at once. */
export class RegionNames {
  readonly #names = new Map<string, string>();
  readonly #wanted = new Set<string>();
  readonly #listeners = new Set<() => void>();
  readonly #later: (work: () => void) => void;
  #ask: Ask | null = null;
  #isWaiting = false;
  #version = 0;

  /** @param later runs something a moment later */
  constructor(later: (work: () => void) => void) {
    this.#later = later;
  }

  /** The name, or the code while it is not known; then it is asked for. */
  readonly of = (code: string): string => {
    const known = this.#names.get(code);
    if (known !== undefined) return known;
    if (/^\d{2,12}$/.test(code)) {
      this.#wanted.add(code);
      this.#wait();
    }
    return code;
  };

  readonly serve = (ask: Ask): void => {
    this.#ask = ask;
    this.#wait();
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Another number whenever names have come. */
  readonly version = (): number => this.#version;

  #wait(): void {
    if (this.#isWaiting || this.#ask === null || this.#wanted.size === 0) return;
    this.#isWaiting = true;
    this.#later(() => void this.#fetch());
  }

  async #fetch(): Promise<void> {
    const ask = this.#ask;
    const codes = [...this.#wanted].slice(0, mostAtOnce);
    for (const code of codes) this.#wanted.delete(code);
    try {
      const found = new Map((await ask?.(codes))?.map(({ code, name }) => [code, name]));
      // A code without a name is shown as it is, and not asked for again.
      for (const code of codes) this.#names.set(code, found.get(code) ?? code);
      this.#version += 1;
      for (const listener of this.#listeners) listener();
    } catch {
      // The codes stay in sight; whoever shows them next asks again.
    }
    this.#isWaiting = false;
    this.#wait();
  }
}

/** Those of this page. */
export const regionNames = new RegionNames((work) => setTimeout(work, 20));

/** Name or code, as it is known now. */
export const namesKept = regionNames.of;
