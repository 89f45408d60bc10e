import type { Bilingual } from '@yangguang/domain/errors/user-error';
import type { World } from '../world.ts';

/** A flag: `switch` is there or not, `text` has one value. */
export interface Flag extends Bilingual {
  readonly kind: 'switch' | 'text';
  /** What stands for the value in the help, such as FILE. */
  readonly value?: string;
}

/** A word without dashes, in its place. */
export interface Word extends Bilingual {
  readonly name: string;
  readonly optional?: true;
}

/** What was typed after the verb, checked against the declaration. */
export interface TypedArgs {
  readonly words: readonly string[];
  readonly flags: Readonly<Record<string, string | true | undefined>>;
}

/** One command of the server program; help and checks come from the declaration. */
export interface Command {
  readonly verb: string;
  readonly summary: Bilingual;
  readonly words: readonly Word[];
  readonly flags: Readonly<Record<string, Flag>>;
  /** Command lines worth copying. */
  readonly examples: readonly string[];
  /** Does the work; returns the exit code. */
  readonly run: (typed: TypedArgs, world: World) => Promise<number>;
}
