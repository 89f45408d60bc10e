import { verifyStore } from '@yangguang/server/jobs/audit/verify-store';
import { jobKindNames } from '@yangguang/server/jobs/job-names';
import { openWorker, type Worker } from '@yangguang/server/jobs/open-worker';
import { openLog } from '@yangguang/server/log/open-log';
import { noteBackup } from '@yangguang/server/self-check/backup-notes';
import { putHouseholds } from '@yangguang/store/household/household';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Desk,
  type DeskHouse,
  expectAccessible,
  expectFits,
  openDesk,
  picture,
  settled,
  tabTo,
  watch,
} from './open-desk.ts';

// The three administrators: one for the machine, one for accounts and rights, one to watch. Each sees only what is theirs.
let house: DeskHouse;
let worker: Worker;
let system: Desk;
let security: Desk;
let auditor: Desk;
const householdId = '11111111-2222-4333-8444-555555555555';

beforeAll(async () => {
  house = await openDesk();
  const { office } = house.t;
  const kinds = { [jobKindNames.verifyStore]: verifyStore(office) };
  const times = { beatMs: 500, leaseMs: 5000, pollMs: 100, backOffMs: 100 };
  worker = await openWorker(office, kinds, openLog('silent', { write: () => {} }), { times });
  system = await house.sit('高系统', [{ role: 'systemAdmin', area: '' }]);
  security = await house.sit('安保密', [{ role: 'securityAdmin', area: '33' }]);
  auditor = await house.sit('沈审计', [{ role: 'auditAdmin', area: '33' }]);
  await office.db.asOwner((tx) =>
    putHouseholds(
      tx,
      office.vault,
      [
        {
          ...{ id: householdId, region: '339901001001', programme: 'dibao_rural', headName: '张三' },
          ...{ address: null, entitlements: [], private: { members: [], accounts: [], phones: [] } },
        },
      ],
      office.now(),
    ),
  );
});
afterAll(async () => {
  await worker?.stop();
  await house?.close();
});

it('system: sees how the server stands and what to do, and how to back it up; nothing of the cases', async () => {
  const { page, go, faults } = system;
  await go('/admin/system');
  await page.getByRole('heading', { name: '数据库', exact: true }).waitFor();
  expect(await page.getByText('还没有备份过。', { exact: true }).count()).toBe(1);
  expect(await page.getByText('./yangguang backup').count()).toBe(1);
  expect(await page.getByText('没有设置 BACKUP_DIR').count()).toBe(1);
  const { office } = house.t;
  await office.db.asOwner((tx) =>
    noteBackup(tx, office.vault, office.now(), {
      ...{ folder: '/mnt/backup/2026-11-21', tables: 41, rows: 8690, files: 12, missingFiles: 0 },
      ...{ isEncrypted: true, isChecked: true, chainSeq: '77', chainHash: 'ab'.repeat(32) },
    }),
  );
  await page.getByRole('button', { name: '重新检查' }).click();
  await page.getByText('已重读核对。').waitFor();
  await page.getByText('41 张表 8690 行，12 个文件').waitFor();
  // A real server has no demo to remove.
  expect(await page.getByText('清除演示').count()).toBe(0);
  await go('/admin/audit');
  await page.getByRole('heading', { name: '您的岗位不使用这个页面' }).waitFor();
  await go('/admin/accounts');
  await page.getByText('由安全保密管理员办理。').waitFor();
  expect(faults).toEqual([]);
});

it('security: sets up a unit, opens an account and appoints; the first password is shown once and must be changed', async () => {
  const { page, go, faults } = security;
  await go('/admin/units');
  await page.getByRole('button', { name: '设立单位' }).first().click();
  const unit = page.getByRole('dialog', { name: '设立单位' });
  await unit.getByLabel('单位名称').fill('甲县民政局');
  await unit.getByLabel('单位类别').selectOption({ label: '民政部门' });
  await unit.locator('#unit-area').selectOption('3399');
  await unit.getByLabel('第 2 级').selectOption('339901');
  await unit.getByRole('button', { name: '设立单位' }).click();
  await page.getByRole('link', { name: '甲县民政局' }).waitFor();

  await go('/admin/accounts');
  await page.getByRole('button', { name: '开设账号' }).click();
  const dialog = page.getByRole('dialog', { name: '开设账号' });
  await dialog.getByRole('button', { name: '开设账号' }).click();
  await dialog.getByRole('alert').getByText('有 3 处需要改正').waitFor();
  await expectAccessible(page);
  await dialog.getByLabel('用户名').fill('wang.jing');
  await dialog.getByLabel('姓名').fill('王经办');
  await dialog.getByLabel('单位').selectOption({ label: '甲县民政局' });
  await dialog.getByRole('button', { name: '开设账号' }).click();
  const secret = page.getByRole('dialog', { name: '初始口令' });
  const password = (await secret.locator('code').last().textContent()) ?? '';
  expect(password.length).toBeGreaterThan(8);
  await picture(page, 'admin-first-password-zh');
  await secret.getByRole('button', { name: '已交给本人，关闭' }).click();
  expect(await page.getByText(password).count()).toBe(0);

  await page.getByRole('link', { name: 'wang.jing' }).click();
  await appoint();
  await signInAs('wang.jing', password);
  expect(faults).toEqual([]);
});

