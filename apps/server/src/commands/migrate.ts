import { serverCommands } from '@yangguang/contract/server-commands';
import { migrate as migrateDatabase } from '@yangguang/store/migrate';
import { openBase } from '../office/open-base.ts';
import { readSettings } from '../settings.ts';
import type { Command } from './command.ts';
import { exitCode } from './exit-code.ts';

/** For installations that upgrade the database before the program; `serve` does it by itself. */
export const migrate: Command = {
  verb: 'migrate',
  summary: serverCommands.migrate,
  words: [],
  flags: {},
  examples: ['DATABASE_URL=postgresql://… yangguang migrate'],
  async run(_typed, world) {
    const base = await openBase(readSettings(world.environment), (line) => world.complain(line));
    try {
      const { applied, version } = await migrateDatabase(base.url);
      world.print(
        applied.length === 0
          ? `数据库已是第 ${version} 版，无需升级。`
          : `已升级到第 ${version} 版：${applied.join('、')}。`,
      );
      world.print(
        applied.length === 0
          ? `The database is at version ${version} already.`
          : `The database is at version ${version} now: ${applied.join(', ')}.`,
      );
    } finally {
      await base.stop();
    }
    return exitCode.done;
  },
};
