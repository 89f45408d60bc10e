/**
 * npm start: from a fresh checkout to the report of a made-up county in the browser. Installs what is missing,
 * builds, makes the county in ./demo, checks it with visible progress and serves the report at a printed address.
 * PORT and HOST choose where (8420 on 127.0.0.1; the next free port when it is taken); DEMO_HOUSEHOLDS the size.
 */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { installPackages } from './house/install-packages.mjs';
import { root } from './house/list-sources.mjs';

const county = join(root, 'demo/files');
const result = join(root, 'demo/result');

refuseOldNode();
refuseBadPort();
installPackages();
rmSync(join(root, 'demo'), { recursive: true, force: true });
run('生成示例县 · making the demo county', ['demo', county, ...households()]);
run('检查 · checking', ['check', county, '--out', result, '--lang', 'zh']);
process.exit(yangguang(['serve-report', result]));

function households() {
  return process.env.DEMO_HOUSEHOLDS ? ['--households', process.env.DEMO_HOUSEHOLDS] : [];
}

function run(title, args) {
  console.log(`\n── ${title} ──`);
  const code = yangguang(args);
  // 1 is "done, with files or rows set aside": the demo county holds damaged files on purpose.
  if (code > 1) process.exit(code);
}

/** Runs the product and returns its exit code; Ctrl-C reaches it directly. */
function yangguang(args) {
  const { status, signal } = spawnSync(process.execPath, [join(root, 'yangguang'), ...args], {
    stdio: 'inherit',
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
