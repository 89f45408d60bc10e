/** Where checks run on this machine, and with which policy. */
export interface CheckPlace {
  /** The server's program. */
  readonly program: string;
  readonly builtInPolicy: string;
  /** Overlays, in order. */
  readonly policy: readonly string[];
  /** Parent of the private folders of jobs. */
  readonly workFolder: string;
  /** Of the processes that check, as the system counts it: some steps back behind requests, 0 beside them. */
  readonly priority: number;
}
