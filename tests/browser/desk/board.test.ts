import { number, put, putFamilies, putLead } from '@yangguang/server/operations/ledger/test-cases';
import { sheetOf } from '@yangguang/server/operations/ledger/test-sheet';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createReadStream } from 'node:fs';
import type { Page } from 'playwright-core';
import {
  type Desk,
  type DeskHouse,
  expectAccessible,
  expectFits,
  openDesk,
  picture,
  settled,
  tabTo,
} from './open-desk.ts';

// The chief's fifteen minutes (practice.md, story 4), and the hundred days of Binhai (S3) from its template to its two
// annex tables.

let house: DeskHouse;
let chief: Desk;
let town: Desk;
let campaignId: string;
let families: string[];

beforeAll(async () => {
  house = await openDesk('2026-01-20T09:00:00+08:00');
  chief = await house.sit('张局', [{ role: 'countyLead', area: '339901' }]);
  town = await house.sit('李镇', [{ role: 'townCaseworker', area: '339901001' }]);
}, 120_000);
afterAll(async () => {
  await house?.close();
});

/** What the campaign has come to when the tables are due: two families visited, one left, one refusal was wrong. */
async function comeToPass(): Promise<void> {
  const { t } = house;
  families = [t.office.newId(), t.office.newId()];
  await putFamilies(t, families);
  const [first = '', second = ''] = families;
  const visitors = { visitors: [town.account.id] };
  for (const household of [first, second])
    await put(t, campaignId, { workflow: 'verification', state: 'accepted', household, facts: visitors });
  await put(t, campaignId, {
    ...{ workflow: 'decision', kind: 'stop', state: 'effective', household: second },
    facts: { cause: 'voluntaryExit' },
  });
  const refused = await put(t, campaignId, {
    ...{ workflow: 'lead', state: 'confirmed', steps: [['confirmOmission', {}]] as const },
  });
  await putLead(t, refused, 'OMI-12', null, { reason: '收入超标', applied_on: '2025-03-05' });
  for (const state of ['new', 'toVerify', 'escalated'])
    await put(t, campaignId, { workflow: 'lead', state, region: '339901002001' });
}

