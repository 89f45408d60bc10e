import { enter, finding, home, idNumber } from '@yangguang/server/operations/lead/test-leads';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  type Desk,
  type DeskHouse,
  expectAccessible,
  expectFits,
  openDesk,
  picture,
  settled,
} from './open-desk.ts';

const reviewer = { role: 'countyReviewer', area: '339901' } as const;
const caseworker = { role: 'countyCaseworker', area: '339901' } as const;
const auditor = { role: 'auditAdmin', area: '339901' } as const;
const village = '339901001001';

let house: DeskHouse;
let matters: ReadonlyMap<string, string>;
let household: string;
beforeAll(async () => {
  house = await openDesk();
  household = await home(house.t, 1, { head: '张玮珍', other: '李大山', region: village });
  matters = await enter(
    house.t,
    finding('J1', 1, {
      ...{ household_id: household, subject_name: '张玮珍', severity: 'info', identity_tier: 'number_only' },
      facts: { rule: 'INC-01', family: 'INC', identity: 'number_only' },
      private: {
        idNumber: idNumber(1),
        facts: { died_on: '2026-01-02', months_paid: 2 },
        match: {
          for: { zh: '身份证号完全一致', en: 'equal numbers' },
          against: { zh: '姓名不同', en: 'names differ' },
        },
        evidence: [
          {
            ...{ dataset: 'cremation', file: '火化名单.xlsx', sheet: '1月', row: 17 },
            fields: { name: '胡秀兰', id_number: idNumber(1), died_on: '2026-01-02', handler_name: '周小川' },
          },
        ],
      },
    }),
    finding('J2', 101, { household_id: household }),
  );
});
afterAll(async () => {
  await house?.close();
});

const of = (lead: string): string => matters.get(lead) ?? '';

/** Everything the browser keeps or shows outside of the page: address, title, history entries of its own, storage. */
async function kept({ page }: Desk): Promise<string> {
  return page.evaluate(() =>
    [
      location.href,
      document.title,
      JSON.stringify(history.state),
      JSON.stringify({ ...localStorage }),
      JSON.stringify({ ...sessionStorage }),
    ].join('\n'),
  );
}

