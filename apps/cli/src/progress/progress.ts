/**
 * How a long run tells how far it is. `fraction` is the share of the whole run that is done, from 0 to 1 and never
 * falling; the display works out the remaining time from it.
 */
export interface Progress {
  /** A file is being read. */
  file(name: string, fraction: number): void;
  /** A stage or a rule has begun. */
  stage(nameZh: string, nameEn: string, fraction: number): void;
  /** Nothing more will come. */
  done(): void;
}
