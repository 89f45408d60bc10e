import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hear, lawful, serve, visit } from '../../story/acts/test-routes.ts';
import { type CaseHouse, openCases, ordinary, stands } from './case-house.ts';
import { expectAccessible, picture } from './open-desk.ts';
import { openMatter, takeStep } from './take-step.ts';

let c: CaseHouse;
beforeAll(async () => {
  c = await openCases('2026-11-20');
});
afterAll(() => c?.house.close());

it('a decision goes through two people, delivery, an appeal and back: every step at a desk of its own', async () => {
  const { story, desk } = c;
  const { aide, clerk, colleague, townLead, officer, countyLead } = c.cast;
  const family = await story.family({ head: '钱守信', monthlyFen: 60_000 });
  const facts = { kind: 'stop', cause: 'review', programme: 'dibao_rural', ...ordinary };
  const stop = await officer.opens('decision', { household: family }, facts);
  const verification = (await clerk.does(stop, 'planVisit')).opened('verification');
  await visit(verification, { by: [clerk, colleague], reviewer: townLead, on: '2026-11-20' });

  // The sum is written out at the desk, kept with the case, and used for the opinion of the town.
  const town = await desk(townLead);
  await town.go(`/matters/${stop}/calculation`);
  await calculate(town.page);
  await openMatter(town, stop);
  await takeStep(town, '乡镇审核', {
    fields: { 每月金额: '0', 自何月起: '2026-12' },
    papers: ['核算单', '乡镇审核意见'],
  });
  await stands(town.page, '乡镇已审核');

  // Nothing is taken away before the family was heard: the lead of the county is told so, and finds no button.
  await officer.client.matter.get({ id: stop });
  const office = await desk(officer);
  await openMatter(office, stop);
  await takeStep(office, '县级接收审查');
  const chief = await desk(countyLead, 'en');
  await openMatter(chief, stop);
  expect(await chief.page.getByRole('button', { name: 'Decide', exact: true }).count()).toBe(0);
  await chief.page.getByText(/^Why not the others/).click();
  const reason = await chief.page.locator('li', { hasText: 'Decide' }).first().textContent();
  expect(reason).toMatch(/hearing|heard/i);
  await hearAt(stop);

  // Decided in English by the second person, with reasons; the letter can be printed and is served.
  await openMatter(chief, stop);
  await takeStep(chief, 'Decide', {
    fields: { Article: String(lawful['article']), 'Where to appeal': String(lawful['remedyTo']) },
    papers: ['Written reasons'],
    reason: '经入户核查和听取意见，家庭人均月收入高于当地标准',
  });
  await stands(chief.page, 'Decided');
  await expectAccessible(chief.page);
  await picture(chief.page, 'case-decided-en');
  await chief.go(`/matters/${stop}/papers/decision`);
  const letter = await chief.page.locator('article').textContent();
  expect(letter).toContain('nothing is paid from 2026-12 on');
  expect(letter).toContain('家庭人均月收入高于当地标准');
  // Who took part in the case sees whom it is about; the address and the tab of the browser never do.
  expect(letter).toContain('钱守信');
  expect((await chief.page.title()) + chief.page.url()).not.toContain('钱');
  await expectAccessible(chief.page);
  const { links } = await officer.client.matter.get({ id: stop });
  const notice = links.find((link) => link.workflow === 'notice' && link.kind === 'decision')?.id ?? '';
  await serve(notice, { approver: officer, bearer: aide, on: '2026-11-20' });
  await openMatter(office, stop);
  await takeStep(office, '登记决定书送达', { papers: ['送达回证'] });
  await office.page.getByRole('button', { name: '执行', exact: true }).click();
  await office.page.getByRole('dialog').getByText('该户此项待遇自 2026-12 起停发。').waitFor();
  await office.page.getByRole('dialog').getByRole('button', { name: '执行', exact: true }).click();
  await stands(office.page, '已执行');
  expect((await story.receives(family)).at(-1)).toEqual({
    monthlyFen: 60_000,
    from: '2018-01',
    until: '2026-12',
  });

  // Overturned on appeal: what is still to be put right stands on the card, and the restoring decision is one click away.
  await takeStep(office, '登记行政复议', { papers: ['复议文书'] });
  await takeStep(office, '复议撤销、变更', {
    fields: { 应补发: '600', 自何月补发: '2026-12' },
    papers: ['复议文书'],
  });
  await stands(office.page, '已纠正');
  await office.page.getByText('应补发 600.00 元，自 2026-12 起；归档须附补发凭证').waitFor();
  await expectAccessible(office.page);
  await picture(office.page, 'case-corrected');
  await office.page.getByRole('link', { name: '恢复决定：拟办' }).click();
  await stands(office.page, '拟办');
  expect((await story.journalOf(stop)).slice(-2)).toEqual([
    'recordReconsideration',
    'overturnOnReconsideration',
  ]);
  expect(await story.faults()).toEqual([]);
  expect([...town.faults, ...office.faults, ...chief.faults]).toEqual([]);
  await Promise.all([town, office, chief].map(({ context }) => context.close()));
});

/** The sum of a household of two, kept as a document. */
async function calculate(page: Page): Promise<void> {
  for (const [label, typed] of [
    ['每人每月标准 S', '500'],
    ['计入人口 N', '2'],
    ['全年可计入收入 A', '12000'],
    ['现发每月', '600'],
  ] as const)
    await page.getByLabel(new RegExp(`^${label}`)).fill(typed);
  await page.getByText('否：等于或高于，不符合').waitFor();
  await expectAccessible(page);
  await picture(page, 'case-calculation');
  await page.getByRole('button', { name: '存为本件的核算单' }).click();
  await page.getByText(/已存为材料/).waitFor();
}

/** The family is heard, as the story does it; the office's desk wrote steps in between. */
async function hearAt(decision: string): Promise<void> {
  const { officer, aide } = c.cast;
  c.story.seen(decision, (await officer.client.matter.get({ id: decision })).version);
  await hear(decision, { approver: officer, bearer: aide, on: '2026-11-20' });
}
