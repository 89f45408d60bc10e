/**
 * House rules that no common linter knows:
 *   - no valid ID number in a committed file, except a few that are obviously made up;
 *   - no clock outside main (`new Date()` without arguments; oxlint sees the rest);
 *   - files named kebab-case, and never utils, helpers, common or manager;
 *   - no page of documentation that names a file which is not there;
 *   - no barrel `index.ts`, no test left switched off.
 * Prints each finding with what to do; exit code 1 when there is any.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { listSources, root } from './house/list-sources.mjs';
import { findIdNumbers } from './house/find-id-numbers.mjs';

const largestText = 20 * 1024 * 1024;
const findings = [];
const report = (file, line, what) => findings.push(`${file}:${line}: ${what}`);

const files = listSources();
for (const file of files) {
  checkName(file);
  if (statSync(join(root, file)).size > largestText) continue;
  const bytes = readFileSync(join(root, file));
  if (bytes.subarray(0, 8000).includes(0)) continue;
  const lines = bytes.toString('utf8').split('\n');
  checkIdNumbers(file, lines);
  if (/\.(tsx?|mjs)$/.test(file)) checkCode(file, lines);
  if (/^(README|CHANGELOG|docs\/).*\.md$/.test(file)) checkPlaces(file, lines);
}

for (const finding of findings.sort()) console.error(finding);
console.log(`${files.length} files, ${findings.length} findings`);
process.exit(findings.length > 0 ? 1 : 0);

function checkName(file) {
  if (!/^(apps|packages|scripts|tests|bench)\//.test(file)) return;
  const name = file.split('/').at(-1);
  if (/\.(tsx?|mjs)$/.test(name) && !/^[a-z0-9]+(-[a-z0-9]+)*(\.test|\.config|\.d)?\.(tsx?|mjs)$/.test(name))
    report(file, 1, 'name files in kebab-case, after their one main export');
  const vague = file.split('/').find((part) => /^(utils?|helpers?|common|manager|misc)(\.|$)/.test(part));
  if (vague) report(file, 1, `“${vague}” says nothing: name it after what it does`);
  if (/\/index\.ts$/.test(file))
    report(file, 1, 'no barrel files: import from the file that defines the thing');
}

function checkIdNumbers(file, lines) {
  for (const [index, line] of lines.entries())
    for (const number of findIdNumbers(line))
      report(
        file,
        index + 1,
        `a valid ID number (${number.slice(0, 6)}…): no real person in the repository; make test numbers from parts at run time`,
      );
}

/** Files named in the text (`packages/…/x.ts`) and targets of links; made-up names of a how-to are left alone. */
function checkPlaces(file, lines) {
  for (const [index, line] of lines.entries()) {
    const named = [
      ...line.matchAll(
        /`((?:apps|packages|policy|scripts|tests|bench|docs)\/[\w./-]*\.(?:ts|mjs|sql|md|yml|csv))`/g,
      ),
    ];
    const linked = [...line.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, to]) =>
      normalize(join(dirname(file), to)),
    );
    for (const place of [...named.map(([, path]) => path), ...linked])
      if (!existsSync(join(root, place)) && !/many-?accounts/i.test(place))
        report(file, index + 1, `names ${place}, which is not there`);
  }
}

function checkCode(file, lines) {
  const shipped = /^(apps|packages)\//.test(file) && !/^apps\/(cli|server|web)\/src\/main\.tsx?$/.test(file);
  for (const [index, line] of lines.entries()) {
    const code = line.replace(/\/\/.*$/, '').replace(/^\s*\*.*$/, '');
    if (shipped && /\bnew Date\(\s*\)/.test(code))
      report(file, index + 1, 'no clock outside main: pass the instant in as an argument');
    if (/\.test\.ts$/.test(file) && /\b(it|test|describe)\.(only|skip|todo)\b/.test(code))
      report(file, index + 1, 'no test left switched off: mend it or take it out');
  }
}
