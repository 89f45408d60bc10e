import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openClient } from '@yangguang/contract/client';
import type { Send } from '@yangguang/contract/wire';
import { roles } from '@yangguang/domain/people/role';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startYangguang } from './start-yangguang.ts';

// npm start as a newcomer meets it: the workshop's script in a process of its own, on a folder of its own.
const script = fileURLToPath(new URL('../../scripts/start.mjs', import.meta.url));
let folder = '';
const children: ChildProcess[] = [];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'yangguang-start-'));
});
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

interface Started {
  readonly out: () => string;
  readonly address: string;
  readonly password: string;
  stop(): Promise<number | null>;
}

async function start(): Promise<Started> {
  const env = {
    ...process.env,
    ...{ DEMO_DIR: join(folder, 'demo'), DEMO_HOUSEHOLDS: '300', PORT: '0', HOST: '127.0.0.1' },
    ...{ DATABASE_URL: '', POLICY_OVERLAYS: '', LOG_LEVEL: 'warn' },
  };
  const child = spawn(process.execPath, [script], { env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  children.push(child);
  let out = '';
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  await new Promise<void>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
      if (/password：\S+\n/.test(out)) resolve();
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.once('close', () => reject(new Error(`it ended: ${out}`)));
  });
  const [, address = ''] = /已启动：(\S+)/.exec(out) ?? [];
  const [, password = ''] = /password：(\S+)/.exec(out) ?? [];
  return {
    out: () => out,
    address,
    password,
    stop: () => {
      // Like Ctrl-C in a terminal: script, command and server all hear it.
      process.kill(-(child.pid ?? 0), 'SIGINT');
      return ended;
    },
  };
}

async function signIn({ address, password }: Started, userName: string) {
  let cookie = '';
  const send: Send = async (url, init) => {
    const answer = await fetch(url, { ...init, headers: { ...init.headers, cookie } });
    cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
    return answer;
  };
  const client = openClient(address, send);
  expect(await client.session.signIn({ userName, password })).toEqual({ next: 'none' });
  return client;
}

it('F-U22: brings a made-up county under way for anybody to look at, and the second time takes what is there', async () => {
  const first = await start();
  expect(await (await fetch(first.address)).text()).toContain('阳光救助');
  expect(first.out()).toMatch(/report of the check: .*serve-report .*result/);
  expect(existsSync(join(folder, 'demo', 'result', '报告.html'))).toBe(true);
  for (const { zh } of Object.values(roles)) expect(first.out()).toContain(zh);

  const clerk = await signIn(first, 'demo-county');
  const [run] = (await clerk.run.list({})).items;
  expect(run?.state).toBe('done');
  const { report } = await clerk.run.get({ id: run?.id ?? '' });
  expect(report?.entered).toBeGreaterThan(100);
  const leads = (await clerk.lead.list({ limit: 200 })).items;
  const states = new Set(leads.map((lead) => lead.state));
  expect([...states]).toEqual(expect.arrayContaining(['new', 'toVerify', 'verifying']));
  const campaigns = (await clerk.campaign.list({})).items;
  expect(campaigns.map((one) => one.state)).toEqual(['mobilising']);

  // The town sees its own, and only that; everybody's name says that it is a demo.
  const town = await signIn(first, 'demo-town');
  const { appointments, fullName } = await town.session.whoAmI();
  expect(fullName).toMatch(/^（演示）/);
  const own = (await town.lead.list({ limit: 200 })).items;
  expect(own.length).toBeGreaterThan(0);
  expect(own.every((lead) => lead.region.startsWith(appointments[0]?.area ?? 'nowhere'))).toBe(true);
  await signIn(first, 'demo-audit');

  const data = join(
    folder,
    'demo',
    readdirSync(join(folder, 'demo')).find((n) => n.startsWith('data-')) ?? '',
  );
  expect(statSync(join(data, 'demo.json')).mode & 0o777).toBe(0o600);
  expect(readFileSync(join(data, 'demo.json'), 'utf8')).toContain('"isComplete":true');
  await first.stop();

  // Without --demo the printed password opens nothing.
  const { finished } = startYangguang(['serve'], { PORT: '0', DATA_DIR: data, DATABASE_URL: '' });
  const { code, err } = await finished;
  expect([code, err.includes('SRV-211')]).toEqual([1, true]);

  const second = await start();
  expect(second.password).toBe(first.password);
  expect(second.out()).not.toMatch(/导入示例县|生成示例县|── 检查/);
  const again = await signIn(second, 'demo-county');
  expect((await again.run.list({})).items).toHaveLength(1);
  await second.stop();
}, 600_000);
