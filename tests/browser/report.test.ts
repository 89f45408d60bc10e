import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type ReportServer, serveReport } from '@yangguang/cli/report-server/serve-report';
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeMadeUpReport } from './made-up-report.ts';
import { openBrowser, openPage, type Watched } from './open-browser.ts';

const pictures = fileURLToPath(new URL('../../.cache/screens/', import.meta.url));
const desktop = { viewport: { width: 1280, height: 900 } };
const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

let folder = '';
let offline = '';
let server: ReportServer;
let browser: Browser;

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  folder = mkdtempSync(join(tmpdir(), 'yangguang-browser-'));
  const file = await writeMadeUpReport(folder);
  offline = pathToFileURL(file).href;
  server = await serveReport(file, '127.0.0.1', 0);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Opens the report in a fresh context and closes it afterwards. */
async function inReport(
  address: string,
  options: BrowserContextOptions,
  look: (watched: Watched) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext(options);
  try {
    await look(await openPage(context, address));
  } finally {
    await context.close();
  }
}

const chooseLanguage = (page: Page, name: '中文' | 'English'): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();

describe.each([
  ['opened from the disk without a network', () => offline],
  ['served on this machine', () => server.address],
])('the report %s', (_how, address) => {
  it('asks for nothing but itself and raises no error, in both languages and as tables', async () => {
    await inReport(address(), { ...desktop, offline: address().startsWith('file:') }, async (watched) => {
      const { page, errors, requests } = watched;
      await chooseLanguage(page, 'English');
      await page.getByRole('button', { name: 'View all as tables' }).click();
      await chooseLanguage(page, '中文');
      expect(errors).toEqual([]);
      expect(requests).toEqual([address()]);
    });
  });
});

interface AxeFinding {
  id: string;
  nodes: { target: string[] }[];
}

/** What axe finds, as 'rule: element'; empty means nothing. */
async function axeFindings(page: Page): Promise<string[]> {
  await page.addScriptTag({ content: axe.source });
  const violations = await page.evaluate(async () => {
    const { axe: inPage } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: AxeFinding[] }> };
    };
    return (await inPage.run()).violations;
  });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

describe.each([
  ['a desk screen', desktop],
  ['a phone', phone],
])('on %s', (size, options) => {
  it.each(['中文', 'English'] as const)(
    'axe finds no fault in %s, as charts and as tables',
    async (language) => {
      // The page forbids foreign scripts, and axe is one: it alone is let in.
      await inReport(offline, { ...options, bypassCSP: true }, async ({ page }) => {
        await chooseLanguage(page, language);
        await page.screenshot({ path: join(pictures, `report ${size} ${language}.png`), fullPage: true });
        expect(await axeFindings(page)).toEqual([]);
        await page.locator('#all-tables').click();
        expect(await axeFindings(page)).toEqual([]);
      });
    },
  );

  it('nothing reaches beyond the side of the page', async () => {
    await inReport(offline, options, async ({ page }) => {
      const [wide, screen] = await page.evaluate<number[]>(
        '[document.documentElement.scrollWidth, innerWidth]',
      );
      expect(wide).toBeLessThanOrEqual(screen ?? 0);
    });
  });
});

describe('by keyboard alone', () => {
  const focused = (page: Page): Promise<string> => page.evaluate<string>('document.activeElement.id');

  it('the first key leads past the head to the text', async () => {
    await inReport(offline, desktop, async ({ page }) => {
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      expect(await focused(page)).toBe('main');
    });
  });

  it('the language changes, for the screen reader as well', async () => {
    await inReport(offline, desktop, async ({ page }) => {
      await page.getByRole('button', { name: 'English' }).focus();
      await page.keyboard.press('Space');
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
      expect(await page.title()).not.toMatch(/社会救助/);
      expect(await page.getByText('A lead is never a verdict').isVisible()).toBe(true);
      expect(await page.getByText('疑点不是结论').isVisible()).toBe(false);
    });
  });

  it('an arrow key turns each chart into its table', async () => {
    await inReport(offline, desktop, async ({ page }) => {
      const figures = page.locator('.figure:has([role=tablist])');
      const count = await figures.count();
      expect(count).toBeGreaterThanOrEqual(3);
      expect(await page.locator('.bars').count()).toBe(await page.locator('[role=tabpanel] .bars').count());
      for (let place = 0; place < count; place += 1) {
        const one = figures.nth(place);
        expect(await one.getByRole('table').count()).toBe(0);
        await one.getByRole('tab').first().focus();
        await page.keyboard.press('ArrowRight');
        expect(await one.getByRole('table').first().isVisible()).toBe(true);
        expect(await one.locator('.bars').isVisible()).toBe(false);
      }
    });
  });
});

it('prints on A4 without its buttons', async () => {
  await inReport(offline, desktop, async ({ page }) => {
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('#print').isVisible()).toBe(false);
    expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
    const pdf = await page.pdf({ format: 'A4' });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  });
});

it('reads well without its script', async () => {
  await inReport(offline, { ...desktop, javaScriptEnabled: false }, async ({ page }) => {
    const tables = page.locator('.figure table');
    expect(await tables.count()).toBeGreaterThan(0);
    expect(await tables.first().isVisible()).toBe(true);
    expect(await page.locator('.figure .bars').first().isVisible()).toBe(true);
  });
});
