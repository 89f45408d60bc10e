/**
 * npm start: from a fresh checkout to a server with a made-up county under way. Installs what is missing, builds, makes
 * the county in ./demo, checks it with visible progress, and starts the server on the embedded database: files imported,
 * campaign begun, leads dispatched, an account for each role. The second start takes what is there.
 * PORT and HOST choose where (8420 on 127.0.0.1; the next free port when it is taken); DEMO_HOUSEHOLDS the size;
 * DEMO_DIR another folder. Once a demo was ended on the desk, it is removed here, and an empty server is started instead, in
 * ./data or DATA_DIR, this time and from then on.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { finishEnd, removeHomes, worksInstead } from './house/end-demo.mjs';
import { installPackages } from './house/install-packages.mjs';
import { root } from './house/list-sources.mjs';

const demo = resolve(process.env.DEMO_DIR || join(root, 'demo'));
const county = join(demo, 'files');
const result = join(demo, 'result');
/** Of the real server, after the demo. */
const work = resolve(process.env.DATA_DIR || join(root, 'data'));
/** How a server ends whose demo was ended. */
const demoEnded = 5;

refuseOldNode();
refuseBadPort();
installPackages();
await finishEnd(demo, work);
if (worksInstead(demo, work)) serveWork();
if (!hasCounty()) makeCounty();
const data = dataFolder();
if (!existsSync(join(result, 'run.json')))
  run('检查 · checking', ['check', county, '--out', result, '--lang', 'zh']);
console.log(`\n── 服务器 · server ──
检查报告 · report of the check: ./yangguang serve-report ${result}`);
const code = yangguang(['serve', '--demo', county], {
  DATA_DIR: data,
  LOG_LEVEL: process.env.LOG_LEVEL || 'warn',
});
if (code !== demoEnded) process.exit(code);
await finishEnd(demo, work);
serveWork();

/** The real server, on a folder of its own; at its first start it prints the code for setting up its administrators. */
function serveWork() {
  console.log(`\n── 正式系统 · the real server ──
演示已清除。数据在 ${work} · The demo was removed. Data in ${work}
再看演示 · to see a demo again: DEMO_DIR=${demo}-2 npm start`);
  process.exit(yangguang(['serve'], { DATA_DIR: work, LOG_LEVEL: process.env.LOG_LEVEL || 'warn' }));
}

/** True when the county is there, whole, and of the size asked for. */
function hasCounty() {
  const truth = `${county}-truth.json`;
  if (!existsSync(truth) || !existsSync(county)) return false;
  const wanted = process.env.DEMO_HOUSEHOLDS;
  return !wanted || JSON.parse(readFileSync(truth, 'utf8')).households === Number(wanted);
}

/** Made under another name first, so that what is there is whole. Nothing of an earlier demo fits another county. */
function makeCounty() {
  removeDemo();
  const size = process.env.DEMO_HOUSEHOLDS ? ['--households', process.env.DEMO_HOUSEHOLDS] : [];
  run('生成示例县 · making the demo county', ['demo', `${county}-new`, ...size]);
  renameSync(`${county}-new`, county);
  renameSync(`${county}-new-truth.json`, `${county}-truth.json`);
}

/**
 * Where the server keeps what it has: a name of this demo's own, because a database that had to be put elsewhere (root,
 * below a closed directory) is found by the name of its folder.
 */
function dataFolder() {
  const [found] = readdirSync(demo).filter((name) => name.startsWith('data-'));
  return join(demo, found ?? `data-${Date.now().toString(36)}`);
}

function removeDemo() {
  if (!existsSync(demo)) return;
  removeHomes(demo);
  rmSync(demo, { recursive: true, force: true });
}

function run(title, args) {
  console.log(`\n── ${title} ──`);
  const code = yangguang(args);
  // 1 is "done, with files or rows set aside": the demo county holds damaged files on purpose.
  if (code > 1) process.exit(code);
}

/** Runs the product and returns its exit code; Ctrl-C reaches it directly. */
function yangguang(args, environment = {}) {
  const { status, signal } = spawnSync(process.execPath, [join(root, 'yangguang'), ...args], {
    stdio: 'inherit',
    env: { ...process.env, ...environment },
  });
  return status ?? (signal ? 130 : 4);
}

function refuseOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(
    `需要 Node.js 20.19 或更新，现在是 ${process.version}。Node.js 20.19 or newer is needed; this is ${process.version}.`,
  );
  process.exit(2);
}

function refuseBadPort() {
  const port = process.env.PORT ?? '8420';
  if (/^\d+$/.test(port) && Number(port) <= 65535) return;
  console.error(
    `PORT 应是 0 到 65535 的整数，现在是“${port}”。PORT must be a whole number from 0 to 65535, not "${port}".`,
  );
  process.exit(2);
}
