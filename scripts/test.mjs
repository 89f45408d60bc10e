/**
 * npm test: installs what the tests need (packages, a browser, a Chinese font, a PostgreSQL), builds, runs the house checks and
 * then every test: units, policy, stories, browser. The last line is "N passed, N failed": tests, with each house
 * check counted as one.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installForTests } from './house/install-for-tests.mjs';
import { installPackages } from './house/install-packages.mjs';
import { runCommand, tool } from './house/run-command.mjs';

installPackages();
installForTests();
const folder = mkdtempSync(join(tmpdir(), 'yangguang-test-'));
const count = { passed: 0, failed: 0 };

try {
  const built = await runCommand(process.execPath, ['scripts/build.mjs', '--if-stale'], { show: true });
  if (!built.ok) count.failed += 1;
  const house = await runCommand(process.execPath, ['scripts/check.mjs', '--no-tests'], { show: true });
  const [, passed = '0', failed = '1'] = /check: (\d+) passed, (\d+) failed/.exec(house.text) ?? [];
  add(Number(passed), Number(failed));

  const report = join(folder, 'vitest.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const tests = await runCommand(tool('vitest'), ['run', ...reporters], { show: true });
  countTests(report, tests.ok);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

console.log(`${count.passed} passed, ${count.failed} failed`);
process.exit(count.failed > 0 ? 1 : 0);

function add(passed, failed) {
  count.passed += passed;
  count.failed += failed;
}

/** A file that could not even be loaded has no test that failed: it counts as one. */
function countTests(report, ok) {
  let result = { numPassedTests: 0, numFailedTests: 0, testResults: [] };
  try {
    result = JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    console.error('vitest left no report');
  }
  const notLoaded = result.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  const failed = result.numFailedTests + notLoaded.length;
  add(result.numPassedTests, ok ? failed : Math.max(failed, 1));
}
