/** Batches that are chosen from the beginning. */
export interface NewRunSearch {
  readonly batch?: string;
}
