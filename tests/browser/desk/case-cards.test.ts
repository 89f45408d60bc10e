import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { east, firstVillage } from '../../story/acts/test-story.ts';
import { type CaseHouse, openCases, ordinary } from './case-house.ts';
import { expectAccessible, expectFits, picture, tabTo } from './open-desk.ts';
import { takeStep } from './take-step.ts';

let c: CaseHouse;
let matters: Readonly<Record<string, string>>;
beforeAll(async () => {
  c = await openCases('2026-11-20');
  matters = await oneOfEach();
});
afterAll(() => c?.house.close());

/** A matter of every workflow that has its card here and no journey of its own. */
async function oneOfEach(): Promise<Record<string, string>> {
  const { officer, townLead, clerk, aide } = c.cast;
  const household = await c.story.family({ head: '孙有福', monthlyFen: 60_000 });
  const home = { household };
  const dibao = { programme: 'dibao_rural' };
  const owed = { amountFen: 120_000, fromMonth: '2026-01', toMonth: '2026-06', liability: 'concealed' };
  const months = { monthlyFen: 30_000, fromMonth: '2026-09' };
  const petition = {
    kind: 'petition',
    registerNo: '信2026-7',
    receivedOn: '2026-11-19',
    repeat: false,
    gist: '反映漏保',
  };
  const publicNotice = await officer.opens('publicNotice', home, { kind: 'countyResult' });
  await officer.does(publicNotice, 'post', { facts: { sheetNo: '公示2026-3' } });
  await aide.does(publicNotice, 'recordPosting', {
    ...{ facts: { place: '村务公开栏', postedOn: '2026-11-20' }, papers: ['postingProof'] },
  });
  return {
    publicNotice,
    notice: await officer.opens('notice', home, { kind: 'evidenceRequest', points: '户内车辆一辆' }),
    recovery: await officer.opens('recovery', home, { ...dibao, ...owed }),
    phaseOut: await officer.opens('phaseOut', home, { ...dibao, ...months }),
    proxyAgreement: await clerk.opens('proxyAgreement', home, { recipient: '孙有福', ground: 'illness' }),
    petition: await officer.opens('petition', { region: firstVillage, title: '来信一件' }, petition),
    hazard: await townLead.opens(
      'hazard',
      { region: east, title: '东乡敬老院' },
      { institutionName: '东乡敬老院', kind: 'fire', what: '通道堵塞', foundOn: '2026-11-19' },
    ),
    policyItem: await officer.opens(
      'policyItem',
      { region: east, title: '东乡文件' },
      { documentTitle: '关于低保名额的通知', issuer: '东乡人民政府' },
    ),
    verification: await officer.opens('verification', home, ordinary),
    decision: await officer.opens('decision', home, {
      ...ordinary,
      ...dibao,
      kind: 'reduce',
      cause: 'review',
    }),
  };
}

it('every workflow’s card and tools are whole: words in the language of the page, no finding of axe, no sideways scroll', async () => {
  const one = await c.desk(c.cast.officer);
  for (const [workflow, id] of Object.entries(matters)) {
    for (const lang of ['zh', 'en'] as const) {
      await one.go(`/matters/${id}`);
      await one.speak(lang);
      await one.page.getByRole('region', { name: lang === 'zh' ? '可以办理' : 'What can be done' }).waitFor();
      await expectAccessible(one.page);
      await expectFits(one.page);
    }
    // What a clerk entered stays as it was entered; every word of the card itself is English now.
    const headings = await one.page.locator('main h2').allTextContents();
    expect(
      headings.filter((text) => /\p{Script=Han}/u.test(text)),
      workflow,
    ).toEqual([]);
    await picture(one.page, `card-${workflow}-en`);
    await one.speak('zh');
  }
  expect(one.faults).toEqual([]);
  await one.context.close();
});

it('papers and the blank form are printed without menus and hold what the matter holds, masked', async () => {
  const one = await c.desk(c.cast.reviewer);
  const papers = [
    ...[`${matters['notice']}/papers/notice`, `${matters['notice']}/papers/receipt`],
    ...[`${matters['publicNotice']}/papers/public-notice`, `${matters['recovery']}/papers/recovery`],
    ...[`${matters['proxyAgreement']}/papers/agreement`, `${matters['petition']}/papers/answer`],
    ...[`${matters['decision']}/calculation`, `${matters['verification']}/visit-form`],
    ...[`${matters['verification']}/visit`, `${matters['verification']}/papers/warning`],
  ];
  for (const path of papers) {
    await one.go(`/matters/${path}`);
    await expectAccessible(one.page);
    await expectFits(one.page);
    expect(await one.page.locator('main').textContent(), path).not.toContain('孙有福');
    await picture(one.page, `paper-${path.split('/').slice(1).join('-')}`);
  }
  await one.go(`/matters/${matters['notice']}/papers/notice`);
  expect(await one.page.locator('article').textContent()).toContain('不会仅因没有回复就停发');
  await one.page.emulateMedia({ media: 'print' });
  expect(await one.page.locator('.desk-header').isVisible()).toBe(false);
  expect(await one.page.getByRole('heading', { name: '关于补充提供证明材料的告知书' }).isVisible()).toBe(
    true,
  );
  expect(one.faults).toEqual([]);
  await one.context.close();
});

