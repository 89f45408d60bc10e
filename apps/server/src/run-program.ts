import { UserError } from '@yangguang/domain/errors/user-error';
import { commands } from './commands/all.ts';
import { checkForServer } from './commands/check-for-server.ts';
import { exitCode } from './commands/exit-code.ts';
import { commandHelp, programHelp } from './commands/help.ts';
import { readArgs } from './commands/read-args.ts';
import { UsageError } from './commands/usage-error.ts';
import { describeFault } from './http/error-answer.ts';
import { guardLine } from './log/guard-line.ts';
import type { World } from './world.ts';

/**
 * Runs one command line of the server program and returns its exit code; never throws.
 * @param argv what was typed after the program's name
 */
export async function runProgram(argv: readonly string[], world: World): Promise<number> {
  const [verb, ...rest] = argv;
  const command = [...commands, checkForServer].find((one) => one.verb === verb);
  try {
    if (command === undefined) return withoutCommand(verb, world);
    if (rest.includes('--help')) {
      world.print(commandHelp(command));
      return exitCode.done;
    }
    return await command.run(readArgs(command, rest), world);
  } catch (error) {
    return complain(error, world);
  }
}

function withoutCommand(verb: string | undefined, world: World): number {
  const isAsked = verb === '--help';
  (isAsked ? world.print : world.complain)(programHelp(commands, world.version));
  return isAsked ? exitCode.done : exitCode.usage;
}

/** A user's mistake in both languages; a fault of ours by kind and places, never by its message, which may quote data. */
function complain(error: unknown, world: World): number {
  if (isSpoken(error)) {
    world.complain(
      error instanceof UserError
        ? `${error.describe('zh')}\n${error.describe('en')}`
        : `${error.code} ${error.zh}\n${error.code} ${error.en}`,
    );
    return error instanceof UsageError ? exitCode.usage : exitCode.found;
  }
  world.complain(
    'SRV-500 程序内部出错，不是您的操作问题。请把下面几行告诉维护人员；其中没有个人信息。\n' +
      'SRV-500 A fault of ours, not of yours. Give the maintainers the lines below; they hold no personal data.\n' +
      JSON.stringify(describeFault(error), null, 2),
  );
  if (world.environment['YANGGUANG_DEBUG'] === '1' && error instanceof Error)
    world.complain(guardLine(String(error.stack)));
  return exitCode.ourFault;
}

function isSpoken(error: unknown): error is { code: string; zh: string; en: string } {
  if (!(error instanceof Error)) return false;
  const { code, zh, en } = error as { code?: unknown; zh?: unknown; en?: unknown };
  return typeof code === 'string' && typeof zh === 'string' && typeof en === 'string';
}
