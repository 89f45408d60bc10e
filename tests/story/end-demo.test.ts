import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openClient } from '@yangguang/contract/client';
import type { Send } from '@yangguang/contract/wire';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { finishEnd, worksInstead } from '../../scripts/house/end-demo.mjs';

// The demo removed by one act, as the system administrator does it: the server stops, npm start removes everything and
// starts an empty server. Whoever is killed in between finds the demo or the empty server at the next start.
const script = fileURLToPath(new URL('../../scripts/start.mjs', import.meta.url));
let folder = '';
const children: ChildProcess[] = [];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'yangguang-end-'));
});
afterAll(() => {
  for (const child of children) {
    try {
      process.kill(-(child.pid ?? 0), 'SIGKILL');
    } catch {
      // Ended before.
    }
  }
  rmSync(folder, { recursive: true, force: true });
});

const demo = () => join(folder, 'demo');
const work = () => join(folder, 'data');

/** Starts npm start's script and waits until it prints what is asked for. */
async function start(
  until: RegExp,
): Promise<{ out: () => string; stop: () => Promise<unknown>; child: ChildProcess }> {
  const env = {
    ...process.env,
    ...{ DEMO_DIR: demo(), DATA_DIR: work(), DEMO_HOUSEHOLDS: '300', PORT: '0', HOST: '127.0.0.1' },
    ...{ DATABASE_URL: '', POLICY_OVERLAYS: '', LOG_LEVEL: 'warn' },
  };
  const child = spawn(process.execPath, [script], { env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  children.push(child);
  let out = '';
  const ended = new Promise((resolve) => child.once('close', resolve));
  await waitFor(child, until, (text) => (out += text));
  const stop = (): Promise<unknown> => {
    process.kill(-(child.pid ?? 0), 'SIGINT');
    return ended;
  };
  return { out: () => out, stop, child };
}

function waitFor(child: ChildProcess, until: RegExp, add: (text: string) => string): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = (text: string): void => {
      if (until.test(add(text))) resolve();
    };
    child.stdout?.setEncoding('utf8').on('data', look);
    child.stderr?.setEncoding('utf8').on('data', look);
    child.once('close', () => reject(new Error(`it ended: ${add('')}`)));
  });
}

const addressIn = (text: string): string => [...text.matchAll(/已启动：(\S+)/g)].at(-1)?.[1] ?? '';
const aboutOf = (address: string) => openClient(address, (url, init) => fetch(url, init)).system.about();

async function shownAt(address: string) {
  const { demo: shown } = await aboutOf(address);
  if (shown === null) throw new Error('this is no demo');
  return shown;
}

async function signIn(address: string, userName: string, password: string) {
  let cookie = '';
  const send: Send = async (url, init) => {
    const answer = await fetch(url, { ...init, headers: { ...init.headers, cookie } });
    cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
    return answer;
  };
  const client = openClient(address, send);
  await client.session.signIn({ userName, password });
  return client;
}

it('one act removes the demo; an empty server with its set-up code takes its place, then and ever after', async () => {
  const first = await start(/按 Ctrl-C 停止/);
  const address = addressIn(first.out());
  const shown = await shownAt(address);
  expect(shown.accounts).toHaveLength(18);
  const system = await signIn(address, 'demo-system', shown.password);
  const chief = await signIn(address, 'demo-chief', shown.password);
  await expect(chief.system.endDemo({ countyName: shown.countyName })).rejects.toMatchObject({
    answer: { code: 'API-103' },
  });
  await expect(system.system.endDemo({ countyName: '别的县' })).rejects.toMatchObject({
    answer: { code: 'DEMO-102' },
  });
  expect(await system.system.endDemo({ countyName: shown.countyName })).toEqual({ ok: true });

  await expect
    .poll(() => first.out(), { timeout: 120_000, interval: 200 })
    .toMatch(/安装码（只显示这一次）：\S+/);
  await expect
    .poll(() => first.out(), { timeout: 20_000, interval: 200 })
    .toMatch(/(按 Ctrl-C 停止[\s\S]*){2}/);
  expect(existsSync(demo())).toBe(false);
  const real = addressIn(first.out());
  expect(await aboutOf(real)).toMatchObject({ demo: null, needsSetUp: true });
  const [, code = ''] = /安装码（只显示这一次）：(\S+)/.exec(first.out()) ?? [];
  const people = {
    systemAdmin: { userName: 'gao', fullName: '高远' },
    securityAdmin: { userName: 'an', fullName: '安然' },
    auditAdmin: { userName: 'shen', fullName: '沈静' },
  };
  const made = await openClient(real, (url, init) => fetch(url, init)).session.setUp({ code, ...people });
  expect(Object.keys(made)).toHaveLength(3);
  await first.stop();

  const second = await start(/按 Ctrl-C 停止/);
  expect(second.out()).not.toMatch(/生成示例县|安装码/);
  expect(await aboutOf(addressIn(second.out()))).toMatchObject({ demo: null, needsSetUp: false });
  await second.stop();
}, 600_000);

/** A demo's folder as the server leaves it when it is ended. */
function endedDemo(name: string): { demo: string; work: string } {
  const at = join(folder, name);
  const data = join(at, 'demo', 'data-1');
  mkdirSync(join(data, 'database', 'cluster'), { recursive: true });
  mkdirSync(join(at, 'demo', 'files'), { recursive: true });
  writeFileSync(join(data, 'demo.json'), '{}');
  writeFileSync(join(data, 'demo-ended.json'), '{}');
  return { demo: join(at, 'demo'), work: join(at, 'data') };
}

it('killed at any point, the next start finishes it: never half a demo, never a demo again', async () => {
  const whole = endedDemo('unmarked');
  rmSync(join(whole.demo, 'data-1', 'demo-ended.json'));
  expect([await finishEnd(whole.demo, whole.work), worksInstead(whole.demo, whole.work)]).toEqual([
    false,
    false,
  ]);
  expect(existsSync(join(whole.demo, 'files'))).toBe(true);

  // Every state a kill may leave: marked · decided · moved aside · half removed · removed.
  const after = {
    marked: () => {},
    decided: (places: { demo: string; work: string }) => decide(places),
    moved: (places: { demo: string; work: string }) => {
      decide(places);
      move(places);
    },
    half: (places: { demo: string; work: string }) => {
      decide(places);
      move(places);
      rmSync(join(`${places.demo}-removed`, 'data-1'), { recursive: true });
    },
  };
  for (const [name, kill] of Object.entries(after)) {
    const places = endedDemo(name);
    kill(places);
    expect([name, await finishEnd(places.demo, places.work)]).toEqual([name, true]);
    expect([name, readdirSync(join(folder, name))]).toEqual([name, ['data']]);
    expect(worksInstead(places.demo, places.work)).toBe(true);
    expect(await finishEnd(places.demo, places.work)).toBe(false);
  }
  // What the office has in that folder already is left alone, and another demo is still a demo.
  const places = endedDemo('kept');
  mkdirSync(places.work);
  writeFileSync(join(places.work, 'keys'), 'ours');
  await finishEnd(places.demo, places.work);
  expect(readdirSync(places.work).sort()).toEqual(['after-demo.json', 'keys']);
  expect(worksInstead(`${places.demo}-2`, places.work)).toBe(false);
});

function decide({ demo: from, work: to }: { demo: string; work: string }): void {
  mkdirSync(to);
  writeFileSync(join(to, 'after-demo.json'), JSON.stringify({ demo: from }));
}

function move({ demo: from }: { demo: string }): void {
  cpSync(from, `${from}-removed`, { recursive: true });
  rmSync(from, { recursive: true });
}
