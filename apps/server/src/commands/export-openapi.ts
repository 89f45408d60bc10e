import { openApi } from '@yangguang/contract/openapi';
import { serverCommands } from '@yangguang/contract/server-commands';
import type { Command } from './command.ts';
import { exitCode } from './exit-code.ts';

export const exportOpenapi: Command = {
  verb: 'export-openapi',
  summary: serverCommands['export-openapi'],
  words: [],
  flags: {},
  examples: ['yangguang export-openapi > openapi.json'],
  run: (_typed, world) => {
    world.print(JSON.stringify(openApi(world.version), null, 2));
    return Promise.resolve(exitCode.done);
  },
};
