import { sql } from '@yangguang/store/sql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestOffice, testOffice, type TestVisitor } from '../../test-office.ts';
import { number, put, putFamilies, putLead } from './test-cases.ts';
import { sheetOf } from './test-sheet.ts';

type Signed = TestVisitor & { readonly account: { readonly id: string } };

let one: TestOffice;
let lead: Signed;
let town: Signed;
let clerk: Signed;
let orphanDesk: Signed;
let finance: Signed;
let campaignId: string;
let families: string[];

const id = () => one.office.newId();
const code = (value: string) => expect.objectContaining({ code: value });

beforeAll(async () => {
  one = await testOffice({ at: '2026-01-20T09:00:00+08:00' });
  lead = await one.visitor('局长', { role: 'countyLead', area: '339901' });
  town = await one.visitor('李镇', { role: 'townCaseworker', area: '339901001' });
  clerk = await one.visitor('经办', { role: 'countyCaseworker', area: '339901' });
  finance = await one.visitor('财政', { role: 'finance', area: '339901' });
  orphanDesk = await one.visitor('儿童', {
    ...{ role: 'countyCaseworker', area: '339901' },
    programmes: ['orphan'],
  });
  campaignId = id();
  const made = { stepId: id(), campaignId, template: 's3-binhai-2018', year: 2025, region: '339901' };
  await lead.client.campaign.create(made);
  families = [id(), id()];
  await putFamilies(one, families);
  const [first = '', second = ''] = families;
  const visitors = { visitors: [town.account.id, clerk.account.id] };
  await put(one, campaignId, {
    workflow: 'verification',
    state: 'accepted',
    household: first,
    facts: visitors,
  });
  await put(one, campaignId, {
    workflow: 'verification',
    state: 'accepted',
    household: second,
    facts: { ...visitors, isKinCase: true },
  });
  await put(one, campaignId, {
    ...{ workflow: 'decision', kind: 'stop', state: 'effective', household: second },
    facts: { cause: 'voluntaryExit' },
  });
  const refused = await put(one, campaignId, {
    workflow: 'lead',
    state: 'confirmed',
    steps: [['confirmOmission', {}]],
  });
  await putLead(one, refused, 'OMI-12', null, { reason: '收入超标', applied_on: '2025-03-05' });
});
afterAll(() => one.close());

// 20 February 2026 lies in the holiday of the Spring Festival: due on the working day before.
const annex1 = { ledger: 'report:tableInBenefit', periodOn: '2026-02-14', region: '339901001' };
const annex2 = { ...annex1, ledger: 'report:tableRejected' };

type Table = Awaited<ReturnType<typeof lead.client.ledger.get>>;
function rowsOf(table: Table): Record<string, unknown>[] {
  return table.rows.map((row) =>
    Object.fromEntries(row.cells.map((cell, i) => [table.head.columns[i]?.name, cell.number ?? cell.text])),
  );
}

