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

it('leads a newcomer from the demo accounts by the first steps to a dispatched lead', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 }, locale: 'zh-CN' });
  const faults: string[] = [];
  watch(page, demo.origin, faults);
  await page.goto(demo.origin);
  await page.getByRole('button', { name: /县级经办/ }).click();
  const tour = page.getByRole('complementary', { name: '第一次使用' });
  for (const screen of [/\/imports$/, /\/leads$/]) {
    await tour.getByRole('link', { name: '去看看' }).click();
    await page.waitForURL(screen);
    await settled(page);
  }
  await page.getByRole('radio', { name: '按条' }).check();
  await page.getByRole('link', { name: '待研判', exact: true }).click();
  await settled(page);
  await picture(page, 'first-steps-zh');
  await page.getByRole('grid').getByRole('link').first().click();
  await page.waitForURL(/\/leads\/[\da-f-]{36}/);
  await settled(page);
  await page.goBack();
  await settled(page);
  await page.getByRole('grid').getByRole('row').nth(1).getByRole('checkbox').check();
  await page.getByRole('button', { name: /^派发给乡镇/ }).click();
  const dialog = page.getByRole('dialog', { name: '派发给乡镇' });
  await dialog.getByRole('button', { name: /派发 1 条/ }).click();
  await dialog.getByText('已派发 1 条').waitFor();
  await picture(page, 'first-steps-dispatched-zh');
  await page.keyboard.press('Escape');
  await tour.getByRole('button', { name: '完成' }).click();
  expect(await tour.count()).toBe(0);
  expect(faults).toEqual([]);
  await page.context().close();
});

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
  '%s at 200 per cent zoom, and when the server fails',
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
      ...document.querySelectorAll(
        'main h2, main th[scope=col], main label, main legend, main dt, nav:not(.crumbs) a',
      ),
    ];
    return labels
      .map((label) => label.textContent?.trim() ?? '')
      .filter((text) => /^[\u4e00-\u9fff（）：、]+$/.test(text) && !/演示|虚构/.test(text));
  });
}
