import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { listOperations } from '@yangguang/contract/all';
import { type TestOffice, testOffice } from '@yangguang/server/test-office';
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser, openPage } from './open-browser.ts';

const pictures = fileURLToPath(new URL('../../.cache/screens/', import.meta.url));
const widths: Record<string, BrowserContextOptions> = {
  desk: { viewport: { width: 1280, height: 900 } },
  phone: { viewport: { width: 360, height: 780 }, isMobile: true, hasTouch: true },
  night: { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
};
let t: TestOffice;
let browser: Browser;

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  t = await testOffice();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await t?.close();
});

async function violations(page: Page): Promise<string[]> {
  // The page allows no script of its own; axe is brought in past its policy.
  await page.evaluate(axe.source);
  const { violations: found } = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } }).axe.run(),
  );
  return found.map(({ id }) => id);
}

for (const [name, options] of Object.entries(widths)) {
  it(`shows the operations and the algorithms without script, error or barrier: ${name}`, async () => {
    const context = await browser.newContext({ ...options, bypassCSP: false });
    for (const path of ['/api', '/algorithms']) {
      const { page, errors, requests } = await openPage(context, `${t.origin}${path}`);
      expect(errors).toEqual([]);
      expect(requests.every((address) => address.startsWith(t.origin))).toBe(true);
      expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
      expect(await page.evaluate('getComputedStyle(document.body).maxWidth')).not.toBe('none');
      expect(await page.evaluate('document.scripts.length')).toBe(0);
      await page.screenshot({ path: `${pictures}api${path === '/api' ? '' : '-algorithms'}-${name}.png` });
      expect(await violations(page)).toEqual([]);
    }
    await context.close();
  });
}

it('names every operation with its place, and links to the document', async () => {
  const context = await browser.newContext(widths['desk']);
  const { page } = await openPage(context, `${t.origin}/api`);
  for (const { name, operation } of listOperations()) {
    const text = (await page.locator(`[id="${name}"]`).textContent()) ?? '';
    for (const part of [operation.title.zh, operation.title.en, `/api${operation.path}`])
      expect(text).toContain(part);
  }
  const document = await (await fetch(`${t.origin}/openapi.json`)).json();
  expect(document).toMatchObject({ openapi: '3.1.0' });
  await context.close();
});
