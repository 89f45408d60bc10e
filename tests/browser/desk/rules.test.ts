import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  type DeskHouse,
  expectAccessible,
  expectFits,
  openDesk,
  picture,
  settled,
  tabTo,
} from './open-desk.ts';

// What a county decides about rules and numbers: read, proposed by one, confirmed by another, put in shadow with a reason.
const county = '339901';
const reviewer = [{ role: 'countyReviewer', area: county }] as const;
const chief = [{ role: 'countyLead', area: county }] as const;

let house: DeskHouse;
beforeAll(async () => {
  house = await openDesk('2026-11-21T09:00:00+08:00');
});
afterAll(async () => {
  await house?.close();
});

it('lets a reviewer find a rule and read it whole, in both languages, without a fault of access', async () => {
  const { page, go, speak, faults } = await house.sit('复核甲', reviewer);
  await go('/rules');
  await expectFits(page);
  await expectAccessible(page);
  await picture(page, 'rules-zh');
  await page.getByLabel('按编号或名称查找').fill('死亡');
  await page.getByText('共 1 条规则').waitFor();
  expect(new URL(page.url()).searchParams.get('q')).toBe('死亡');
  await page.getByRole('link', { name: '死亡人员继续领取' }).click();
  await page.getByRole('heading', { level: 1, name: 'INC-01 死亡人员继续领取' }).waitFor();
  await settled(page);
  for (const heading of ['查什么', '为什么可能是误报', '怎样核实', '依据', '本地参数', '示例'])
    expect(await page.getByRole('heading', { name: heading, exact: true }).count()).toBe(1);
  await page.getByText('死亡当月发放，无疑点').click();
  await page.getByText('显示查询语句').click();
  expect(await page.locator('pre').innerText()).toContain('with paid as');
  await expectFits(page);
  await expectAccessible(page);
  await picture(page, 'rule-zh');
  await speak('en');
  await page.getByRole('heading', { level: 1, name: 'INC-01 Payment after death' }).waitFor();
  await expectAccessible(page);
  await picture(page, 'rule-en');
  expect(faults).toEqual([]);
});

it('puts a rule in shadow with a reason, by keyboard, and keeps what was said', async () => {
  const { page, go, faults } = await house.sit('复核乙', reviewer);
  await go('/rules/INC-05');
  await tabTo(page, '启用、试行或停用');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await dialog.getByRole('button', { name: '保存状态' }).click();
  await dialog.getByText('有 2 处需要改正').waitFor();
  await expectAccessible(page);
  await picture(page, 'rule-mode-zh');
  await dialog.getByLabel('试行（只计数）').check();
  await dialog.getByLabel('理由').fill('误报较多，先观察一期');
  await dialog.getByRole('button', { name: '保存状态' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('误报较多，先观察一期').waitFor();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('启用、试行或停用');
  await go('/rules?mode=shadow');
  expect(await page.getByRole('link', { name: '名下有机动车' }).count()).toBe(1);
  await page.getByText('共 1 条规则').waitFor();
  expect(faults).toEqual([]);
});

it('lets the chief propose a local number, and only somebody else confirm it', async () => {
  const proposing = await house.sit('局长', chief);
  const { page } = proposing;
  await proposing.go('/parameters?only=unknown');
  await expectAccessible(page);
  await expectFits(page);
  await picture(page, 'parameters-zh');
  await page.getByRole('link', { name: '农村低保标准', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: '农村低保标准' }).waitFor();
  await settled(page);
  await page.getByRole('button', { name: '提出本地数值' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '提出，等待确认' }).click();
  await dialog.getByText('有 3 处需要改正').waitFor();
  await expectAccessible(page);
  await dialog.getByLabel('数值').fill('632.005');
  await dialog.getByLabel('起始日').fill('2026-07-01');
  await dialog.getByLabel('依据文件').fill('甲县民政局〔2026〕12号');
  await dialog.getByRole('button', { name: '提出，等待确认' }).click();
  await dialog.getByText('PAR-102').waitFor();
  expect(await dialog.getByLabel('依据文件').inputValue()).toBe('甲县民政局〔2026〕12号');
  await picture(page, 'parameter-propose-zh');
  await dialog.getByLabel('数值').fill('632');
  await dialog.getByRole('button', { name: '提出，等待确认' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('您提出的，须由另一人确认').waitFor();
  await expectAccessible(page);
  const confirming = await house.sit('复核丙', reviewer, { lang: 'en' });
  const other = confirming.page;
  await confirming.go('/parameters/standard.dibao.rural');
  await expectAccessible(other);
  await other.getByRole('button', { name: 'Confirm the value' }).click();
  await other.getByRole('dialog').getByText('From 2026-07-01 on CNY 632 a month is in force').waitFor();
  await picture(other, 'parameter-confirm-en');
  await other.getByRole('dialog').getByRole('button', { name: 'Confirm the value' }).click();
  await other.getByRole('dialog').waitFor({ state: 'detached' });
  await other.getByText('Set here').first().waitFor();
  await expectFits(other);
  await picture(other, 'parameter-en');
  expect(house.t.office.policy.find('standard.dibao.rural', county, '2026-11-21')?.value).toBe(632);
  expect([...proposing.faults, ...confirming.faults]).toEqual([]);
});

it('lets the system administrator add an office’s villages and rename one, and nobody else', async () => {
  const { page, go, faults } = await house.sit('系统', [{ role: 'systemAdmin', area: county }]);
  await go('/admin/divisions');
  await expectAccessible(page);
  await page.getByRole('button', { name: '上传村名单' }).click();
  const dialog = page.getByRole('dialog');
  const list = Buffer.from('乡镇,村\n东乡,新建村\n东乡,一村\n,无主村\n');
  await dialog.getByLabel('名单文件').setInputFiles({ name: '名单.csv', mimeType: 'text/csv', buffer: list });
  await dialog.getByText('将新增 1 个区划；1 个已有，不动。').waitFor();
  await expectAccessible(page);
  await picture(page, 'divisions-list-zh');
  await dialog.getByLabel('生效日').fill('2026-12-01');
  await dialog.getByLabel('依据').fill('县民政局村（居）名单');
  await dialog.getByRole('button', { name: '新增 1 个区划' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('新增 新建村').waitFor();
  await page.getByRole('link', { name: '东乡' }).click();
  await page.getByRole('button', { name: '改名 新建村' }).click();
  await page.getByRole('dialog').getByLabel('新名称').fill('新安村');
  await page.getByRole('dialog').getByLabel('生效日').fill('2026-12-01');
  await page.getByRole('dialog').getByLabel('依据').fill('县政府批复');
  await page.getByRole('dialog').getByRole('button', { name: '保存新名称' }).click();
  await page.getByText('新建村 改名 新安村').waitFor();
  await expectFits(page);
  await picture(page, 'divisions-zh');
  expect(faults).toEqual([]);
  const clerk = await house.sit('经办', [{ role: 'countyCaseworker', area: county }]);
  await clerk.go('/admin/divisions');
  expect(await clerk.page.getByRole('button', { name: '上传村名单' }).count()).toBe(0);
});

it('asks those above a county which one they mean', async () => {
  const { page, go, faults } = await house.sit('市局', [{ role: 'cityOfficer', area: '3399' }]);
  await go('/rules');
  await page.getByText('请先选择县（市、区）').waitFor();
  await expectAccessible(page);
  await page.getByLabel('地区').selectOption({ label: '乙县' });
  await page.getByRole('link', { name: '死亡人员继续领取' }).waitFor();
  expect(new URL(page.url()).searchParams.get('place')).toContain('339902');
  expect(faults).toEqual([]);
});