async function save(page: Page, name: string): Promise<void> {
  await page.getByRole('dialog').locator('footer').getByRole('button', { name, exact: true }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await settled(page);
}

it('a campaign is created from the template of its notice, after a look at its days', async () => {
  const { page, go, faults } = chief;
  await go('/campaigns/new');
  await page.getByRole('button', { name: '建立专项整治', exact: true }).click();
  // Nothing is chosen yet: the summary takes the focus and leads to the field.
  await page.locator('.fault-summary').getByText('请选择模板。').waitFor();
  await expectAccessible(page);
  await picture(page, 'campaign-new-faults-zh');
  await page.getByLabel(/^模板/).selectOption('s3-binhai-2018');
  await page.getByLabel(/^开始年份/).fill('2025');
  await page.getByRole('button', { name: '预览日期' }).click();
  const preview = page.getByRole('region', { name: /日期预览/ });
  // 20 February 2026 lies in the holiday of the Spring Festival.
  await preview
    .getByRole('row', { name: /排查情况统计表（在保）/ })
    .getByText('2026-02-14')
    .waitFor();
  await expectAccessible(page);
  await picture(page, 'campaign-new-preview-zh');
  await page.getByRole('button', { name: '建立专项整治', exact: true }).click();
  await page.waitForURL(/\/campaigns\/[\da-f-]{36}$/);
  await settled(page);
  campaignId = page.url().split('/').at(-1) ?? '';
  await page.getByRole('heading', { level: 1, name: '精准救助百日会战' }).waitFor();
  await page.getByText('2025-11-15 – 2026-02-28').waitFor();
  // Where the workflow does not allow a step, it says why.
  await page.getByRole('region', { name: '可以办理' }).getByRole('button', { name: '印发方案' }).waitFor();
  await picture(page, 'campaign-zh');
  await comeToPass();
  expect(faults).toEqual([]);
});

it('F-A7: the three lists are made from its tasks, and its times say what is due', async () => {
  const { page, go } = chief;
  for (const [tab, name] of [
    ['问题清单', '逐户走访'],
    ['任务清单', '对在保家庭逐户走访排查'],
    ['责任清单', '待分派'],
  ] as const) {
    await page.getByRole('navigation', { name: '专项整治的内容' }).getByRole('link', { name: tab }).click();
    await page.getByRole('region', { name: tab }).first().getByText(name).first().waitFor();
    await expectAccessible(page);
  }
  await go(`/campaigns/${campaignId}?tab=times`);
  await page
    .getByRole('row', { name: /2026-02-14/ })
    .first()
    .waitFor();
  await expectAccessible(page);
  await picture(page, 'campaign-times-zh');
  expect(chief.faults).toEqual([]);
});

it('the chief sees where it stands in fifteen minutes: every number opens its cases', async () => {
  const { page, go, faults } = chief;
  await go('/dashboard');
  for (const region of ['未答复疑点与计划', '各乡镇情况', '补进与退出', '疑点去向', '金额'])
    await page.getByRole('region', { name: region, exact: true }).waitFor();
  await settled(page);
  await expectAccessible(page);
  await expectFits(page);
  await picture(page, 'dashboard-zh');
  const towns = page.getByRole('region', { name: '各乡镇情况', exact: true });
  expect(await towns.getByRole('listitem').locator('b').allTextContents()).toEqual(['东乡', '西乡']);
  await towns.getByRole('button', { name: '以表格查看' }).click();
  const west = towns.getByRole('row', { name: /西乡/ });
  expect(await west.getByRole('cell').allTextContents()).toEqual(['2', '0', '0', '0', '1']);
  await expectAccessible(page);
  await west.getByRole('link', { name: /需要协调/ }).click();
  await page.getByRole('heading', { level: 1, name: /数字背后的事项：需要协调/ }).waitFor();
  await settled(page);
  expect(await page.getByRole('table').locator('tbody tr').count()).toBe(1);
  await page.goBack();
  await settled(page);
  await tabTo(page, '查看方案和任务');
  await page.keyboard.press('Enter');
  await page.waitForURL(new RegExp(`/campaigns/${campaignId}`));
  expect(faults).toEqual([]);
});

it('the same in English, and on a narrow screen', async () => {
  const { page, go, speak, faults } = chief;
  await go('/dashboard');
  await speak('en');
  await page.getByRole('region', { name: 'Where the leads went', exact: true }).waitFor();
  await settled(page);
  await expectAccessible(page);
  await picture(page, 'dashboard-en');
  await page.setViewportSize({ width: 390, height: 800 });
  await expectFits(page);
  await picture(page, 'dashboard-narrow-en');
  await page.setViewportSize({ width: 1280, height: 720 });
  await go('/ledgers');
  await expectAccessible(page);
  await speak('zh');
  expect(faults).toEqual([]);
});

it('the town fills in what no case says, and locks its annex table', async () => {
  const { page, go, faults } = town;
  await go('/ledgers');
  await page.getByRole('link', { name: '社会救助家庭排查情况统计表（在保）' }).click();
  await page.getByRole('columnheader', { name: '申请人' }).waitFor();
  const table = page.getByRole('table');
  expect(await table.locator('thead th').allTextContents()).toEqual([
    ...['序号', '申请人', '身份证号', '家庭人口', '乡镇（街道）', '村（居委会）', '家庭收入', '家庭财产'],
    ...['救助类别', '保障金额', '致困原因', '入户核查结果', '备注'],
  ]);
  await page.getByText('由事项自动填写 21 格，人工填写 0 格，还空 5 格').waitFor();
  expect(await table.textContent()).not.toContain('张大山');
  for (const [column, text] of [
    ['家庭收入', '800 元／月'],
    ['家庭财产', '砖瓦房三间，无车辆'],
  ] as const) {
    await page.getByRole('button', { name: `填写“${column}”（1）` }).click();
    await page.getByRole('dialog').getByRole('textbox').fill(text);
    await save(page, '保存这一格');
    await table.getByText(text).waitFor();
  }
  await table
    .getByText(/李镇 于 2026-01-20/)
    .first()
    .waitFor();
  await expectAccessible(page);
  await expectFits(page);
  await picture(page, 'annex-1-zh');
  await page.getByRole('button', { name: '锁定本期' }).click();
  await page.getByRole('dialog').getByText('还有 3 格是空的。').waitFor();
  await save(page, '锁定本期');
  await page.getByText(/已由李镇于 2026-01-20 09:00 锁定/).waitFor();
  expect(await page.getByRole('button', { name: /^(填写|改填)/ }).count()).toBe(0);
  await page.emulateMedia({ media: 'print' });
  await picture(page, 'annex-1-print-zh');
  await page.emulateMedia({ media: null });
  expect(faults).toEqual([]);
});

it('F-T1: the county takes the locked table upward, masked; the other annex has its two rows of headings', async () => {
  const { page, go, faults } = chief;
  await go('/ledgers/report:tableInBenefit?region=339901001');
  await page.getByText(/已由李镇于/).waitFor();
  await page.getByRole('button', { name: '导出 .xlsx' }).click();
  await page.getByRole('dialog').getByLabel(/^用途/).fill('向区局报送统计表');
  const [file] = await Promise.all([page.waitForEvent('download'), save(page, '导出')]);
  expect(file.suggestedFilename()).toContain('统计表（在保）');
  const path = await file.path();
  const sheet = await sheetOf({
    ...{ content: createReadStream(path), mediaType: '', fileName: '', bytes: null },
  });
  for (const words of ['张*', '800 元／月', '砖瓦房三间', '已锁定', '向区局报送统计表'])
    expect(sheet).toContain(words);
  for (const hidden of ['张大山', '李小河', number('000'), number('001')])
    expect(sheet).not.toContain(hidden);
  await go('/ledgers/report:tableRejected?region=339901001');
  const table = page.getByRole('table');
  expect(await table.locator('thead tr').count()).toBe(2);
  expect(await table.locator('thead tr').nth(1).locator('th').allTextContents()).toEqual([
    '核查结果',
    '调查人',
  ]);
  await table.getByText('收入超标').waitFor();
  await table.getByText('达到救助条件，待办理').waitFor();
  await expectAccessible(page);
  await picture(page, 'annex-2-zh');
  await go('/ledgers/ledger:0?region=339901');
  await page.getByRole('row', { name: /甲县本级/ }).waitFor();
  await expectAccessible(page);
  await picture(page, 'campaign-ledger-zh');
  expect(faults).toEqual([]);
});

it('by keyboard alone: from the ledger to a number, from the number to its cases', async () => {
  const { page, go, faults } = chief;
  await go('/ledgers');
  await tabTo(page, '作战台账');
  await page.keyboard.press('Enter');
  await page.getByRole('columnheader', { name: '发现的问题' }).waitFor();
  await tabTo(page, '发现的问题 1');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: /数字背后的事项/ }).waitFor();
  await settled(page);
  // The heading takes the focus, so that what was opened is what is read out.
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  expect(await page.getByRole('table').locator('tbody tr').count()).toBe(1);
  expect(faults).toEqual([]);
});
