import type { Command } from './args/command.ts';
import { commandHelp, programHelp } from './args/help.ts';
import { readArgs } from './args/read-args.ts';
import { commands } from './commands/all.ts';
import { exitCode } from './exit-code.ts';
import { explainFailure } from './failure/explain-failure.ts';
import { UsageError } from './failure/usage-error.ts';
import type { World } from './world.ts';

/**
 * Runs one command line and returns its exit code; never throws.
 * @param argv what was typed after `yangguang`
 */
export async function runCli(argv: readonly string[], world: World): Promise<number> {
  const [verb, ...rest] = argv;
  try {
    return await runVerb(verb, rest, world);
  } catch (error) {
    const failure = explainFailure(error, commands.find((command) => command.verb === verb)?.verb, world);
    for (const line of failure.lines) world.complain(`${line}\n`);
    return failure.exit;
  }
}

async function runVerb(verb: string | undefined, rest: readonly string[], world: World): Promise<number> {
  if (verb === undefined) {
    world.complain(`${programHelp(commands, world.version)}\n`);
    return exitCode.usage;
  }
  if (['--help', '-h', 'help'].includes(verb)) return showHelp(rest[0], world);
  if (verb === '--version' || verb === '-v') {
    world.print(world.version);
    return exitCode.done;
  }
  const command = findCommand(verb);
  if (command === undefined) throw unknownVerb(verb);
  if (command.runTyped !== undefined) return command.runTyped(rest, world);
  if (rest.includes('--help') || rest.includes('-h')) return showHelp(verb, world);
  const code = await command.run(readArgs(command, rest), world);
  return world.signal.aborted ? exitCode.interrupted : code;
}

function showHelp(verb: string | undefined, world: World): number {
  const command = verb === undefined ? undefined : findCommand(verb);
  if (verb !== undefined && command === undefined) throw unknownVerb(verb);
  world.print(command ? commandHelp(command) : programHelp(commands, world.version));
  return exitCode.done;
}

const findCommand = (verb: string): Command | undefined => commands.find((command) => command.verb === verb);

function unknownVerb(verb: string): UsageError {
  const known = commands.map((command) => command.verb);
  return new UsageError('CLI-101', {
    zh: `没有“${verb}”这个命令。可用：${known.join('、')}。`,
    en: `There is no command "${verb}". Known: ${known.join(', ')}.`,
  });
}
