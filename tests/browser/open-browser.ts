import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { findChromium } from '../../scripts/house/find-chromium.mjs';

/** The machine's own Chromium, without a window. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined)
    throw new Error('no Chromium found: run `npm test`, or set CHROMIUM_PATH');
  // The sandbox of Chromium refuses to run as root; the pages opened here are our own.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  // Containers often have too little shared memory for a page.
  return chromium.launch({ executablePath, args: ['--disable-dev-shm-usage', ...asRoot] });
}

export interface Watched {
  readonly page: Page;
  /** Console errors and uncaught exceptions. */
  readonly errors: string[];
  /** Every address asked for, the page's own among them. */
  readonly requests: string[];
}

/** Opens a page that notes what goes wrong and what is fetched. */
export async function openPage(context: BrowserContext, address: string): Promise<Watched> {
  const page = await context.newPage();
  const errors: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith('data:')) requests.push(request.url());
  });
  await page.goto(address);
  return { page, errors, requests };
}
