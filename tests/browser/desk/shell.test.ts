import { givePassword, good } from '@yangguang/server/sign-on/test-people';
import { sql } from '@yangguang/store/sql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  type DeskHouse,
  expectAccessible,
  expectFits,
  openDesk,
  picture,
  settled,
  tabTo,
  watch,
} from './open-desk.ts';

const county = { role: 'countyCaseworker', area: '339901' } as const;
const aide = { role: 'villageAide', area: '339901001001' } as const;

let house: DeskHouse;
beforeAll(async () => {
  house = await openDesk();
});
afterAll(async () => {
  await house?.close();
});

it('signs in by keyboard alone, says why where it does not, and no one is asked who they are before', async () => {
  const { t, browser } = house;
  const account = await t.account('登录人', aide);
  await givePassword(t, account);
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 }, locale: 'zh-CN' });
  const faults: string[] = [];
  watch(page, t.origin, faults);
  await page.goto(t.origin);
  await tabTo(page, '用户名');
  await page.keyboard.type(account.userName);
  await tabTo(page, '口令');
  await page.keyboard.type('wrong');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText('ACC-101').waitFor();
  await expectAccessible(page);
  await picture(page, 'sign-in-refused-zh');
  await page.locator('#password').fill(good);
  await page.keyboard.press('Enter');
  await page.locator('.desk-header').waitFor();
  await page.locator('main h1').first().waitFor();
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  expect(faults).toEqual([]);
  await page.context().close();
});

it('has the strictest policy: no inline script or style, nothing from elsewhere', async () => {
  const answer = await fetch(house.t.origin, { headers: { accept: 'text/html' } });
  const policy = answer.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).toContain("style-src 'self'");
  expect(policy).not.toMatch(/unsafe|https?:|\*/);
  expect(await answer.text()).not.toMatch(/<script(?![^>]*src=)|style=/);
  for (const path of ['/%2e%2e/package.json', '/assets/..%2f..%2fpackage.json', '/assets/nothing.js']) {
    const climbed = await fetch(`${house.t.origin}${path}`);
    expect([climbed.status, await climbed.text()], path).toEqual([404, expect.stringContaining('API-104')]);
  }
});

it('shows the menu of the role, in both languages, and opens an address that is none of ours kindly', async () => {
  const { page, go, speak, faults } = await house.sit('县办甲', [county]);
  for (const lang of ['zh', 'en'] as const) {
    await go('/no/such/page');
    await speak(lang);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expectAccessible(page);
    await expectFits(page);
    await picture(page, `not-found-${lang}`);
  }
  expect(await page.getByRole('navigation', { name: 'Main menu' }).getByRole('link').count()).toBe(7);
  expect(faults).toEqual([]);
});

it('lists the keys at ?, and leaves them alone when they are switched off', async () => {
  const { page, go } = await house.sit('县办乙', [county]);
  await go('/no/such/page');
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: '键盘操作' });
  await help.waitFor();
  await expectAccessible(page);
  await help.getByRole('checkbox').uncheck();
  await page.keyboard.press('Escape');
  await help.waitFor({ state: 'detached' });
  await page.keyboard.press('/');
  await page.waitForTimeout(200);
  expect(new URL(page.url()).pathname).toBe('/no/such/page');
});

it('asks for the session again over the page when it ended, and the page behind stays as it was', async () => {
  const { t } = house;
  const { page, go, account } = await house.sit('县办丙', [aide]);
  await givePassword(t, account);
  await go('/account');
  await page.evaluate(() => {
    (globalThis as unknown as { stays: boolean }).stays = true;
  });
  await t.office.db.asOwner((tx) => tx.run(sql`delete from session where account_id = ${account.id}`));
  await page.getByRole('link', { name: '事项办理' }).click();
  const asked = page.getByRole('dialog', { name: /登录已失效/ });
  await asked.waitFor();
  await expectAccessible(page);
  await picture(page, 'session-ended-zh');
  await asked.getByLabel('用户名').fill(account.userName);
  await asked.getByLabel('口令').fill(good);
  await asked.getByRole('button', { name: '登录' }).click();
  await asked.waitFor({ state: 'detached' });
  await settled(page);
  expect(await page.evaluate(() => (globalThis as unknown as { stays?: boolean }).stays)).toBe(true);
});
