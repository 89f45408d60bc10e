import { visitForm } from '@yangguang/domain/forms/visit-form';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { east } from '../../story/acts/test-story.ts';
import { type CaseHouse, openCases, ordinary, stands } from './case-house.ts';
import { expectAccessible, expectFits, picture, settled } from './open-desk.ts';
import { openMatter, takeStep } from './take-step.ts';

let c: CaseHouse;
beforeAll(async () => {
  c = await openCases('2026-11-20');
});
afterAll(() => c?.house.close());

/** The id of the matter that is open. */
const idIn = (page: Page): string => /\/matters\/([\da-f-]{36})/.exec(page.url())?.[1] ?? '';

it('a dispatched lead goes through the town: begun, given to a pair, visited on paper, returned, completed, checked and accepted', async () => {
  const { story, desk } = c;
  const { clerk, townLead, officer } = c.cast;
  const family = await story.family({ head: '赵守义', monthlyFen: 62_000 });
  const lead = await officer.opens(
    'lead',
    { household: family },
    { ...ordinary, rule: 'INC-01', family: 'INC', programme: 'dibao_rural', identity: 'same' },
  );
  await officer.does(lead, 'dispatch');

  // The town's lead begins the visit and gives it to two colleagues, each in one go for all that are ticked.
  const head = await desk(townLead);
  await head.go('/work/town?stage=toStart');
  await bulk(head.page, '启动核查');
  await head.go('/work/town?stage=toAssign');
  await head.page.getByRole('checkbox', { name: /选中：入户核查/ }).check();
  await head.page.getByRole('button', { name: /^安排入户（1 件）/ }).click();
  const dialog = head.page.getByRole('dialog', { name: '安排入户' });
  for (const person of ['林晓', '周宁'])
    await dialog.getByRole('checkbox', { name: new RegExp(person) }).check();
  await dialog.getByRole('button', { name: '先看能否办理' }).click();
  await dialog.locator('.fault-summary').getByText('请填写“计划日期”').waitFor();
  await dialog.getByLabel(/^计划日期/).fill('2026-11-20');
  await dialog.getByRole('button', { name: '先看能否办理' }).click();
  await dialog.getByText('可以办理 1 件').waitFor();
  await expectAccessible(head.page);
  await picture(head.page, 'case-bulk');
  await dialog.getByRole('button', { name: '办理这 1 件' }).click();
  await dialog.getByText('已办理 1 件').waitFor();
  await dialog.getByRole('button', { name: '完成' }).click();

  // Who goes hears of it, finds the visit from the message, and enters the paper form in one go.
  const first = await desk(clerk);
  await first.go('/messages');
  await first.page.getByRole('link', { name: /交给您办理：入户核查/ }).click();
  await stands(first.page, '已安排');
  const verification = idIn(first.page);
  expect(await first.page.title()).not.toContain('赵');
  await first.page.getByRole('link', { name: '录入纸质核查表' }).click();
  await enterVisit(first.page);
  await stands(first.page, '已签字');
  expect(await story.journalOf(verification)).toEqual(['schedule', 'recordVisit', 'sign']);

  // Who was there does not check: the card says why, in the gate's own words.
  await first.page.getByText(/为什么不能办/).click();
  const why = first.page.locator('li', { hasText: '复核' }).filter({ hasText: 'WF-10' });
  expect(await why.first().textContent()).toMatch(/乡镇负责人|没有参与过/);

  // Returned with a reason, completed, signed again, then reviewed and accepted by somebody who was not there.
  await openMatter(head, verification);
  await takeStep(head, '退回补正', { reason: '住房一项没有写明产权' });
  await stands(head.page, '退回补正');
  await first.go('/messages');
  await first.page
    .getByRole('link', { name: /被退回：入户核查/ })
    .first()
    .click();
  await stands(first.page, '退回补正');
  await takeStep(first, '补正表格', { fields: { 入户人员: ['林晓'] }, papers: ['入户核查表'] });
  await stands(first.page, '已入户');
  await takeStep(first, '调查人和家庭成员签字', { papers: ['调查人和家庭成员签字'] });
  await openMatter(head, verification);
  await takeStep(head, '复核');
  await takeStep(head, '采信', { fields: { 核查结论: '与核查表一致' }, reason: '表格、签字齐全' });
  await stands(head.page, '已采信');
  await expectAccessible(head.page);
  await expectFits(head.page);
  await picture(head.page, 'case-verification');
  expect(await story.stateOf(verification)).toBe('accepted');
  expect(await story.faults()).toEqual([]);
  expect([...head.faults, ...first.faults]).toEqual([]);
  await Promise.all([head.context.close(), first.context.close()]);
});

