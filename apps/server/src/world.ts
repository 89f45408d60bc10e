/**
 * What a command of the server program may touch of the machine. Only main.ts makes one: clock, chance and exit live
 * there.
 */
export interface World {
  /** Lines for the user, without the line end. */
  readonly print: (line: string) => void;
  /** Complaints: the error stream. */
  readonly complain: (line: string) => void;
  /** The next line of the input, without echo where it is a terminal (passwords); null at its end. */
  readonly readSecret: (prompt: string) => Promise<string | null>;
  readonly now: () => Date;
  readonly newId: () => string;
  /** Aborted by Ctrl-C and SIGTERM. */
  readonly signal: AbortSignal;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Folder of the built-in policy pack. */
  readonly builtInPolicy: string;
  readonly version: string;
  /** The file of this program, to be started again in a process of its own. */
  readonly program: string;
}
