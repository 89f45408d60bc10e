import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type ReportServer, serveReport } from './serve-report.ts';

let folder = '';
let server: ReportServer;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'yangguang-report-'));
  writeFileSync(join(folder, '报告.html'), '<!doctype html><title>报告</title>');
  writeFileSync(join(folder, 'leads.csv'), 'secret');
  server = await serveReport(join(folder, '报告.html'), '127.0.0.1', 0);
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

function statusOf(
  path: string,
  options: { method?: string; headers?: Record<string, string> },
): Promise<number> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(server.address);
    const sent = request({ host: '127.0.0.1', port, path, ...options }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on('error', reject);
    sent.end();
  });
}

it('serves the report and forbids it to fetch anything', async () => {
  const response = await fetch(server.address);
  expect(await response.text()).toContain('报告');
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(response.headers.get('cache-control')).toBe('no-store');
});

it.each(['/leads.csv', '/../leads.csv', '/%2e%2e/leads.csv', '//leads.csv'])(
  'serves no other file: %s',
  async (path) => {
    expect(await statusOf(path, {})).toBe(404);
  },
);

it('only reads', async () => {
  expect(await statusOf('/', { method: 'POST' })).toBe(405);
});

it('does not answer a page that comes under another name', async () => {
  expect(await statusOf('/', { headers: { Host: 'evil.example' } })).toBe(421);
});

it('takes the next port when the wanted one is taken', async () => {
  const taken = Number(new URL(server.address).port);
  const second = await serveReport(join(folder, '报告.html'), '127.0.0.1', taken);
  expect(Number(new URL(second.address).port)).toBeGreaterThan(taken);
  await second.close();
});

it('says so when the address is not of this machine', async () => {
  await expect(serveReport(join(folder, '报告.html'), '203.0.113.7', 0)).rejects.toMatchObject({
    code: 'CLI-303',
  });
});