/** Ticks all that the stage shows and takes its step for them. */
async function bulk(page: Page, title: string): Promise<void> {
  await page.getByRole('checkbox', { name: /^选中/ }).first().check();
  await page.getByRole('button', { name: new RegExp(`^${title}（1 件）`) }).click();
  const dialog = page.getByRole('dialog', { name: title });
  await dialog.getByRole('button', { name: '先看能否办理' }).click();
  await dialog.getByRole('button', { name: '办理这 1 件' }).click();
  await dialog.getByText('已办理 1 件').waitFor();
  await dialog.getByRole('button', { name: '完成' }).click();
}

/** Types a visit from its paper form. */
async function enterVisit(page: Page): Promise<void> {
  await settled(page);
  await page.getByRole('button', { name: '登记这次入户' }).click();
  await page.locator('.fault-summary').waitFor();
  expect(await page.locator('.fault-summary li').count()).toBeGreaterThan(10);
  await page.getByRole('radio', { name: '两名工作人员' }).check();
  await page
    .getByRole('group', { name: /^入户人员/ })
    .getByRole('checkbox', { name: /周宁/ })
    .check();
  await page.getByLabel(/^入户日期/).fill('2026-11-20');
  await page.getByLabel(/^在场人员/).fill('户主和其妻');
  await page.locator('#answer-wages').fill('8000');
  for (const id of ['isKin', 'stillPoor', 'proposal']) {
    const question = visitForm.flatMap(({ questions }) => questions).find((one) => one.id === id);
    const choice = Object.values(question?.choices ?? {})[0];
    await page
      .locator(`#answer-${id}`)
      .getByRole('radio', { name: choice?.zh ?? '', exact: true })
      .check();
  }
  await page.getByRole('button', { name: '空着的都填“无”' }).click();
  await page.locator('#signed-paper').fill('东核〔2026〕7号');
  await expectAccessible(page);
  await expectFits(page);
  await picture(page, 'case-visit-entry');
  await page.getByRole('button', { name: '登记这次入户' }).click();
  await page.waitForURL(/\/matters\/[\da-f-]{36}$/);
  await settled(page);
}

it('somebody was first: both texts stand side by side, nothing typed is lost, and one step is one step', async () => {
  const { story, desk } = c;
  const { officer, countyLead } = c.cast;
  const matter = await countyLead.opens(
    'task',
    { region: east, title: '台账整改' },
    { kind: 'inspection', problem: '台账不全' },
  );
  const one = await desk(officer);
  await openMatter(one, matter);
  await one.page.getByRole('button', { name: '分派到单位和人' }).click();
  const dialog = one.page.getByRole('dialog', { name: '分派到单位和人' });
  await dialog.getByLabel(/^责任单位/).fill('东乡民政办');
  await dialog.getByRole('checkbox', { name: /林晓/ }).check();
  await dialog.getByLabel(/^完成时限/).fill('2026-12-20');
  await countyLead.client.matter.assign({
    ...{
      matterId: matter,
      stepId: story.t.office.newId(),
      expectedVersion: 0,
      area: east,
      reason: '先交东乡',
    },
  });
  await dialog.getByRole('button', { name: '分派到单位和人' }).click();
  await dialog.getByText('已有同事先办了一步').waitFor();
  await dialog.getByText('先交东乡').waitFor();
  expect(await dialog.getByLabel(/^责任单位/).inputValue()).toBe('东乡民政办');
  await expectAccessible(one.page);
  await picture(one.page, 'case-conflict');

  // Without a network the words stay, and sending again takes the step once.
  await one.context.setOffline(true);
  await dialog.getByRole('button', { name: '仍要办理：按新状态再提交' }).click();
  await dialog.getByText('没有连上服务器。').waitFor();
  await one.context.setOffline(false);
  await dialog.getByRole('button', { name: '再次提交' }).click();
  await dialog.waitFor({ state: 'detached' });
  await stands(one.page, '已分派');
  expect(await story.journalOf(matter)).toEqual(['assign']);
  await one.context.close();
});

it('work, lists, the opening of a matter and messages fit, speak both languages and have no finding of axe', async () => {
  const { desk } = c;
  const { townLead, officer } = c.cast;
  for (const [who, lang] of [
    [townLead, 'zh'],
    [officer, 'en'],
  ] as const) {
    const one = await desk(who, lang);
    for (const path of [
      '/work',
      '/messages',
      '/matters',
      '/matters?workflow=task',
      '/matters/new?workflow=hazard',
    ]) {
      await one.go(path);
      await expectAccessible(one.page);
      await expectFits(one.page);
      await picture(one.page, `case${path.replaceAll(/[^a-z]+/g, '-')}-${lang}`);
    }
    expect(one.faults).toEqual([]);
    await one.context.close();
  }
});
