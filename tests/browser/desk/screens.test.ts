import type { Client } from '@yangguang/contract/wire';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../open-browser.ts';
import { type DemoServer, startDemo } from './demo-server.ts';
import { expectAccessible, expectFits, type Lang, picture, settled, watch } from './open-desk.ts';
import { type Screen, screens } from './screen-list.ts';

// Every screen on the demo county, in both languages, looked at by axe: full, failing, and as narrow as 200 % zoom.
let demo: DemoServer;
let browser: Browser;
const people = new Map<string, Promise<{ readonly client: Client; readonly cookie: string }>>();

beforeAll(async () => {
  [demo, browser] = await Promise.all([startDemo(300), openBrowser()]);
}, 600_000);
afterAll(async () => {
  await browser?.close();
  await demo?.stop();
}, 60_000);

function signedIn(who: string): Promise<{ readonly client: Client; readonly cookie: string }> {
  const known = people.get(who) ?? demo.as(who);
  people.set(who, known);
  return known;
}

async function contextOf(who: string, lang: Lang, width = 1280): Promise<BrowserContext> {
  const { cookie } = await signedIn(who);
  const [name = '', value = ''] = cookie.split('=');
  const context = await browser.newContext({
    viewport: { width, height: 720 },
    locale: lang === 'zh' ? 'zh-CN' : 'en-GB',
  });
  await context.addCookies([{ name, value, url: demo.origin, httpOnly: true }]);
  await context.addInitScript((chosen: string) => {
    localStorage.setItem('yangguang.session', 'yes');
    localStorage.setItem('yangguang.lang', chosen);
  }, lang);
  return context;
}

async function open(page: Page, screen: Screen): Promise<void> {
  const { client } = await signedIn(screen.who);
  await page.goto(`${demo.origin}${await screen.path(client)}`);
  await page.locator('main h1').first().waitFor();
  await settled(page);
}

describe.each(['zh', 'en'] as const)('every screen in %s', (lang) => {
  it.each(screens.map((screen) => [screen.name, screen] as const))('%s', async (name, screen) => {
    const context = await contextOf(screen.who, lang);
    const page = await context.newPage();
    const faults: string[] = [];
    watch(page, demo.origin, faults);
    await open(page, screen);
    await picture(page, `full-${name.replace(/[?=&]/g, '-')}-${lang}`);
    await expectFits(page);
    const untranslated = lang === 'en' ? await chineseLabels(page) : [];
    expect(untranslated).toEqual([]);
    await expectAccessible(page);
    expect(faults).toEqual([]);
    await context.close();
  });
});

it.each(screens.map((screen) => [screen.name, screen] as const))(
  'at 200 %% zoom and when the server fails: %s',
  async (name, screen) => {
    const context = await contextOf(screen.who, 'zh', 640);
    const page = await context.newPage();
    await open(page, screen);
    await expectFits(page);
    await page.route('**/api/**', async (route) => {
      const isFrame = /\/api\/(session|system\/about|campaign\/list|division|message)/.test(
        route.request().url(),
      );
      if (isFrame) await route.continue();
      else
        await route.fulfill({ status: 500, contentType: 'application/json', body: JSON.stringify(ourFault) });
    });
    await page.reload();
    await page.locator('main h1').first().waitFor();
    await settled(page);
    await picture(page, `failing-${name.replace(/[?=&]/g, '-')}`);
    await expectAccessible(page);
    expect(await page.locator('main').innerText()).not.toMatch(/undefined|NaN|\[object/);
    await context.close();
  },
);

const ourFault = {
  ...{
    code: 'API-500',
    zh: '系统出错，刚才的操作没有生效。',
    en: 'Something failed and nothing was changed.',
  },
  ...{ whyZh: '这是系统自身的故障。', whyEn: 'It is a fault of ours.', remedyZh: '请稍后再试。' },
  ...{ remedyEn: 'Try again later.', reference: '7f3a0000-0000-4000-8000-000000000000' },
};

/** Headings, buttons, links of the frame, column heads and field labels that still speak Chinese on an English page. */
async function chineseLabels(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const labels = [
      ...document.querySelectorAll('main h2, main th[scope=col], main label, main legend, main dt, nav a'),
    ];
    return labels
      .map((label) => label.textContent?.trim() ?? '')
      .filter((text) => /^[\u4e00-\u9fff（）：、]+$/.test(text));
  });
}
