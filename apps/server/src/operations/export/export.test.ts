import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import type { Download, Input } from '@yangguang/contract/operation';
import type { exporting } from '@yangguang/contract/export';
import { checkDigit } from '@yangguang/domain/words/id-number';
import { leadContext } from '@yangguang/store/lead/lead-row';
import { sql } from '@yangguang/store/sql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestOffice, testOffice, type TestVisitor } from '../../test-office.ts';

type Signed = TestVisitor & { readonly account: { readonly id: string } };

const front = ['339901', '19540607', '001'].join('');
const number = `${front}${checkDigit(front)}`;
let one: TestOffice;
let lead: Signed;
let clerk: Signed;
let security: Signed;

const id = (): string => one.office.newId();
const code = (value: string) => expect.objectContaining({ code: value });

beforeAll(async () => {
  one = await testOffice({ at: '2026-06-01T09:00:00+08:00' });
  lead = await one.visitor('王局', { role: 'countyLead', area: '339901' });
  clerk = await one.visitor('经办', { role: 'countyCaseworker', area: '339901' });
  security = await one.visitor('安全员', { role: 'securityAdmin', area: '339901' });
  const far = '339902001001';
  for (const [region, name, summary] of [
    ['339901001001', '张大山', '=HYPERLINK("http://x")'],
    ['339901002001', '李小河', '李小河户核对结果不一致'],
    [far, '赵外县', '外县'],
  ] as const)
    await addLead(region, name, summary);
  await one.office.db.asOwner(async (tx) => {
    await tx.run(sql`insert into matter (id, workflow, kind, region, title, state, facts, opened_at, changed_at)
      values (${id()}, 'task', 'notice', '339901001', '核查公示', 'assigned', ${JSON.stringify({
        clause: 'S1-2.1.6',
        problem: '+公示不及时，"长期公示"缺失',
        responsibleUnit: '东乡民政办',
        responsiblePerson: [clerk.account.id],
        dueOn: '2026-07-31',
      })}::jsonb, now(), now())`);
    await tx.run(sql`insert into matter (id, workflow, region, title, state, is_sealed, opened_at, changed_at)
      values (${id()}, 'referral', '339901', '密-1', 'sent', true, now(), now())`);
  });
});
afterAll(() => one.close());

async function addLead(region: string, name: string, summary: string): Promise<void> {
  const matter = id();
  const fingerprint = `f-${matter}`;
  const secret = one.office.vault.seal(
    { idNumber: number, accountNo: '6222020200112233445' },
    leadContext(fingerprint),
  );
  await one.office.db.asOwner(async (tx) => {
    await tx.run(sql`insert into matter (id, workflow, kind, region, programme, title, state, severity, amount_fen,
        opened_at, changed_at)
      values (${matter}, 'lead', 'INC-01', ${region}, 'dibao_rural', ${name}, 'new', 'serious', 123456,
        '2026-05-31T17:00:00Z', now())`);
    await tx.run(sql`insert into lead (id, matter_id, run_id, last_run_id, rule, family, severity, identity_tier, grade,
        subject_kind, subject_name, summary_zh, summary_en, private, region, programme, pack_version, rule_hash)
      values (${fingerprint}, ${matter}, ${matter}, ${matter}, 'INC-01', 'INC', 'serious', 'same', 'lead', 'person',
        ${name}, ${summary}, 's', ${secret}, ${region}, 'dibao_rural', '1', 'h')`);
  });
}

async function textOf(download: Download): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of download.content) chunks.push(chunk);
  return Buffer.concat(chunks);
}

type Asked = Partial<Omit<Input<typeof exporting.make>, 'reason'>> & { reason?: string };

async function csv(who: Signed, more: Asked): Promise<string[]> {
  const purpose = '向市局报送整治台账';
  const made = await who.client.export.make({ id: id(), what: 'leads', format: 'csv', purpose, ...more });
  return (await textOf(made)).toString('utf8').trimEnd().split('\r\n');
}

it('exports what is in reach, names and numbers masked, no cell a formula, every row marked', async () => {
  const exportId = id();
  const [heading, ...rows] = await csv(lead, { id: exportId });
  expect(heading).toMatch(/^\uFEFF编号,规则,程度,项目/);
  expect(heading).toMatch(/,导出标记$/);
  expect(rows).toHaveLength(2);
  const text = rows.join('\n');
  expect(text).toContain('张*');
  expect(text).toContain(`339901********${number.slice(-4)}`);
  expect(text).toContain('1234.56');
  expect(text).toContain('2026-06-01');
  expect(text).toContain(`"'=HYPERLINK(""http://x"")"`);
  expect(text).toContain('李*户核对结果不一致');
  for (const hidden of ['张大山', '李小河', number, '6222020200112233445', '赵', '密-1'])
    expect(text).not.toContain(hidden);
  for (const row of rows) expect(row).toMatch(new RegExp(`,王局 2026-06-01 09:00 ${exportId.slice(0, 8)}$`));
  expect(await csv(lead, { filter: ['town:339901002'] })).toHaveLength(2);
  expect(await csv(lead, { filter: ['state:closed'] })).toHaveLength(1);
  // As the queue shows it: without what has ended, and by its other filters.
  const whole = (await csv(lead, { what: 'matters' })).length;
  const ended = (await csv(lead, { what: 'matters', filter: ['ended:yes'] })).length - 1;
  expect((await csv(lead, { what: 'matters', filter: ['ended:no'] })).length).toBe(whole - ended);
  expect(await csv(lead, { filter: ['programme:tekun'] })).toHaveLength(1);
  expect(await csv(lead, { filter: ['due-by:2001-01-01'] })).toHaveLength(1);
});

