/** A file on its way. */
export interface UploadItem<File> {
  readonly name: string;
  readonly file: File;
  readonly bytes: number;
  readonly state: 'waiting' | 'sending' | 'done' | 'failed';
  /** Share that has left this computer, 0 to 1. */
  readonly share: number;
  /** Why it failed. */
  readonly error: unknown;
}

/** Sends one file; rejects when it did not arrive. */
export type SendOne<File> = (name: string, file: File, onShare: (share: number) => void) => Promise<unknown>;

/** Files on their way to a batch, a few at a time. One that fails waits until it is tried again; the others go on. */
export class UploadQueue<File extends { readonly size: number }> {
  readonly #send: SendOne<File>;
  readonly #tell: (items: readonly UploadItem<File>[]) => void;
  readonly #atOnce: number;
  #items: readonly UploadItem<File>[] = [];

  /** @param tell hears of every change */
  constructor(send: SendOne<File>, tell: (items: readonly UploadItem<File>[]) => void, atOnce = 2) {
    this.#send = send;
    this.#tell = tell;
    this.#atOnce = atOnce;
  }

  get items(): readonly UploadItem<File>[] {
    return this.#items;
  }

  /** Adds files; one of a name that is there and failed takes its place, of any other it is left out. */
  add(files: readonly { readonly name: string; readonly file: File }[]): void {
    const added = files.filter(
      ({ name }) => this.#find(name) === undefined || this.#find(name)?.state === 'failed',
    );
    const names = new Set(added.map(({ name }) => name));
    this.#set([
      ...this.#items.filter(({ name }) => !names.has(name)),
      ...added.map(({ name, file }) => ({
        ...{ name, file, bytes: file.size, share: 0, error: null },
        state: 'waiting' as const,
      })),
    ]);
    this.#pump();
  }

  /** Tries again what failed. */
  retry(): void {
    this.#set(
      this.#items.map((one) =>
        one.state === 'failed' ? { ...one, state: 'waiting', share: 0, error: null } : one,
      ),
    );
    this.#pump();
  }

  /** Takes one off the list that is not on its way. */
  drop(name: string): void {
    this.#set(this.#items.filter((one) => one.name !== name || one.state === 'sending'));
  }

  #find(name: string): UploadItem<File> | undefined {
    return this.#items.find((one) => one.name === name);
  }

  #pump(): void {
    const sending = this.#items.filter(({ state }) => state === 'sending').length;
    const next = this.#items.filter(({ state }) => state === 'waiting').slice(0, this.#atOnce - sending);
    for (const one of next) void this.#sendOne(one);
  }

  async #sendOne({ name, file }: UploadItem<File>): Promise<void> {
    this.#change(name, { state: 'sending' });
    try {
      await this.#send(name, file, (share) => this.#change(name, { share }));
      this.#change(name, { state: 'done', share: 1 });
    } catch (error) {
      this.#change(name, { state: 'failed', error });
    }
    this.#pump();
  }

  #change(name: string, change: Partial<UploadItem<File>>): void {
    this.#set(this.#items.map((one) => (one.name === name ? { ...one, ...change } : one)));
  }

  #set(items: readonly UploadItem<File>[]): void {
    this.#items = items;
    this.#tell(items);
  }
}
