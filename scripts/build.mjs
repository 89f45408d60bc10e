/** npm run build: makes apps/cli/dist/yangguang.js. `--if-stale` leaves a fresh one alone. */
import { parseArgs } from 'node:util';
import { build, isFresh } from './house/bundle.mjs';

const { values } = parseArgs({ options: { 'if-stale': { type: 'boolean' } } });
if (values['if-stale'] && isFresh()) console.log('apps/cli/dist/yangguang.js is fresh');
else {
  await build();
  console.log('built apps/cli/dist/yangguang.js');
}
