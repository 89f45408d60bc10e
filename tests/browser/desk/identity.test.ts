import { readFileSync } from 'node:fs';
import { enter, finding, home, idNumber } from '@yangguang/server/operations/lead/test-leads';
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
} from './open-desk.ts';

const reviewer = { role: 'countyReviewer', area: '339901' } as const;
const caseworker = { role: 'countyCaseworker', area: '339901' } as const;
const inspector = { role: 'inspector', area: '339901' } as const;
const village = '339901001001';

let house: DeskHouse;
let matters: ReadonlyMap<string, string>;
let household: string;

const left = { name: '张玮珍', id: idNumber(1), birth_on: '1960-07-07', town: '东乡', village: '一村' };
const right = { name: '章伟珍', id: null, birth_on: '1960-07-07', town: '东乡', village: null };
const weigh = (
  aspect: string,
  bits: number,
  values: readonly [string | null, string | null],
  words: string,
) => ({
  ...{ aspect, bits, left: values[0], right: values[1], level: aspect },
  ...{ zh: words, en: `${aspect} ${bits > 0 ? 'for' : 'against'}` },
});
const weights = [
  weigh('prior', -18.5, [null, null], '任取两行是同一人的可能很小'),
  weigh('name', 7.25, ['张玮珍', '章伟珍'], '姓名同音：“张玮珍”与“章伟珍”'),
  weigh('birth', 13, ['1960-07-07', '1960-07-07'], '出生日期一致'),
  weigh('village', -1.75, ['一村', '二村'], '村（居）不同：“一村”与“二村”'),
];

beforeAll(async () => {
  house = await openDesk();
  household = await home(house.t, 1, { head: '张玮珍', other: '李大山', region: village });
  const match = { for: null, against: null, score: 0, weights: weights as never, faces: { left, right } };
  const more = { household_id: household, subject_name: '张玮珍', identity_tier: 'likely' };
  matters = await enter(
    house.t,
    finding('I1', 1, { ...more, private: { idNumber: idNumber(1), match } }),
    finding('I2', 2, {
      ...{ ...more, rule: 'INC-02' },
      private: { match: { ...match, faces: { left, right: { ...right, id: idNumber(2) } } } },
    }),
    finding('I3', 101, { household_id: household }),
  );
});
afterAll(() => house?.close());

const of = (lead: string): string => matters.get(lead) ?? '';

it('shows the waterfall with everything for and against, and records a judgement with who and why', async () => {
  const { page, go, speak, faults } = await house.sit('复核甲', [reviewer]);
  await go(`/leads/${of('I1')}`);
  const table = page.getByRole('table', { name: '逐项权重' });
  expect(await table.getByRole('rowheader').allTextContents()).toEqual([
    ...['起点：任取两行', '姓名', '出生日期', '村（居）', '合计'],
  ]);
  const cells = async (name: RegExp): Promise<string[]> =>
    table.getByRole('row', { name }).getByRole('cell').allTextContents();
  expect(await cells(/^姓名/)).toEqual(['张*', '章*', '姓名同音：“张*”与“章*”', '▲ +7.25 支持', '−11.25']);
  expect(await cells(/^村/)).toEqual([
    '一村',
    '二村',
    '村（居）不同：“一村”与“二村”',
    '▼ −1.75 反对',
    '0.00',
  ]);
  expect((await cells(/^合计/)).at(-1)).toBe('0.00');
  await page.getByRole('img', { name: '4 项比较，从起点累计到合计 0.00 位' }).waitFor();
  await page.getByText('还没有人判断过这两方').waitFor();
  expect(await page.content()).not.toMatch(new RegExp(`张玮珍|章伟珍|${idNumber(1)}`));
  for (const lang of ['zh', 'en'] as const) {
    await speak(lang);
    await settled(page);
    await expectAccessible(page);
    await expectFits(page);
    await picture(page, `identity-${lang}`);
  }
  await speak('zh');
  await page.keyboard.press('d');
  const dialog = page.getByRole('dialog', { name: '判断：不是同一人' });
  await dialog.getByRole('button', { name: '记下判断' }).click();
  await dialog.getByText('请写明理由，至少 4 个字。').waitFor();
  await expectAccessible(page);
  await picture(page, 'identity-judge-zh');
  await dialog.getByLabel(/^理由/).fill('村里有两个人，户口簿上不同户');
  await page.keyboard.press('Escape');
  await page.keyboard.press('d');
  expect(await dialog.getByLabel(/^理由/).inputValue()).toBe('村里有两个人，户口簿上不同户');
  await tabTo(page, '记下判断');
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  const given = page.getByRole('listitem').filter({ hasText: '村里有两个人，户口簿上不同户' });
  expect(await given.textContent()).toMatch(/不是同一人.*复核甲.*现行/);
  expect(faults).toEqual([]);
});