it('the board shows what hangs: a masked name, how many they are, until when', async () => {
  const one = await c.desk(c.cast.officer, 'en');
  await one.go('/matters/board');
  const row = one.page.getByRole('row', { name: /孙/ });
  expect(await row.getByRole('cell').allTextContents()).toEqual([
    ...['一村', '1', '', expect.stringMatching(/^2026-11-27 /)],
  ]);
  expect(await one.page.locator('main').textContent()).toContain('孙*');
  await expectAccessible(one.page);
  await expectFits(one.page);
  expect(one.faults).toEqual([]);
  await one.context.close();
});

it('names are shown in full for a reason that is recorded, and put away when the page is left', async () => {
  const one = await c.desk(c.cast.reviewer);
  await one.go(`/matters/${matters['recovery']}`);
  expect(await one.page.locator('h1').textContent()).toBe('追缴 · 孙*');
  await one.page.getByRole('button', { name: '查看完整内容' }).click();
  const dialog = one.page.getByRole('dialog', { name: '查看完整内容' });
  await dialog.getByRole('button', { name: '查看完整内容' }).click();
  await dialog.getByText('事由至少 4 个字').waitFor();
  await dialog.getByLabel(/^查看事由/).fill('核对送达对象');
  await dialog.getByRole('button', { name: '查看完整内容' }).click();
  await one.page.getByText('孙有福').waitFor();
  await one.go('/work');
  await one.go(`/matters/${matters['recovery']}`);
  expect(await one.page.locator('main').textContent()).not.toContain('孙有福');
  await one.context.close();
});

it('a file is added with its progress and comes back as it went; what may not be kept is refused in words', async () => {
  const one = await c.desk(c.cast.officer);
  await one.go(`/matters/${matters['notice']}`);
  const documents = one.page.getByRole('region', { name: '材料' });
  await documents.getByRole('button', { name: '上传或登记材料' }).click();
  const dialog = one.page.getByRole('dialog', { name: '上传或登记材料' });
  await dialog.getByLabel(/^材料种类/).selectOption({ label: '当事人陈述' });
  const file = dialog.locator('input[type=file]');
  await file.setInputFiles({
    name: '陈述.exe',
    mimeType: 'application/x-msdownload',
    buffer: Buffer.from('MZ'),
  });
  await dialog.locator('.problem').getByText('EVI-101').waitFor();
  await file.setInputFiles({
    name: '陈述.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('车辆已于九月报废'),
  });
  await dialog.waitFor({ state: 'detached' });
  const saved = one.page.waitForEvent('download');
  await documents.getByRole('button', { name: '下载 当事人陈述' }).click();
  const path = await (await saved).path();
  expect(readFileSync(path, 'utf8')).toBe('车辆已于九月报废');
  expect(one.faults).toEqual([]);
  await one.context.close();
});

it('steps are taken by keyboard alone', async () => {
  const one = await c.desk(c.cast.officer);
  const { page } = one;
  await one.go(`/matters/${matters['notice']}`);
  for (const [title, state, letterNo] of [
    ['审签', '已审签', null],
    ['编号印发', '已印发', '东民告字〔2026〕7号'],
  ] as const) {
    await tabTo(page, title);
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: title });
    await dialog.waitFor();
    if (letterNo !== null) {
      await tabTo(page, /^文号/);
      await page.keyboard.insertText(letterNo);
    }
    await tabTo(page, title);
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await page.locator('.page-lead').getByText(state).waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  }
  expect(one.faults).toEqual([]);
  await one.context.close();
});

it('after a step the heading has the focus, and a form that was closed keeps what was typed', async () => {
  const one = await c.desk(c.cast.townLead);
  await one.go(`/matters/${matters['hazard']}`);
  await one.page.getByRole('button', { name: '定级' }).click();
  const dialog = one.page.getByRole('dialog', { name: '定级' });
  await dialog.locator('#step-reason').fill('消防通道被杂物堵塞');
  await one.page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await one.page.keyboard.press('Enter');
  await dialog.waitFor();
  expect(await dialog.locator('#step-reason').inputValue()).toBe('消防通道被杂物堵塞');
  await one.page.keyboard.press('Escape');
  await takeStep(one, '定级', { fields: { 等级: '一般' } });
  await one.page.locator('.page-lead').getByText('已定级').waitFor();
  expect(await one.page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  expect(one.faults).toEqual([]);
  await one.context.close();
});
