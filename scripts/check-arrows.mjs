/**
 * Who may import whom. Runs dependency-cruiser over the rooms and says, for each wrong arrow, why it is
 * wrong and what to do. Fails as well when the tool saw fewer files than the rooms hold: a check that
 * looks at nothing must not be green.
 */
import { createRequire } from 'node:module';
import { cruise } from 'dependency-cruiser';
import config from '../.dependency-cruiser.mjs';
import { listSources } from './house/list-sources.mjs';

readTsx();
const sources = listSources().filter((file) => /^(apps|packages)\/[^/]+\/src\/.*\.tsx?$/.test(file));
const { output } = await cruise(['apps', 'packages'], {
  ...config.options,
  validate: true,
  ruleSet: { forbidden: config.forbidden },
});

const seen = new Set(output.modules.map((module) => module.source));
const unseen = sources.filter((file) => !seen.has(file));
const arrows = output.modules
  .filter((module) => sources.includes(module.source))
  .reduce((sum, module) => sum + module.dependencies.length, 0);
const comments = new Map(config.forbidden.map((rule) => [rule.name, rule.comment]));

for (const { from, to, rule } of output.summary.violations)
  console.error(`${from} → ${to}\n  ${rule.name}: ${comments.get(rule.name) ?? ''}`);
for (const file of unseen) console.error(`${file}: not seen by dependency-cruiser`);
if (sources.length > 0 && arrows < sources.length / 2)
  console.error(`only ${arrows} arrows between ${sources.length} files: the parser is not reading imports`);

const failed = output.summary.violations.length + unseen.length > 0 || arrows < sources.length / 2;
console.log(`${sources.length} files, ${arrows} arrows, ${output.summary.violations.length} wrong`);
process.exit(failed ? 1 : 0);

/** dependency-cruiser has swc read TypeScript without JSX; the screens of the desk are TypeScript with it. */
function readTsx() {
  const swc = createRequire(import.meta.url)('@swc/core');
  const parse = swc.parseFileSync.bind(swc);
  swc.parseFileSync = (file, options) => parse(file, { ...options, tsx: file.endsWith('.tsx') });
}
