import { existsSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  type TestAccount,
  type TestAppointment,
  type TestOffice,
  testOffice,
} from '@yangguang/server/test-office';
import axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import { openBrowser } from '../open-browser.ts';
import { useKeyboardOnly } from './by-keyboard.ts';

const dist = fileURLToPath(new URL('../../../apps/web/dist', import.meta.url));
const pictures = fileURLToPath(new URL('../../../.cache/screens/desk/', import.meta.url));

export type Lang = 'zh' | 'en';

/** Somebody at a desk: a browser of their own, signed in. */
export interface Desk {
  readonly account: TestAccount;
  readonly page: Page;
  readonly context: BrowserContext;
  /** Opens a screen by its address and waits until it has drawn its heading and asked what it asks. */
  readonly go: (path: string) => Promise<void>;
  /** Switches the language by the button in the header. */
  readonly speak: (lang: Lang) => Promise<void>;
  /** Console errors, page errors and requests that left the machine; a journey ends by expecting none. */
  readonly faults: string[];
}

/** The whole desk on a server of its own, with a browser. */
export interface DeskHouse {
  readonly t: TestOffice;
  readonly browser: Browser;
  /** Makes an account with these appointments, or takes one that is there, and opens the desk as that person. */
  readonly sit: (
    who: string | TestAccount,
    appointments: readonly TestAppointment[],
    options?: { readonly lang?: Lang; readonly width?: number; readonly height?: number },
  ) => Promise<Desk>;
  readonly close: () => Promise<void>;
}

/** Opens the built desk for one test file; close it in afterAll. @param at first instant of the server's clock */
export async function openDesk(at?: string): Promise<DeskHouse> {
  return houseOf(await testOffice({ desk: builtDesk(), ...(at === undefined ? {} : { at }) }));
}

/** Folder of the built desk. @throws when it is not built */
export function builtDesk(): string {
  if (!existsSync(`${dist}/index.html`)) throw new Error('the desk is not built: npm run build');
  return dist;
}

/** A browser for an office that is open, such as that of a story; closing it closes the office as well. */
export async function houseOf(t: TestOffice): Promise<DeskHouse> {
  mkdirSync(pictures, { recursive: true });
  const browser = await openBrowser();
  return {
    t,
    browser,
    sit: async (who, appointments, { lang = 'zh', width = 1280, height = 720 } = {}) => {
      const account = typeof who === 'string' ? await t.account(who, ...appointments) : who;
      const { cookies } = await t.signIn(account);
      const context = await browser.newContext({
        viewport: { width, height },
        locale: lang === 'zh' ? 'zh-CN' : 'en-GB',
        acceptDownloads: true,
      });
      await context.addCookies(
        [...cookies].map(([key, value]) => ({ name: key, value, url: t.origin, httpOnly: true })),
      );
      await context.addInitScript((chosen: string) => {
        localStorage.setItem('yangguang.session', 'yes');
        if (localStorage.getItem('yangguang.lang') === null) localStorage.setItem('yangguang.lang', chosen);
      }, lang);
      return openPage(t, account, context);
    },
    close: async () => {
      await browser.close();
      await t.close();
    },
  };
}

async function openPage(t: TestOffice, account: TestAccount, context: BrowserContext): Promise<Desk> {
  const page = await context.newPage();
  useKeyboardOnly(page);
  const faults: string[] = [];
  watch(page, t.origin, faults);
  return {
    account,
    page,
    context,
    faults,
    go: async (path) => {
      await page.goto(`${t.origin}${path}`);
      await page.locator('main h1').first().waitFor();
      await settled(page);
    },
    speak: async (lang) => {
      const now = await page.evaluate(() => document.documentElement.lang);
      if (now.startsWith(lang)) return;
      await page.locator('button.switch').click();
    },
  };
}

/** Notes what goes wrong: refusals the page shows (4xx) are the server's word and not a fault of the page. */
export function watch(page: Page, origin: string, faults: string[]): void {
  page.on('console', (message) => {
    const isRefusal = /the server responded with a status of 4\d\d/.test(message.text());
    if (['error', 'warning'].includes(message.type()) && !isRefusal) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('request', (request) => {
    const address = request.url();
    if (!address.startsWith(origin) && !/^(data|blob):/.test(address))
      faults.push(`left the machine: ${address}`);
  });
}

/** Nothing is waiting any more. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.locator('.waiting').first().waitFor({ state: 'detached', timeout: 20_000 });
}

/** Keeps a picture of the screen under .cache/screens/desk for looking at. */
export async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `${pictures}${name}.png`, fullPage: true });
}

/**
 * Expects no finding of axe on the screen as it stands. The watermark lies over everything and would hide faults of
 * contrast: it is taken away first.
 */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(() => document.querySelector('.watermark')?.remove());
  await page.evaluate(axe.source);
  const found = await page.evaluate(() =>
    (
      globalThis as unknown as {
        axe: {
          run(): Promise<{
            violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[];
          }>;
        };
      }
    ).axe.run(),
  );
  expect(
    found.violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
    ),
  ).toEqual([]);
}

/** Expects that the page does not scroll sideways. */
export async function expectFits(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
}

/** Goes on by Tab alone until the element with this accessible name has the focus. @returns stops it took */
export async function tabTo(page: Page, name: string | RegExp, most = 120): Promise<number> {
  for (let stops = 1; stops <= most; stops += 1) {
    await page.keyboard.press('Tab');
    const label = await page.evaluate(() => {
      const at = document.activeElement;
      if (at === null) return '';
      const labels = (at as HTMLInputElement).labels;
      return (
        at.getAttribute('aria-label') ?? (labels?.length ? labels[0]?.textContent : at.textContent)
      )?.trim();
    });
    if (typeof name === 'string' ? label?.startsWith(name) : name.test(label ?? '')) return stops;
  }
  throw new Error(`${String(name)} is not reached by Tab`);
}
