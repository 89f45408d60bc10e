/**
 * Throws odd requests at a running server, as its OpenAPI document describes them, and reports every answer that the
 * document does not allow: `node bench/fuzz-api.mjs http://127.0.0.1:8420 --rounds 200 --seed 7 --cookie yangguang=…`.
 * `--cookie` may be repeated: requests take turns. `--people people.json` of a folder that bench/load-server.mjs filled
 * asks as one of every role instead. Use a throw-away database: what may be changed will be changed.
 * Exit code 1 when something was found.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { importTypeScript } from '../scripts/house/import-typescript.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    cookie: { type: 'string', multiple: true, default: [] },
    people: { type: 'string' },
  },
});
const [base = 'http://127.0.0.1:8420'] = positionals;
const { grants } = await importTypeScript('packages/domain/src/people/permission.ts');
const people = values.people === undefined ? [] : JSON.parse(readFileSync(values.people, 'utf8'));

/** Mostly somebody who may, so that the request gets as far as it can; nobody is signed out for good. */
function cookieFor(operation) {
  if (people.length === 0) return values.cookie[turn++ % values.cookie.length];
  if (/^session\.(signOut|endOwn)$/.test(operation.operationId)) return undefined;
  const may = operation['x-permission'];
  const able = people.filter(({ role }) => may === null || grants(role, may));
  const from = turn++ % 8 === 0 || able.length === 0 ? people : able;
  return `yangguang=${from[turn % from.length].token}`;
}

const { fuzzApi } = await importTypeScript('tests/api/fuzz-api.ts');
const { mulberry } = await importTypeScript('tests/api/mulberry.ts');

const document = await (await fetch(`${base}/openapi.json`)).json();
const statuses = new Map();
let turn = 0;
const started = performance.now();
const { sent, findings } = await fuzzApi({
  document,
  chance: mulberry(Number(values.seed)),
  rounds: Number(values.rounds),
  ids: [],
  send: async ({ url, ...init }, operation) => {
    const cookie = cookieFor(operation);
    const headers = cookie === undefined ? init.headers : { ...init.headers, cookie };
    const answer = await fetch(`${base}${url}`, { ...init, headers, redirect: 'manual' });
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
    return answer;
  },
});
const seconds = (performance.now() - started) / 1000;
for (const finding of findings) console.log(JSON.stringify(finding));
const counts = [...statuses].sort(([a], [b]) => a - b).map(([status, count]) => `${status}: ${count}`);
console.log(`${sent} requests in ${seconds.toFixed(1)} s, ${findings.length} findings; ${counts.join(', ')}`);
process.exit(findings.length > 0 ? 1 : 0);
