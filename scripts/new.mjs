/** npm run new rule INC-30 boat-owner: begins the page of a new rule. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { installPackages } from './house/install-packages.mjs';
import { root } from './house/list-sources.mjs';

const [thing, ...rest] = process.argv.slice(2);
if (thing !== 'rule') {
  console.error('用法 · Usage: npm run new rule CODE SLUG      (npm run new rule INC-30 boat-owner)');
  process.exit(2);
}
installPackages();
const { status } = spawnSync(process.execPath, [join(root, 'yangguang'), 'new-rule', ...rest], {
  stdio: 'inherit',
});
process.exit(status ?? 4);
