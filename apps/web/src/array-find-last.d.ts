/** In Chromium since 97, the oldest the desk runs on; the rest of ES2023 came later and stays out. */
interface ReadonlyArray<T> {
  findLast(is: (one: T, index: number) => unknown): T | undefined;
  findLastIndex(is: (one: T, index: number) => unknown): number;
}
interface Array<T> {
  findLast(is: (one: T, index: number) => unknown): T | undefined;
  findLastIndex(is: (one: T, index: number) => unknown): number;
}
