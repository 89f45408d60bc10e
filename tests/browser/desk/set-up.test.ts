import { codeAt } from '@yangguang/server/sign-on/test-people';
import { makeSetUpCode } from '@yangguang/store/account/set-up';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type DeskHouse, expectAccessible, expectFits, openDesk, picture, watch } from './open-desk.ts';

// The first start of a real server: whoever holds the printed code names three administrators; nobody else gets in.
let house: DeskHouse;
let code = '';

beforeAll(async () => {
  house = await openDesk();
  const { db, now } = house.t.office;
  code = (await db.asOwner((tx) => makeSetUpCode(tx, now()))) ?? '';
});
afterAll(async () => {
  await house?.close();
});

it('names three people with the printed code, shows each first password once, and leads to signing in', async () => {
  const page = await house.browser.newPage({ viewport: { width: 1280, height: 720 }, locale: 'zh-CN' });
  const faults: string[] = [];
  watch(page, house.t.origin, faults);
  await page.goto(house.t.origin);
  await page.getByRole('heading', { name: '首次设置' }).waitFor();
  expect(await page.getByText('演示账号').count()).toBe(0);
  await page.getByRole('button', { name: '建立三名管理员' }).click();
  await page.getByRole('alert').getByText('有 7 处需要改正').waitFor();
  await expectAccessible(page);
  await expectFits(page);
  await page.getByLabel('安装码').fill('AAAA-BBBB');
  const people = {
    systemAdmin: ['gao', '高远'],
    securityAdmin: ['an', '安然'],
    auditAdmin: ['shen', '沈静'],
  };
  for (const [office, [userName = '', fullName = '']] of Object.entries(people)) {
    await page.locator(`#${office}-userName`).fill(userName);
    await page.locator(`#${office}-fullName`).fill(fullName);
  }
  await page.getByRole('button', { name: '建立三名管理员' }).click();
  await page.getByRole('alert').getByText('ACC-114').waitFor();
  await page.getByLabel('安装码').fill(code);
  await page.getByRole('button', { name: '建立三名管理员' }).click();
  await page.getByRole('heading', { name: '三名管理员已建立' }).waitFor();
  const passwords = await page.locator('code.secret').allTextContents();
  expect(new Set(passwords).size).toBe(3);
  await picture(page, 'set-up-done-zh');
  await expectAccessible(page);
  await page.getByRole('button', { name: '都已交给本人，去登录' }).click();
  await page.getByLabel('用户名').fill('an');
  await page.getByLabel('口令').fill(passwords[1] ?? '');
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByText('初始口令或已到期的口令须先更换').waitFor();
  await page.getByLabel('现在的口令').fill(passwords[1] ?? '');
  await page.locator('#next-password').fill('Plum3-cloud-Gate');
  await page.locator('#repeat-password').fill('Plum3-cloud-Gate');
  await page.getByRole('button', { name: '更换口令' }).click();
  await enrol(page);
  expect(faults).toEqual([]);
  await page.context().close();
});

/** The authenticator: a code drawn on the page, the secret in groups beside it, recovery codes once. */
async function enrol(page: Page): Promise<void> {
  await page.getByRole('heading', { name: '绑定验证器' }).waitFor();
  await page.locator('#enrol-password').fill('Plum3-cloud-Gate');
  await page.getByRole('button', { name: '生成密钥' }).click();
  await page.getByRole('img', { name: '二维码' }).waitFor();
  await picture(page, 'enrol-zh');
  await expectAccessible(page);
  const secret = ((await page.locator('code.secret').first().textContent()) ?? '').replaceAll(' ', '');
  await page.locator('#enrol-code').fill(codeAt(secret, house.t.office.now()));
  await page.getByRole('button', { name: '确认绑定' }).click();
  await page.getByRole('heading', { name: '恢复码（只显示这一次）' }).waitFor();
  expect(await page.locator('ol.secret li').count()).toBe(10);
  await page.getByRole('button', { name: '已抄好，继续' }).click();
  await page.locator('.desk-header').waitFor();
}