describe('the two annex tables of the hundred days (S3)', () => {
  it('have the columns of the notice, a row a household, and derive what the cases say', async () => {
    const table = await town.client.ledger.get({ campaignId, ...annex1 });
    expect(table.head.columns.map(({ name }) => name)).toEqual([
      ...['序号', '申请人', '身份证号', '家庭人口', '乡镇（街道）', '村（居委会）', '家庭收入', '家庭财产'],
      ...['救助类别', '保障金额', '致困原因', '入户核查结果', '备注'],
    ]);
    const [wang, zhang] = rowsOf(table);
    expect(zhang).toMatchObject({
      ...{ 序号: 2, 申请人: '李*', 身份证号: `339901********${number('001').slice(-4)}`, 家庭人口: 2 },
      ...{
        '乡镇（街道）': '东乡',
        '村（居委会）': '一村',
        家庭收入: null,
        家庭财产: null,
        救助类别: '农村低保',
      },
      ...{ 保障金额: 45_000, 致困原因: null, 入户核查结果: '不符合，已停发' },
      备注: '1、另享受：无；2、保障后仍有困难：未发现；3、近亲属享受社会救助：有（已登记）',
    });
    expect(wang).toMatchObject({
      ...{ 申请人: '张*', 致困原因: '因病', 入户核查结果: '符合' },
      备注: '1、另享受：重度残疾人护理补贴；2、保障后仍有困难：未发现；3、近亲属享受社会救助：无登记',
    });
    // Income and property of both, and one cause, are nobody's cases.
    expect(table.summary).toEqual({ rows: 2, cells: 26, filled: 21, typed: 0 });
    expect(table.head.note?.zh).toContain('是否存在近亲属享受社会救助的情况');
  });

  it('list refused applications with when, for what, why, what was found and by whom', async () => {
    const table = await town.client.ledger.get({ campaignId, ...annex2 });
    expect(rowsOf(table)).toEqual([
      {
        ...{ 序号: 1, 申请人: '王*', 身份证号: `339901********${number('003').slice(-4)}`, 家庭人口: null },
        ...{ '乡镇（街道）': '东乡', '村（居委会）': '一村', 家庭收入: null, 家庭财产: null },
        ...{ 申请救助时间: '2025-03-05', 申请救助类别: '农村低保', 未批准救助原因: '收入超标' },
        ...{ 核查结果: '达到救助条件，待办理', 调查人: null },
      },
    ]);
    expect(table.head.columns.filter(({ group }) => group !== null).map(({ name }) => name)).toEqual([
      '核查结果',
      '调查人',
    ]);
  });

  it('are the towns’: a county chooses one first; who sees no households sees none of it', async () => {
    const county = { campaignId, ...annex1, region: '339901' };
    await expect(lead.client.ledger.get(county)).rejects.toEqual(code('LED-105'));
    await expect(finance.client.ledger.get({ campaignId, ...annex1 })).rejects.toEqual(code('API-103'));
    const west = { campaignId, ...annex1, region: '339901002' };
    await expect(town.client.ledger.get(west)).rejects.toEqual(code('API-104'));
    await expect(lead.client.ledger.get({ ...county, periodOn: '2026-02-21' })).rejects.toEqual(
      code('LED-101'),
    );
    expect((await orphanDesk.client.ledger.get({ campaignId, ...annex1 })).rows).toEqual([]);
  });

  it('what no case says is typed once, with who and when; what a case says is not typed', async () => {
    const [rowKey = ''] = families;
    const cell = { campaignId, ...annex1, rowKey, column: '家庭收入', text: '800' };
    const typed = await town.client.ledger.type({ id: id(), ...cell });
    expect(typed).toMatchObject({ text: '800', from: 'typed', by: '李镇', at: '2026-01-20T01:00:00.000Z' });
    const table = await lead.client.ledger.get({ campaignId, ...annex1 });
    expect(table.rows[0]?.cells[6]).toEqual(typed);
    expect(table.summary).toMatchObject({ filled: 21, typed: 1 });
    const refusals = [
      [{ column: '保障金额' }, 'LED-102'],
      [{ column: '没有这栏' }, 'LED-102'],
      [{ rowKey: id() }, 'LED-102'],
      [{ text: `号码${number('001')}` }, 'MAT-103'],
    ] as const;
    for (const [change, refusal] of refusals)
      await expect(town.client.ledger.type({ id: id(), ...cell, ...change })).rejects.toEqual(code(refusal));
    await expect(finance.client.ledger.type({ id: id(), ...cell })).rejects.toEqual(code('API-103'));
  });

  it('a word about a family goes when retention takes the family’s data away', async () => {
    const [, gone = ''] = families;
    const cell = { campaignId, ...annex1, rowKey: gone, column: '家庭财产', text: '住房一套' };
    await town.client.ledger.type({ id: id(), ...cell });
    const left = () =>
      one.office.db.asOwner((tx) => tx.rows(sql`select 1 from ledger_entry where household_id = ${gone}`));
    expect(await left()).toHaveLength(1);
    await one.office.db.asOwner((tx) =>
      tx.run(sql`update household set erased_at = now() where id = ${gone}`),
    );
    expect(await left()).toEqual([]);
    await one.office.db.asOwner((tx) =>
      tx.run(sql`update household set erased_at = null where id = ${gone}`),
    );
  });
});

