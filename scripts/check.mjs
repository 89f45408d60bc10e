/**
 * npm run check: everything that says "the house is in order", in under three minutes.
 *   --no-tests      leave out the unit tests (scripts/test.mjs runs all tests afterwards)
 *   --only a,b      run only the named steps
 * All steps run even when one fails; the output of failed steps is printed, then one line a step with its time.
 */
import { parseArgs } from 'node:util';
import { runCommand, tool } from './house/run-command.mjs';

const { values } = parseArgs({ options: { 'no-tests': { type: 'boolean' }, only: { type: 'string' } } });

const node = process.execPath;
const still = [
  { name: 'types', what: 'tsc', run: [tool('tsc'), ['-p', '.']] },
  { name: 'desk types', what: 'tsc, the desk', run: [tool('tsc'), ['-p', 'apps/web']] },
  {
    name: 'journeys',
    what: 'tsc, the journeys at the desk',
    run: [tool('tsc'), ['-p', 'tests/browser/desk']],
  },
  {
    name: 'lint',
    what: 'oxlint, type-aware; sizes',
    run: [tool('oxlint'), ['--type-aware', '--deny-warnings', '.']],
  },
  { name: 'format', what: 'biome', run: [tool('biome'), ['format', '.']] },
  { name: 'arrows', what: 'who may import whom', run: [node, ['scripts/check-arrows.mjs']] },
  { name: 'unused', what: 'knip', run: [tool('knip'), ['--no-progress']] },
  { name: 'house', what: 'ID numbers, clock, names', run: [node, ['scripts/lint-house.mjs']] },
  { name: 'generated', what: 'generated files unchanged', run: [node, ['scripts/generate.mjs', '--check']] },
];
const tests = [
  {
    name: 'tests',
    what: 'policy house tests and unit tests',
    run: [tool('vitest'), ['run', 'packages', 'apps']],
  },
];

const wanted = (step) => !values.only || values.only.split(',').includes(step.name);
const results = [];
const started = Date.now();

await runTogether(still.filter(wanted), 2);
if (!values['no-tests']) await runTogether(tests.filter(wanted), 1);
report();

async function runTogether(steps, width) {
  const waiting = [...steps];
  const work = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) results.push(await runStep(step));
  };
  await Promise.all(Array.from({ length: width }, work));
}

async function runStep(step) {
  const from = Date.now();
  const { ok, text } = await runCommand(...step.run);
  const seconds = (Date.now() - from) / 1000;
  if (!ok) console.log(`\n── ${step.name} (${step.what}) ──\n${text.trimEnd()}`);
  return { ...step, ok, seconds };
}

function report() {
  const total = (Date.now() - started) / 1000;
  console.log('');
  for (const { name, what, ok, seconds } of results)
    console.log(
      `${ok ? 'ok    ' : 'FAILED'} ${name.padEnd(10)} ${seconds.toFixed(1).padStart(6)} s  ${what}`,
    );
  const failed = results.filter((result) => !result.ok).length;
  console.log(`check: ${results.length - failed} passed, ${failed} failed, ${total.toFixed(1)} s`);
  if (total > 180) console.log('check took longer than its three minutes: make it faster');
  process.exit(failed > 0 ? 1 : 0);
}
