/** npm run build: makes the two programs, apps/cli/dist/yangguang.js and apps/server/dist/yangguang-server.js, and the desk, apps/web/dist. `--if-stale` leaves a fresh one alone. */
import { parseArgs } from 'node:util';
import { build, isFresh } from './house/bundle.mjs';

const { values } = parseArgs({ options: { 'if-stale': { type: 'boolean' } } });
if (values['if-stale'] && isFresh()) console.log('the programs are fresh');
else {
  await build();
  console.log('built apps/cli/dist/yangguang.js, apps/server/dist/yangguang-server.js, apps/web/dist');
}
