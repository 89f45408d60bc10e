import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runYangguang, startYangguang } from './start-yangguang.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'yangguang-story-'));
  writeFileSync(join(folder, '报告.html'), '<!doctype html><title>报告</title>');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('the built program knows its version', async () => {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  expect(await runYangguang('--version')).toEqual({ code: 0, out: `${version}\n`, err: '' });
});

it('its exit codes reach the shell', async () => {
  expect((await runYangguang('--help')).code).toBe(0);
  expect((await runYangguang('check')).code).toBe(2);
  expect((await runYangguang('check', join(folder, '没有'))).code).toBe(3);
});

it('serves a report until Ctrl-C, then ends with 130', async () => {
  const { child, printed, finished } = startYangguang(['serve-report', folder], {
    PORT: '0',
    HOST: '127.0.0.1',
  });
  const out = await printed(/http:\S+/);
  const [address = ''] = /http:\S+/.exec(out) ?? [];
  expect(await (await fetch(address)).text()).toContain('报告');
  child.kill('SIGINT');
  expect((await finished).code).toBe(130);
});

it('says which setting is wrong when PORT is no number', async () => {
  const { finished } = startYangguang(['serve-report', folder], { PORT: 'http' });
  const { code, err } = await finished;
  expect(code).toBe(2);
  expect(err).toMatch(/PORT.*http/);
});