it('full numbers need a reason, and it stands in the register and in the audit', async () => {
  await expect(csv(lead, { numbers: 'full' })).rejects.toEqual(code('EXP-101'));
  const exportId = id();
  const reason = '纪检机关书面调取';
  const rows = await csv(lead, { id: exportId, numbers: 'full', reason, validDays: 7 });
  expect(rows.filter((row) => row.includes(number) && row.includes('6222020200112233445'))).toHaveLength(2);
  await expect(csv(lead, { id: exportId })).rejects.toEqual(code('EXP-102'));

  const { items } = await security.client.export.list({ limit: 200 });
  expect(items.find((item) => item.id === exportId)).toMatchObject({
    ...{ by: { name: '王局' }, area: '339901', rows: 2, people: 2, isExpired: false },
    what: { what: 'leads', numbers: 'full', reason },
    expiresAt: '2026-06-08T01:00:00.000Z',
  });
  const [noted] = await one.office.db.asOwner((tx) =>
    tx.rows<{ subject: object; reason: string }>(sql`select subject, reason from read_log
      where operation = 'export.make' and outcome = 'given' and subject ->> 'export' = ${exportId}`),
  );
  expect(noted).toMatchObject({
    subject: { rows: 2, people: 2, numbers: 'full' },
    reason: expect.stringContaining(reason),
  });
  one.setClock('2026-06-09T09:00:00+08:00');
  const later = await security.client.export.list({ limit: 200 });
  expect(later.items.find((item) => item.id === exportId)?.isExpired).toBe(true);
  one.setClock('2026-06-01T09:00:00+08:00');
});

it('without the right nothing leaves, and the refusal is on record', async () => {
  await expect(csv(clerk, {})).rejects.toEqual(code('API-103'));
  await expect(csv(security, {})).rejects.toEqual(code('API-103'));
  await expect(lead.client.export.list()).rejects.toEqual(code('API-103'));
  await expect(csv(lead, { purpose: `核对 ${number}` })).rejects.toEqual(code('MAT-103'));
  await expect(csv(lead, { what: 'leads', filter: ['workflow:task'] })).rejects.toEqual(code('API-101'));
  const refused = await one.office.db.asOwner((tx) =>
    tx.rows(sql`select 1 from read_log where operation = 'export.make' and code = 'API-103'
      and account_id = ${clerk.account.id}`),
  );
  expect(refused).toHaveLength(1);
});

it('the ledger names unit, person and deadline; a workbook says in its head who may use it for what until when', async () => {
  const [, row] = await csv(lead, { what: 'ledger' });
  expect(row).toContain('S1-2.1.6');
  expect(row).toContain(`"'+公示不及时，""长期公示""缺失"`);
  expect(row).toContain('东乡民政办,经办,2026-07-31');
  const made = await lead.client.export.make({ id: id(), what: 'ledger', purpose: '向市局报送整治台账' });
  expect(made.fileName).toBe('任务台账-2026-06-01.xlsx');
  const sheet = partsOf(await textOf(made)).get('xl/worksheets/sheet1.xml') ?? '';
  for (const words of ['任务台账', '用途：向市局报送整治台账', '2026-07-01 前销毁', '王局 2026-06-01 09:00'])
    expect(sheet).toContain(words);
  expect(sheet).not.toContain('<f>');
});

it('writes page by page and leaves no file behind', async () => {
  await one.office.db.asOwner((tx) =>
    tx.run(sql`insert into matter (id, workflow, region, title, state, is_ended, opened_at, changed_at)
      select gen_random_uuid(), 'hazard', '339901002', '敬老院' || n, 'closed', true, now(), now()
      from generate_series(1, 1733) n`),
  );
  const folder = join(one.office.settings.DATA_DIR, 'exports');
  // As a server that was killed leaves it.
  writeFileSync(join(folder, '999999999-x.csv'), 'rest');
  const [, ...rows] = await csv(lead, { what: 'matters', filter: ['workflow:hazard'] });
  expect(rows).toHaveLength(1733);
  expect(new Set(rows.map((row) => row.slice(0, 36))).size).toBe(1733);
  expect(readdirSync(folder)).toEqual([]);
});

/** Parts of a zip file by name: from its local headers, as the writer lays them out. */
function partsOf(zip: Buffer): ReadonlyMap<string, string> {
  const parts = new Map<string, string>();
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  let at = zip.readUInt32LE(end + 16);
  while (zip.readUInt32LE(at) === 0x02014b50) {
    const size = zip.readUInt32LE(at + 20);
    const names = zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + 46, at + 46 + names);
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const bytes = zip.subarray(start, start + size);
    parts.set(name, (zip.readUInt16LE(at + 10) === 0 ? bytes : inflateRawSync(bytes)).toString('utf8'));
    at += 46 + names + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return parts;
}
