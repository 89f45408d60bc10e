import { runInNewContext } from 'node:vm';

/**
 * Runs synchronous work and stops it when it takes longer than a file of this length can: a damaged formula sends the
 * general reader into a loop without end that fills the memory. A sound file takes it 0.2 s a MB.
 * @param bytes length of the file
 * @throws Error when the time is over
 */
export function withinTime<T>(bytes: number, work: () => T): T {
  const timeout = 5_000 + 2 * Math.ceil(bytes / 1000);
  return runInNewContext('work()', { work }, { timeout }) as T;
}
