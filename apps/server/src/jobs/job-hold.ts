import type { Bilingual } from '@yangguang/domain/errors/user-error';
import { everywhere, type Transaction } from '@yangguang/store/database';
import {
  assertHeld,
  beatJob,
  endJob,
  type HeldJob,
  JobLost,
  type JobProgress,
  keepCheckpoint,
} from '@yangguang/store/job/hold-job';
import type { Office } from '../http/call.ts';
import type { JobAtWork, StepOptions } from './job-kind.ts';

/** A claimed job while this worker holds it: its signs of life, how it is told to stop, and the transactions of its work. */
export class JobHold implements JobAtWork {
  readonly #office: Pick<Office, 'db' | 'now'>;
  readonly #job: HeldJob;
  readonly #stopping = new AbortController();
  readonly #timer: NodeJS.Timeout;
  #why: 'cancelled' | 'stopping' | 'lost' | null = null;
  #progress: JobProgress | null = null;
  #kept: unknown;
  #isFinished = false;
  #isBeating = false;

  constructor(office: Pick<Office, 'db' | 'now'>, job: HeldJob, beatMs: number) {
    this.#office = office;
    this.#job = job;
    this.#kept = job.checkpoint;
    this.#timer = setInterval(() => this.look(), beatMs);
  }

  get id(): string {
    return this.#job.id;
  }

  get payload(): JobAtWork['payload'] {
    return this.#job.payload;
  }

  get checkpoint(): unknown {
    return this.#job.checkpoint;
  }

  get signal(): AbortSignal {
    return this.#stopping.signal;
  }

  /** Why it was told to stop; null when it was not. */
  get why(): 'cancelled' | 'stopping' | 'lost' | null {
    return this.#why;
  }

  get isFinished(): boolean {
    return this.#isFinished;
  }

  progress(fraction: number, { zh, en }: Bilingual): void {
    this.#progress = { fraction: Math.min(1, Math.max(0, fraction)), zh, en };
  }

  async step<T>(work: (tx: Transaction) => Promise<T>, options: StepOptions<T> = {}): Promise<T> {
    this.signal.throwIfAborted();
    const { checkpoint = () => this.#kept, asOwner = false, reach = everywhere } = options;
    let kept = this.#kept;
    const whole = async (tx: Transaction): Promise<T> => {
      await assertHeld(tx, this.#job);
      const result = await work(tx);
      kept = checkpoint(result);
      await keepCheckpoint(tx, this.#job, kept);
      return result;
    };
    const { db } = this.#office;
    const result = await (asOwner ? db.asOwner(whole) : db.within(reach, whole));
    this.#kept = kept;
    return result;
  }

  async finish(work: (tx: Transaction) => Promise<void>): Promise<void> {
    this.signal.throwIfAborted();
    await this.#office.db.within(everywhere, async (tx) => {
      await assertHeld(tx, this.#job);
      await work(tx);
      await endJob(tx, this.#job, 'done', this.#office.now());
    });
    this.#isFinished = true;
  }

  /** Says now that the worker lives, and hears whether the job is to stop. */
  look(): void {
    void this.#beat();
  }

  /** The server is stopping: the job goes back into the queue. */
  handBack(): void {
    this.#stop('stopping');
  }

  /** No more signs of life. */
  release(): void {
    clearInterval(this.#timer);
  }

  async #beat(): Promise<void> {
    if (this.#isBeating || this.#isFinished) return;
    this.#isBeating = true;
    try {
      const isToStop = await this.#office.db.within(everywhere, (tx) =>
        beatJob(tx, this.#job, this.#progress),
      );
      if (isToStop) this.#stop('cancelled');
    } catch (error) {
      // A database that is away for the moment is no reason to stop: a lease is several beats long.
      if (error instanceof JobLost && !this.#isFinished) this.#stop('lost');
    } finally {
      this.#isBeating = false;
    }
  }

  #stop(why: 'cancelled' | 'stopping' | 'lost'): void {
    this.#why ??= why;
    this.#stopping.abort();
  }
}
