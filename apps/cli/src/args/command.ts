import type { Bilingual, World } from '../world.ts';

/**
 * A flag, declared once: reading, checking and help all come from it.
 * `switch` is there or not, `text` has one value (the last one given counts), `many` may be repeated.
 */
export interface Flag extends Bilingual {
  readonly kind: 'switch' | 'text' | 'many';
  /** What stands for the value in the help, such as DATE. */
  readonly value?: string;
  readonly choices?: readonly string[];
  /** Says what is wrong with a value, or nothing. */
  readonly refuse?: (value: string) => Bilingual | undefined;
}

/** A word without dashes, in its place. */
export interface Word extends Bilingual {
  readonly name: string;
  readonly optional?: boolean;
}

export type Flags = Readonly<Record<string, Flag>>;

/** What was typed, by flag name: switches as booleans, `many` as lists (empty when absent). */
export type FlagValues<F extends Flags> = {
  readonly [K in keyof F]: F[K]['kind'] extends 'switch'
    ? boolean
    : F[K]['kind'] extends 'many'
      ? readonly string[]
      : string | undefined;
};

export interface CommandSpec<F extends Flags> {
  readonly verb: string;
  readonly summary: Bilingual;
  readonly words: readonly Word[];
  readonly flags: F;
  /** Command lines worth copying. */
  readonly examples: readonly string[];
  /** Does the work; returns the exit code. `words` holds as many texts as were typed, checked against the spec. */
  readonly run: (
    input: { readonly words: readonly string[]; readonly flags: FlagValues<F> },
    world: World,
  ) => Promise<number>;
}

/** What was typed after the verb, checked against the command's declaration. */
export interface TypedArgs {
  readonly words: readonly string[];
  readonly flags: Readonly<Record<string, boolean | string | readonly string[] | undefined>>;
}

/** A command whose flag types are no longer of interest to the caller. */
export interface Command extends Omit<CommandSpec<Flags>, 'run'> {
  readonly run: (input: TypedArgs, world: World) => Promise<number>;
  /** Takes everything after the verb as it was typed, `--help` included, instead of `run`. */
  readonly runTyped?: (argv: readonly string[], world: World) => Promise<number>;
}

/** Keeps the flags' types for `run`, forgets them for the list of commands. */
export function defineCommand<const F extends Flags>(spec: CommandSpec<F>): Command {
  return {
    ...spec,
    run: (input, world) => spec.run({ words: input.words, flags: input.flags as FlagValues<F> }, world),
  };
}