/** On the page of the account: roles that watch each other are refused before anything is sent. */
async function appoint(): Promise<void> {
  const { page } = security;
  await page.getByRole('button', { name: '任命岗位' }).click();
  const grant = page.getByRole('dialog', { name: /任命岗位/ });
  await grant.getByLabel('岗位').selectOption('countyCaseworker');
  await grant.getByLabel('农村低保').check();
  await grant.getByRole('button', { name: '任命', exact: true }).click();
  await page
    .getByRole('row', { name: /县级经办/ })
    .getByText('现任')
    .waitFor();
  await page.getByRole('button', { name: '任命岗位' }).click();
  await grant.getByLabel('岗位').selectOption('finance');
  await grant.getByLabel('岗位').selectOption('countyReviewer');
  await grant.getByText('与现任“县级经办”互相监督，不能同时担任。').waitFor();
  await page.keyboard.press('Escape');
  await grant.waitFor({ state: 'detached' });
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('任命岗位');
}

/** The new person, at a browser of their own. */
async function signInAs(userName: string, password: string): Promise<void> {
  const page = await house.browser.newPage({ locale: 'zh-CN' });
  const faults: string[] = [];
  watch(page, house.t.origin, faults);
  await page.goto(house.t.origin);
  await page.getByLabel('用户名').fill(userName);
  await page.getByLabel('口令').fill(password);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByLabel('现在的口令').fill(password);
  await page.locator('#next-password').fill('Plum3-cloud-Gate');
  await page.locator('#repeat-password').fill('Plum3-cloud-Gate');
  await page.getByRole('button', { name: '更换口令' }).click();
  await page.locator('.desk-header').waitFor();
  expect(faults).toEqual([]);
  await page.context().close();
}

it('audit: finds who read a file, verifies the records and prints the daily roots', async () => {
  const clerk = await house.sit('李经办', [{ role: 'countyCaseworker', area: '339901' }]);
  await clerk.go(`/households/${householdId}`);
  const { page, go, faults } = auditor;
  await go('/admin/audit');
  await page.getByLabel('类别').selectOption('person');
  await settled(page);
  expect(new URL(page.url()).search).toBe('?kind=person');
  const row = page.getByRole('row', { name: /李经办/ }).first();
  await row.getByRole('link', { name: '谁看过这一户' }).click();
  await page.getByRole('heading', { level: 1, name: '谁看过这一户' }).waitFor();
  await page
    .getByRole('row', { name: /李经办/ })
    .first()
    .waitFor();
  await go('/admin/audit/proof');
  await page.getByText('还没有核验过。').waitFor();
  await page.getByRole('button', { name: '开始核验' }).click();
  await page.getByText('没有发现改动、删除或插入').waitFor({ timeout: 30_000 });
  await picture(page, 'admin-proof-zh');
  await go('/admin/referral-keys');
  await page.getByRole('heading', { name: '您的岗位不使用这个页面' }).waitFor();
  expect([...faults, ...clerk.faults]).toEqual([]);
});

it('keeps what it showed when the server cannot be reached, says so, and goes on when it is back', async () => {
  const { page, context, go } = await house.sit('高系统二', [{ role: 'systemAdmin', area: '' }]);
  await go('/admin/system');
  await page.getByRole('heading', { name: '数据库', exact: true }).waitFor();
  await context.setOffline(true);
  await page.getByRole('button', { name: '重新检查' }).click();
  await page.getByRole('alert').getByText('没有连上服务器。').first().waitFor({ timeout: 20_000 });
  expect(await page.getByRole('heading', { name: '数据库', exact: true }).count()).toBe(1);
  await context.setOffline(false);
  await page.getByRole('alert').first().waitFor({ state: 'detached', timeout: 20_000 });
});

it('by keyboard alone: an account is opened and the records are verified', async () => {
  const { page, go } = security;
  await go('/admin/accounts');
  await tabTo(page, '开设账号');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: '开设账号' });
  await dialog.waitFor();
  await tabTo(page, '用户名');
  await page.keyboard.type('sun.li');
  await tabTo(page, '姓名');
  await page.keyboard.type('孙丽');
  await tabTo(page, '单位');
  await page.keyboard.press('ArrowDown');
  await tabTo(page, '开设账号');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: '初始口令' }).waitFor();
  await tabTo(page, '已交给本人，关闭');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'sun.li' }).waitFor();

  await auditor.go('/admin/audit/proof');
  await tabTo(auditor.page, '开始核验');
  await auditor.page.keyboard.press('Enter');
  await auditor.page.getByText('没有发现改动、删除或插入').waitFor({ timeout: 30_000 });
  expect([...security.faults, ...auditor.faults]).toEqual([]);
});

describe('every screen of the three', () => {
  const screens = {
    system: ['/admin/system', '/admin/jobs', '/admin/accounts', '/admin/units', '/account'],
    security: [
      ...['/admin/accounts', '/admin/appointments', '/admin/units', '/admin/keys', '/admin/referral-keys'],
      ...['/admin/exports', '/admin/retention'],
    ],
    auditor: [
      ...['/admin/audit', '/admin/audit/steps', '/admin/audit/proof', '/admin/exports', '/admin/retention'],
      `/admin/audit/household/${householdId}`,
    ],
  };
  it.each(Object.keys(screens) as (keyof typeof screens)[])(
    '%s: accessible and within the width, in both languages',
    async (who) => {
      const desk = { system, security, auditor }[who];
      for (const lang of ['zh', 'en'] as const)
        for (const path of screens[who]) {
          await desk.go(path);
          await desk.speak(lang);
          await settled(desk.page);
          await picture(desk.page, `${who}${path.slice(0, 30).replaceAll('/', '-')}-${lang}`);
          await expectFits(desk.page);
          await expectAccessible(desk.page);
        }
      await desk.speak('zh');
      expect(desk.faults).toEqual([]);
    },
  );
});