it('a later judgement replaces the earlier one, which stays; two valid numbers are never one person', async () => {
  house.t.setClock('2026-11-21T10:00:00+08:00');
  const { page, go, faults } = await house.sit('经办甲', [caseworker]);
  await go(`/leads/${of('I1')}`);
  await page.getByText('村里有两个人，户口簿上不同户').waitFor();
  await page.getByRole('button', { name: /^同一人/ }).click();
  const dialog = page.getByRole('dialog', { name: '判断：同一人' });
  await dialog.getByLabel(/^理由/).fill('派出所核实，名单写错了字');
  await dialog.getByRole('button', { name: '记下判断' }).click();
  await dialog.waitFor({ state: 'detached' });
  const entries = page.locator('.timeline').first().getByRole('listitem');
  await entries.nth(1).waitFor();
  expect(await entries.nth(0).textContent()).toMatch(/同一人.*经办甲.*派出所核实.*现行/);
  expect(await entries.nth(1).textContent()).toMatch(/不是同一人.*复核甲.*已被后来的判断取代/);
  await expectAccessible(page);
  await picture(page, 'identity-judged-zh');

  await go(`/leads/${of('I2')}`);
  await page.keyboard.press('s');
  await dialog.getByLabel(/^理由/).fill('看着像是同一个人');
  await dialog.getByRole('button', { name: '记下判断' }).click();
  await dialog.getByRole('alert').getByText('JDG-101').waitFor();
  expect(await dialog.getByLabel(/^理由/).inputValue()).toBe('看着像是同一个人');
  await expectAccessible(page);
  await picture(page, 'identity-refused-zh');
  const rows = await house.t.office.db.asOwner((tx) =>
    tx.rows<{ verdict: string }>(sql`select verdict from identity_judgement order by recorded_at, id`),
  );
  expect(rows.map(({ verdict }) => verdict).sort()).toEqual(['not_same', 'same']);
  expect(faults).toEqual([]);
});

it('leads of earlier runs keep their ladder and say why they cannot be judged; who only looks may not', async () => {
  const { page, go, faults } = await house.sit('督查甲', [inspector], { width: 390, height: 844 });
  await go(`/leads/${of('I3')}`);
  await page.getByRole('heading', { name: '判断依据逐级' }).waitFor();
  await page.getByText('这条疑点没有留下所依据的两行').waitFor();
  await go(`/leads/${of('I1')}`);
  await page.getByText('派出所核实，名单写错了字').waitFor();
  expect(await page.getByRole('button', { name: /^同一人/ }).count()).toBe(0);
  await expectAccessible(page);
  await expectFits(page);
  await picture(page, 'identity-phone-zh');
  await go(`/households/${household}`);
  await page.getByRole('heading', { name: '是不是同一人：人工判断' }).waitFor();
  expect(await page.getByRole('link', { name: '打开疑点' }).count()).toBe(2);
  await picture(page, 'identity-household-zh');
  await expectAccessible(page);
  await expectFits(page);
  expect(faults).toEqual([]);
});

it('takes judgements from a file after a trial, and gives out those in force, registered', async () => {
  const { page, go, faults } = await house.sit('县经办清单', [caseworker]);
  const head = [
    ...['left', 'right'].flatMap((side) =>
      ['name', 'id', 'birth_on', 'town', 'village'].map((column) => `${side}_${column}`),
    ),
    ...['verdict', 'by', 'at', 'why'],
  ];
  const rows = [
    [
      '王建国',
      '',
      '1960-07-07',
      '西乡',
      '',
      '王健国',
      '',
      '1960-07-07',
      '西乡',
      '',
      '同一人',
      '公安局',
      '2026-10-01',
      '户籍档案同一人',
    ],
    ['王建国', '', '', '', '', '王建军', '', '', '', '', '是', '公安局', '2026-10-01', '户籍档案两人'],
  ];
  const text = [head, ...rows].map((cells) => cells.join(',')).join('\n');
  await go('/runs');
  await page.getByRole('button', { name: '导入判断清单' }).click();
  const dialog = page.getByRole('dialog', { name: '导入判断清单' });
  await dialog.getByLabel(/^清单文件/).setInputFiles({
    ...{ name: '判断.csv', mimeType: 'text/csv', buffer: Buffer.from(text) },
  });
  await dialog.getByText('可导入 1 条').waitFor();
  expect(await dialog.getByRole('row', { name: /^3/ }).textContent()).toContain('结论不是');
  await expectAccessible(page);
  await picture(page, 'identity-take-zh');
  await dialog.getByRole('button', { name: '导入 1 条' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(faults).toEqual([]);

  const chief = await house.sit('县局长清单', [{ role: 'countyLead', area: '339901' }]);
  await chief.go('/runs');
  await chief.speak('en');
  await chief.page.getByRole('button', { name: 'Export what is in force' }).click();
  const form = chief.page.getByRole('dialog', { name: 'Export what is in force' });
  await form.getByRole('button', { name: 'Register and export' }).click();
  await form.getByText('Say so in at least 4 characters.').first().waitFor();
  await expectAccessible(chief.page);
  await picture(chief.page, 'identity-give-en');
  await form.getByLabel(/^Purpose/).fill('单机核查使用');
  await form.getByLabel(/^Why full numbers/).fill('须按号码核对');
  const file = chief.page.waitForEvent('download');
  await form.getByRole('button', { name: 'Register and export' }).click();
  const path = await (await file).path();
  const given = readFileSync(path, 'utf8').trim().split('\n');
  expect(given).toHaveLength(3);
  expect(given.some((line) => line.includes('王建国'))).toBe(true);
  expect(given.some((line) => line.includes(`张玮珍,${idNumber(1)}`))).toBe(true);
  await form.waitFor({ state: 'detached' });
  expect(chief.faults).toEqual([]);
});
