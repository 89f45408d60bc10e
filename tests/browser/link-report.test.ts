import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { linkPage } from '@yangguang/engine/linkage/report/link-page';
import { madeUpLinkReport } from '@yangguang/engine/linkage/report/made-up-link-report';
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, openPage, type Watched } from './open-browser.ts';

const desktop = { viewport: { width: 1280, height: 900 } };
const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

let folder = '';
let address = '';
let browser: Browser;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'yangguang-link-page-'));
  const file = join(folder, 'report.html');
  writeFileSync(file, linkPage(madeUpLinkReport(), 'zh'));
  address = pathToFileURL(file).href;
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function inPage(
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

const openAllPairs = async (page: Page): Promise<void> => {
  for (const closed of await page.locator('details:not([open]) > summary').all()) await closed.click();
};

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

it('asks for nothing but itself and raises no error, without a network', async () => {
  await inPage({ ...desktop, offline: true }, async ({ page, errors, requests }) => {
    await chooseLanguage(page, 'English');
    await page.getByRole('button', { name: 'View all as tables' }).click();
    await openAllPairs(page);
    expect(errors).toEqual([]);
    expect(requests).toEqual([address]);
  });
});

describe.each([
  ['a desk screen', desktop],
  ['a phone', phone],
])('on %s', (_size, options) => {
  it.each(['中文', 'English'] as const)(
    'axe finds no fault in %s, as charts and as tables',
    async (language) => {
      // The page forbids foreign scripts, and axe is one: it alone is let in.
      await inPage({ ...options, bypassCSP: true }, async ({ page }) => {
        await chooseLanguage(page, language);
        await openAllPairs(page);
        expect(await axeFindings(page)).toEqual([]);
        await page.locator('#all-tables').click();
        expect(await axeFindings(page)).toEqual([]);
      });
    },
  );

  it('nothing reaches beyond the side of the page', async () => {
    await inPage(options, async ({ page }) => {
      await openAllPairs(page);
      const [wide, screen] = await page.evaluate<number[]>(
        '[document.documentElement.scrollWidth, innerWidth]',
      );
      expect(wide).toBeLessThanOrEqual(screen ?? 0);
    });
  });
});

it('by keyboard alone: past the head, a chart into its table, a pair opened', async () => {
  await inPage(desktop, async ({ page }) => {
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate<string>('document.activeElement.id')).toBe('main');
    const figures = page.locator('.figure:has([role=tablist])');
    expect(await figures.count()).toBe(3);
    await figures.first().getByRole('tab').first().focus();
    await page.keyboard.press('ArrowRight');
    expect(await figures.first().getByRole('table').isVisible()).toBe(true);
    const pair = page.locator('.pairs details').nth(1);
    await pair.locator('summary').focus();
    await page.keyboard.press('Enter');
    expect(await pair.getByRole('table').isVisible()).toBe(true);
  });
});

it('shows both sides of a pair with the differing characters marked, and prints on A4', async () => {
  await inPage(desktop, async ({ page }) => {
    const marks = await page.locator('.pairs details').first().locator('mark').allTextContents();
    expect(marks).toContain('小');
    expect(marks).toContain('晓');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('#print').isVisible()).toBe(false);
    expect((await page.pdf({ format: 'A4' })).subarray(0, 5).toString()).toBe('%PDF-');
  });
});
