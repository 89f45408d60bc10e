import { afterAll, beforeAll, expect, it } from 'vitest';
import { castOf } from '../../story/acts/test-cast.ts';
import type { Person } from '../../story/acts/test-person.ts';
import { county, east, firstVillage, openStory, type Story } from '../../story/acts/test-story.ts';
import {
  builtDesk,
  type Desk,
  type DeskHouse,
  expectAccessible,
  expectFits,
  houseOf,
  type Lang,
  picture,
} from './open-desk.ts';
import { expectState, openMatter, takeStep } from './take-step.ts';

// The days of those who come to the desk with one kind of case: the home, the window, finance, the village.
let story: Story;
let house: DeskHouse;
beforeAll(async () => {
  story = await openStory('2026-11-20', builtDesk());
  house = await houseOf(story.t);
});
afterAll(async () => {
  await house?.close();
});

const sit = (who: Person, lang: Lang = 'zh'): Promise<Desk> => house.sit(who.account, [], { lang });

it('a home is ordered to mend its gas hose, mends it, and cannot close its own hazard (in English)', async () => {
  const officer = await story.person('隐患经办', 'countyCaseworker', county);
  const chief = await story.person('隐患负责', 'countyLead', county);
  const head = await story.person('敬老院长', 'institutionHead', east);
  const town = await story.person('镇隐患经办', 'townCaseworker', east);
  const desk = await sit(officer, 'en');
  await desk.go('/matters/new?workflow=hazard');
  const { page } = desk;
  await page.locator('#fact-institutionName').fill('东乡敬老院');
  await page.locator('#fact-kind').selectOption({ label: 'Gas' });
  await page.locator('#fact-what').fill('厨房燃气软管老化');
  await page.locator('#fact-foundOn').fill('2026-11-20');
  await page.getByLabel(/^Title/).fill('东乡敬老院');
  await expectAccessible(page);
  await picture(page, 'hazard-new-en');
  await page.getByLabel('Level 1').selectOption({ label: '东乡' });
  await page.getByRole('button', { name: /^Open/ }).last().click();
  await page.waitForURL(/\/matters\/[\da-f-]{36}/);
  const id = page.url().split('/').at(-1) ?? '';
  await takeStep(desk, 'Classify', { fields: { Grade: 'Major' }, reason: 'Gas next to open fire' });
  await takeStep(desk, 'Order the fix', {
    fields: { 'Person responsible': '敬老院长', Measure: '更换软管并检测' },
    papers: ['Order to fix'],
  });
  const home = await sit(head, 'en');
  await openMatter(home, id);
  await takeStep(home, 'Start to fix');
  await takeStep(home, 'The home says it is done', { papers: ['Proof of correction'] });
  await expectState(home.page, 'Accepted by the home');
  await home.page
    .getByText(/Why not|cannot be taken/)
    .first()
    .click();
  expect(await home.page.getByRole('button', { name: 'Close', exact: true }).count()).toBe(0);
  await expectAccessible(home.page);
  await picture(home.page, 'hazard-home-en');
  const second = await sit(town, 'en');
  await openMatter(second, id);
  await takeStep(second, 'Pass the second inspection', { papers: ['Record of verification'] });
  const above = await sit(chief, 'en');
  await openMatter(above, id);
  await takeStep(above, 'Close');
  await expectState(above.page, 'Closed');
  for (const one of [desk, home, second, above]) expect(one.faults).toEqual([]);
  expect(await story.journalOf(id)).toEqual([
    ...['classify', 'issueOrder', 'startFix', 'selfAccept', 'reInspect', 'close'],
  ]);
});

it('the window registers a petition, accepts it and answers in writing; the family’s words stay masked in the list', async () => {
  const petitions = await story.person('信访窗口', 'petitionOfficer', county);
  const desk = await sit(petitions);
  const { page } = desk;
  await desk.go('/matters/new?workflow=petition');
  await page.getByRole('radio', { name: '不涉及已登记的家庭' }).check();
  await page.getByLabel('第 1 级').selectOption({ label: '东乡' });
  await page.getByLabel(/^名称/).fill('低保复核请求');
  await page.getByRole('radio', { name: '信访', exact: true }).check();
  await page.locator('#fact-registerNo').fill('信〔2026〕12号');
  await page.locator('#fact-receivedOn').fill('2026-11-20');
  await page.locator('#fact-petitioner').fill('孙桂英');
  await page
    .getByRole('group', { name: /^重复信访/ })
    .getByRole('radio', { name: '否' })
    .check();
  await expectAccessible(page);
  await expectFits(page);
  await page
    .getByRole('button', { name: /^立项|^新立/ })
    .last()
    .click();
  await page.waitForURL(/\/matters\/[\da-f-]{36}/);
  const id = page.url().split('/').at(-1) ?? '';
  await page.getByRole('button', { name: '受理', exact: true }).waitFor();
  await picture(page, 'petition-zh');
  expect(await page.locator('main').innerText()).not.toContain('孙桂英');
  await page.getByRole('button', { name: '受理', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: '受理' });
  await dialog.getByRole('button', { name: '受理', exact: true }).click();
  await dialog.getByRole('alert').waitFor();
  await expectAccessible(page);
  await picture(page, 'petition-faults-zh');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(await story.stateOf(id)).toBe('registered');
  expect(desk.faults).toEqual([]);
});

it('finance approves what was overpaid and may not decide it', async () => {
  const { officer } = await castOf(story);
  const finance = await story.person('财政经办', 'finance', county);
  const household = await story.family({ head: '钱守业', monthlyFen: 46_000 });
  const id = await officer.opens(
    'recovery',
    { household },
    {
      programme: 'dibao_rural',
      amountFen: 276_000,
      fromMonth: '2026-01',
      toMonth: '2026-06',
      liability: 'concealed',
    },
  );
  const desk = await sit(finance);
  const { page } = desk;
  await desk.go('/matters?workflow=recovery');
  await page.getByText('钱*').first().waitFor();
  await expectAccessible(page);
  await picture(page, 'finance-list-zh');
  await openMatter(desk, id);
  await takeStep(desk, '核定金额', {
    fields: { 核减后应退: '2760.00' },
    papers: ['核算单', '财政核定'],
  });
  await expectState(page, '财政已核');
  expect(await page.getByRole('button', { name: '决定追缴', exact: true }).count()).toBe(0);
  await picture(page, 'finance-recovery-zh');
  await expectAccessible(page);
  expect(desk.faults).toEqual([]);
});

it('the village’s aide enters a visit made on paper, afterwards, with the time it was made', async () => {
  const aide = await story.person('村协理', 'villageAide', firstVillage);
  const clerk = await story.person('镇经办甲', 'townCaseworker', east);
  const household = await story.family({ head: '孙大娘', monthlyFen: 38_000 });
  const id = await clerk.opens('verification', { household }, {});
  await clerk.does(id, 'schedule', { facts: { visitors: [clerk.id, aide.id], plannedOn: '2026-11-20' } });
  const desk = await sit(aide);
  await openMatter(desk, id);
  await takeStep(desk, '登记入户', {
    fields: { 入户日期: '2026-11-20', 在场人员: '户主' },
    papers: ['入户核查表'],
  });
  await expectState(desk.page, '已入户');
  await expectAccessible(desk.page);
  await picture(desk.page, 'visit-entered-zh');
  expect(desk.faults).toEqual([]);
});
