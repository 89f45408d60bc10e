import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runYangguang, startYangguang } from './start-yangguang.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'yangguang-serve-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const start = () =>
  startYangguang(['serve'], {
    PORT: '0',
    HOST: '127.0.0.1',
    DATA_DIR: folder,
    DATABASE_URL: '',
    LOG_LEVEL: 'info',
  });

it('starts on an empty folder, tells the code for the first three people, stops when told and starts again', async () => {
  const first = start();
  const out = await first.printed('按 Ctrl-C 停止');
  const [, address = ''] = /已启动：(\S+)/.exec(out) ?? [];
  expect(out).toMatch(/安装码.*：\w{4}-\w{4}-\w{4}-\w{4}/);
  expect((await fetch(`${address}/health`)).status).toBe(200);
  expect((await fetch(`${address}/ready`)).status).toBe(200);
  expect(await (await fetch(address)).text()).toContain('阳光救助');
  first.child.kill('SIGTERM');
  const { code, out: all } = await first.finished;
  expect(code).toBe(0);
  expect(all).toContain('"stopped"');

  const second = start();
  const again = await second.printed('按 Ctrl-C 停止');
  const [, next = ''] = /已启动：(\S+)/.exec(again) ?? [];
  expect((await fetch(`${next}/ready`)).status).toBe(200);
  second.child.kill('SIGINT');
  expect((await second.finished).code).toBe(0);
});

it('names every wrong setting before anything is started', async () => {
  const { finished } = startYangguang(['serve'], {
    PORT: 'http',
    DATABASE_URL: 'mysql://x',
    DATA_DIR: folder,
  });
  const { code, err } = await finished;
  expect(code).toBe(1);
  for (const word of ['SET-101', 'PORT', 'DATABASE_URL', '设置有 2 处错误', '2 settings are wrong'])
    expect(err).toContain(word);
});

it('shows its commands and their help in both languages', async () => {
  const { out } = await runYangguang('--help');
  for (const verb of ['serve', 'migrate', 'export-openapi']) expect(out).toContain(`\n  ${verb}`);
  const help = await runYangguang('serve', '--help');
  expect([help.code, help.out.includes('启动服务器'), help.out.includes('start the server')]).toEqual([
    0,
    true,
    true,
  ]);
  const wrong = await runYangguang('serve', '--fast');
  expect([wrong.code, wrong.err.includes('SRV-102')]).toEqual([2, true]);
  expect(JSON.parse((await runYangguang('export-openapi')).out)).toMatchObject({ openapi: '3.1.0' });
});