describe('the ledger of offices (作战台账)', () => {
  const campaignLedger = { ledger: 'ledger:0', region: '339901' };

  it('counts as the campaign counts, town by town in the order of codes, with the sum', async () => {
    const { items } = await lead.client.ledger.list({ campaignId });
    const head = items.find((item) => item.id === 'ledger:0');
    expect(items.map((item) => [item.id, item.rows])).toEqual([
      ['list:problemList', 'task'],
      ['list:taskList', 'task'],
      ['list:responsibilityList', 'task'],
      ['ledger:0', 'division'],
      ['report:tableInBenefit', 'inBenefit'],
      ['report:tableRejected', 'rejected'],
    ]);
    const periodOn = head?.dueOn[0] ?? '';
    const table = await lead.client.ledger.get({ campaignId, ...campaignLedger, periodOn });
    const [, east, west, sum] = rowsOf(table);
    // The county itself has a row: what belongs to no town is not lost.
    expect(table.rows.map((row) => [row.key, row.isTotal])).toEqual([
      ['339901', false],
      ['339901001', false],
      ['339901002', false],
      ['total', true],
    ]);
    expect(east).toMatchObject({ 全面复核救助对象人数: 4, 主动退保: 2, 清查退保: 0, 发现的问题: 1 });
    expect(west).toMatchObject({ 全面复核救助对象人数: 0, 主动退保: 0, 发现的问题: 0 });
    expect(sum).toMatchObject({ 全面复核救助对象人数: 4, 主动退保: 2, 发现的问题: 1, 工作进展: null });
    const problems = table.rows[3]?.cells[7];
    const line = problems?.line ?? '';
    const behind = async (of: { town?: string; county?: string }) =>
      (await lead.client.campaign.cases({ id: campaignId, line, ...of })).items.length;
    expect(await behind({ county: '339901' })).toBe(problems?.number);
    expect([await behind({ town: '339901' }), await behind({ town: '339901001' })]).toEqual([0, 1]);
  });

  it('locked, it stays as it was, whatever happens, for everybody', async () => {
    const { items } = await lead.client.ledger.list({ campaignId });
    const periodOn = items.find((item) => item.id === 'ledger:0')?.dueOn[1] ?? '';
    const of = { campaignId, ...campaignLedger, periodOn };
    const before = await lead.client.ledger.get(of);
    await expect(town.client.ledger.lock({ id: id(), ...of })).rejects.toEqual(code('API-104'));
    await expect(orphanDesk.client.ledger.lock({ id: id(), ...of })).rejects.toEqual(code('LED-106'));
    const locked = await clerk.client.ledger.lock({ id: id(), ...of });
    expect(locked.sha256).toMatch(/^[\da-f]{64}$/);
    await expect(lead.client.ledger.lock({ id: id(), ...of })).rejects.toEqual(code('LED-103'));

    await put(one, campaignId, { workflow: 'lead', state: 'confirmed', steps: [['confirm', {}]] });
    one.setClock('2026-01-25T09:00:00+08:00');
    const after = await lead.client.ledger.get(of);
    expect(after.rows).toEqual(before.rows);
    expect(after.asOf).toBe('2026-01-20T01:00:00.000Z');
    expect(after.lock).toMatchObject({ id: locked.id, sha256: locked.sha256, lockedBy: { name: '经办' } });
    const cell = { ...of, rowKey: '339901001', column: '工作进展', text: '已走访' };
    await expect(clerk.client.ledger.type({ id: id(), ...cell })).rejects.toEqual(code('LED-103'));
    // The next period counts what has happened since.
    const next = items.find((item) => item.id === 'ledger:0')?.dueOn[2] ?? '';
    const newer = await lead.client.ledger.get({ ...of, periodOn: next });
    expect(rowsOf(newer)[1]).toMatchObject({ 发现的问题: 2 });
    one.setClock('2026-01-20T09:00:00+08:00');
    const nobody = one.office.db.asOwner((tx) => tx.run(sql`update ledger_lock set content = '{}'`));
    await expect(nobody).rejects.toThrow(/append only/);
  });
});

describe('copies', () => {
  const purpose = '向区局报送统计表';

  it('upward go masked rows in the notice’s columns, registered and marked', async () => {
    const sheet = await sheetOf(
      await lead.client.ledger.download({ id: id(), campaignId, ...annex1, purpose }),
    );
    for (const words of [
      '社会救助家庭排查情况统计表（在保）',
      '报上级（姓名号码已遮盖）',
      '由事项自动填写',
      purpose,
    ])
      expect(sheet).toContain(words);
    expect(sheet).toContain('张*');
    expect(sheet).not.toContain('张大山');
    expect(sheet).not.toContain(number('000'));
    const [entry] = await one.office.db.asOwner((tx) =>
      tx.rows<{ people: number; what: object }>(
        sql`select people, what from export_entry order by made_at desc limit 1`,
      ),
    );
    expect(entry).toMatchObject({
      people: 2,
      what: { ledger: annex1.ledger, copy: 'upward', numbers: 'masked' },
    });
  });

  it('full names and numbers need the right, a reason, and stay in the office', async () => {
    const full = { campaignId, ...annex1, purpose, numbers: 'full' as const };
    await expect(lead.client.ledger.download({ id: id(), ...full })).rejects.toEqual(code('LED-107'));
    const own = { ...full, copy: 'own' as const };
    await expect(lead.client.ledger.download({ id: id(), ...own })).rejects.toEqual(code('EXP-101'));
    const told = { ...own, reason: '纸质档案归档' };
    const sheet = await sheetOf(await lead.client.ledger.download({ id: id(), ...told }));
    for (const words of ['张大山', number('000'), '李小河', number('001')]) expect(sheet).toContain(words);
    await expect(clerk.client.ledger.download({ id: id(), ...told })).rejects.toEqual(code('API-103'));
  });

  it('annex 2 has its two-row heading', async () => {
    const sheet = await sheetOf(
      await lead.client.ledger.download({ id: id(), campaignId, ...annex2, purpose }),
    );
    expect(sheet).toContain('入户核查结果');
    expect(sheet).toContain('收入超标');
    expect(sheet).toMatch(/<mergeCell ref="L\d+:M\d+"/);
  });
});
