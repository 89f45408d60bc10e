import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { serverCommands } from '@yangguang/contract/server-commands';
import { UserError } from '@yangguang/domain/errors/user-error';
import type { Command } from '../args/command.ts';
import { exitCode } from '../exit-code.ts';
import type { World } from '../world.ts';

/**
 * Commands of the server program. It is a program of its own, since this one also runs where there is no database:
 * what was typed is handed over as it is, with input, output and signals.
 */
export const handedOver: readonly Command[] = Object.entries(serverCommands).map(([verb, summary]) => ({
  verb,
  summary,
  words: [],
  flags: {},
  examples: [],
  run: (_typed, world) => runServerProgram(verb, [], world),
  runTyped: (argv, world) => runServerProgram(verb, argv, world),
}));

async function runServerProgram(verb: string, argv: readonly string[], world: World): Promise<number> {
  const program = join(dirname(world.builtInPolicy), 'apps/server/dist/yangguang-server.js');
  if (!existsSync(program)) throw notBuilt();
  const child = spawn(process.execPath, [program, verb, ...argv], { stdio: 'inherit' });
  // Ctrl-C in a terminal reaches both programs; a signal sent to this one alone is passed on.
  const stop = (): void => void child.kill('SIGTERM');
  world.signal.addEventListener('abort', stop, { once: true });
  try {
    return await new Promise<number>((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (code, signal) =>
        resolve(code ?? (signal === null ? exitCode.ourFault : exitCode.interrupted)),
      );
    });
  } finally {
    world.signal.removeEventListener('abort', stop);
  }
}

function notBuilt(): UserError {
  return new UserError('CLI-305', {
    what: { zh: '这里没有服务器程序。', en: 'The server program is not here.' },
    why: {
      zh: '它还没有构建，或没有随本程序一起安装。',
      en: 'It was not built, or not installed together with this program.',
    },
    remedy: { zh: '请运行 npm run build。', en: 'Run npm run build.' },
  });
}