it('compares side by side and excludes with a reason, by keys and fields alone', async () => {
  const desk = await house.sit('复核甲', [reviewer]);
  const { page, go, speak, faults } = desk;
  await go(`/leads/${of('J1')}`);
  const pair = page.getByRole('table', { name: '户卡与殡葬火化名单逐项比较' });
  const name = pair.getByRole('row', { name: /^姓名/ });
  expect(await name.locator('mark').allTextContents()).toEqual(['张', '胡']);
  expect(await name.textContent()).toContain('不一致');
  expect(await pair.getByRole('row', { name: /^身份证号/ }).textContent()).toContain('一致');
  expect(await pair.getByRole('row', { name: /^联系电话/ }).textContent()).toContain('一方缺失');
  await page.getByText('号码相同、姓名不同').waitFor();
  await page.getByText('经办人身份证误录为逝者').waitFor();
  expect(await page.content()).not.toMatch(/张玮珍|胡秀兰|周小川/);
  for (const lang of ['zh', 'en'] as const) {
    await speak(lang);
    await settled(page);
    await expectAccessible(page);
    await expectFits(page);
    await picture(page, `lead-${lang}`);
  }
  await speak('zh');
  await page.keyboard.press('1');
  await page.getByRole('dialog').getByRole('button', { name: '研判', exact: true }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.locator('main').getByText('已研判').first().waitFor();
  await page.keyboard.press('2');
  const form = page.getByRole('dialog', { name: '按身份不符处理' });
  await form.getByRole('radio', { name: '登记办公室存放的纸质材料' }).check();
  await form.getByLabel('纸质材料编号').fill('核身〔2026〕7号');
  await form.getByRole('button', { name: '登记这份纸质材料' }).click();
  await form.getByRole('button', { name: '换一份' }).waitFor();
  await form.getByLabel(/^理由/).fill('两份名册号码相同，火化证明上是另一人');
  await form.getByRole('button', { name: '按身份不符处理' }).click();
  await form.waitFor({ state: 'detached' });
  // On to the next of the list, without the mouse.
  await page.waitForURL(`**/leads/${of('J2')}**`);
  await page.getByText('已看 2/2').waitFor();
  await go(`/leads/${of('J1')}`);
  await page.getByText('两份名册号码相同，火化证明上是另一人').waitFor();
  expect(faults).toEqual([]);
});

it('keeps a remark through a closed dialog and puts it into the history', async () => {
  const { page, go, faults } = await house.sit('经办甲', [caseworker]);
  await go(`/leads/${of('J2')}`);
  await page.keyboard.press('4');
  const dialog = page.getByRole('dialog', { name: /拿不准/ });
  await dialog.getByRole('button', { name: '记下备注' }).click();
  await dialog.getByText('请先写备注。').waitFor();
  await dialog.getByLabel(/^备注/).fill('拿不准：同村有同名的人');
  await page.keyboard.press('Escape');
  await page.keyboard.press('4');
  expect(await dialog.getByLabel(/^备注/).inputValue()).toBe('拿不准：同村有同名的人');
  await dialog.getByRole('button', { name: '记下备注' }).click();
  await dialog.waitFor({ state: 'detached' });
  await go(`/leads/${of('J2')}`);
  await page.locator('.timeline').getByText('拿不准：同村有同名的人').waitFor();
  expect(faults).toEqual([]);
});

it('shows both texts when somebody else was first, and keeps what was typed', async () => {
  const { page, go, faults } = await house.sit('经办丁', [caseworker]);
  const other = await house.t.visitor('复核丙', reviewer);
  await go(`/leads/${of('J2')}`);
  await page.keyboard.press('1');
  const form = page.getByRole('dialog', { name: '研判' });
  await form.getByLabel(/^说明/).fill('名册与火化名单是同一人，值得查');
  const { version } = await other.client.matter.get({ id: of('J2') });
  await other.client.matter.act({
    ...{ matterId: of('J2'), expectedVersion: version, stepId: house.t.office.newId(), action: 'triage' },
    reason: '已看过，交镇里核',
  });
  await form.getByRole('button', { name: '研判', exact: true }).click();
  await form.getByRole('alert').getByText('已看过，交镇里核').waitFor();
  expect(await form.getByLabel(/^说明/).inputValue()).toBe('名册与火化名单是同一人，值得查');
  await expectAccessible(page);
  await picture(page, 'lead-conflict-zh');
  expect(faults).toEqual([]);
});

it('finds a household with a reason, masked and without a trace in the browser, and the audit says so', async () => {
  const desk = await house.sit('经办乙', [caseworker]);
  const { page, go, faults } = desk;
  await go('/find');
  await page.getByRole('button', { name: '查找', exact: true }).click();
  await page.getByRole('alert').getByText('有 2 处需要改正').waitFor();
  await expectAccessible(page);
  await page.getByLabel(/^要查的内容/).fill(idNumber(1));
  const reason = '群众来访反映未享受低保';
  await page.getByLabel(/^事由/).fill(reason);
  await page.getByRole('button', { name: '查找', exact: true }).click();
  await page.getByRole('cell', { name: '打开户卡' }).waitFor();
  expect(await page.getByRole('rowheader').allTextContents()).toEqual(['张*']);
  expect(await kept(desk)).not.toMatch(new RegExp(`${idNumber(1)}|张玮珍`));
  await expectAccessible(page);
  await expectFits(page);
  await picture(page, 'find-zh');
  await page.getByRole('link', { name: '打开户卡' }).click();
  await page.getByRole('heading', { level: 1, name: '张*户' }).waitFor();
  await settled(page);
  expect(await page.title()).not.toContain('张');
  await expectAccessible(page);
  await picture(page, 'household-zh');

  await page.getByLabel(/^为什么要看全/).fill('入户核查前核对户主身份');
  await page.getByRole('button', { name: '查看并记入审计' }).click();
  await page.getByText(idNumber(1)).waitFor();
  expect(await kept(desk)).not.toMatch(new RegExp(`${idNumber(1)}|张玮珍`));
  await expectAccessible(page);
  await page.getByRole('button', { name: '收起' }).click();
  expect(await page.content()).not.toContain(idNumber(1));
  expect(faults).toEqual([]);

  const audit = await house.sit('审计甲', [auditor]);
  // Reads are sealed in batches of about a second.
  const read = async (text: string): Promise<number> => {
    await audit.go('/admin/audit');
    return audit.page.getByText(text).count();
  };
  for (const text of [reason, '入户核查前核对户主身份'])
    await expect.poll(() => read(text), { timeout: 30_000, interval: 500 }).toBeGreaterThan(0);
  expect(await audit.page.content()).not.toMatch(new RegExp(`${idNumber(1)}|张玮珍`));
  expect(audit.faults).toEqual([]);
});

it('declares kin and keeps out, and says so on the card', async () => {
  const { page, go, faults } = await house.sit('经办丙', [caseworker]);
  await go(`/households/${household}`);
  await page.getByRole('button', { name: '申报亲属关系' }).click();
  const dialog = page.getByRole('dialog', { name: '申报亲属关系' });
  await dialog.getByRole('button', { name: '申报亲属关系' }).click();
  await dialog.getByText('请写明什么关系。').waitFor();
  await dialog.getByLabel(/^什么关系/).fill('姨甥');
  await dialog.getByRole('button', { name: '申报亲属关系' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('您与该户有亲属关系登记').first().waitFor();
  const look = page.getByRole('button', { name: '查看并记入审计' });
  expect(await look.getAttribute('aria-disabled')).toBe('true');
  expect(faults).toEqual([]);
});

it('is as complete in English, says kindly what is out of reach, and fits a phone', async () => {
  const { page, go, faults } = await house.sit('Reviewer', [reviewer], {
    lang: 'en',
    width: 390,
    height: 844,
  });
  await go(`/households/${household}`);
  await page.getByRole('heading', { name: 'What may be combined' }).waitFor();
  await expectAccessible(page);
  await expectFits(page);
  await picture(page, 'household-en-phone');
  await go('/households/00000000-0000-4000-8000-00000000dead');
  await page.getByRole('alert').getByText('API-104').waitFor();
  await go('/leads/00000000-0000-4000-8000-00000000dead');
  await page.getByRole('alert').getByText('API-104').waitFor();
  expect(faults).toEqual([]);
});
