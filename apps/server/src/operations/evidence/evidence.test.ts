import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import type { Download } from '@yangguang/contract/operation';
import { sql } from '@yangguang/store/sql';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { code } from '../../sign-on/test-people.ts';
import { testOffice, type TestVisitor } from '../../test-office.ts';
import { east, eastVillage, household, twoCounties, verification } from '../matter/test-matters.ts';

const patience = { timeout: 30_000 };
let desk: Awaited<ReturnType<typeof twoCounties>>;
let visit: string;
const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(300_000, '核查')]);

beforeAll(async () => {
  desk = await twoCounties();
  const home = await household(desk.one, '张秀兰', eastVillage);
  visit = await verification(desk.people.eastCase, desk.one, home);
});
afterAll(() => desk.one.close());

const newId = (): string => desk.one.office.newId();
const form = (more: object = {}) => ({
  ...{
    matterId: visit,
    stepId: newId(),
    kind: 'visitForm' as const,
    title: '核查表',
    fileName: '核查表.pdf',
  },
  ...more,
});
const folder = (): string => join(desk.one.office.settings.DATA_DIR, 'files');
function stored(): string[] {
  return readdirSync(folder(), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder(), name))
    .filter((path) => statSync(path).isFile());
}
async function bytesOf({ content }: Download): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of content) parts.push(part);
  return Buffer.concat(parts);
}

it('comes back byte for byte, encrypted on disk, its hash in the journal, every download on record', async () => {
  const { eastCase, reviewer } = desk.people;
  const sent = form();
  const added = await eastCase.client.evidence.upload(sent, pdf);
  expect(added).toEqual({ id: sent.stepId, matterId: visit, version: 1 });
  const sm3 = createHash('sm3').update(pdf).digest('hex');
  const { items } = await reviewer.client.evidence.list({ matterId: visit });
  expect(items).toEqual([
    expect.objectContaining({
      ...{ id: added.id, title: '核查表', mediaType: 'application/pdf', bytes: pdf.length, sm3 },
      addedBy: { id: eastCase.account.id, name: '东办员' },
    }),
  ]);
  const file = await reviewer.client.evidence.download({ id: added.id });
  expect(file).toMatchObject({ fileName: '核查表.pdf', mediaType: 'application/pdf', bytes: pdf.length });
  expect((await bytesOf(file)).equals(pdf)).toBe(true);
  for (const path of stored()) expect(readFileSync(path).includes(Buffer.from('核查核查'))).toBe(false);
  const { steps } = await reviewer.client.matter.get({ id: visit });
  expect(steps.at(-1)).toMatchObject({
    action: 'matter.evidence',
    evidence: [{ id: added.id, kind: 'visitForm' }],
  });
  const log = await desk.one.office.db.asOwner((tx) =>
    tx.rows(sql`select kind, subject from read_log where operation = 'evidence.download'`),
  );
  expect(log).toEqual([
    { kind: 'export', subject: expect.objectContaining({ evidence: added.id, matter: visit }) },
  ]);
});

it('sent again it is there once; the same id with other bytes or another title is refused; no file is left over', async () => {
  const { client } = desk.people.eastCase;
  const sent = form({ title: '第二份' });
  const first = await client.evidence.upload(sent, pdf);
  const files = stored().length;
  expect(await client.evidence.upload(sent, pdf)).toEqual(first);
  await expect(client.evidence.upload(sent, Buffer.from('%PDF-1.4'))).rejects.toEqual(code('MAT-101'));
  await expect(client.evidence.upload({ ...sent, title: '另一份' }, pdf)).rejects.toEqual(code('MAT-101'));
  expect(stored()).toHaveLength(files);
});

it('a paper kept in the office counts by its number, and cannot be downloaded', async () => {
  const { client } = desk.people.eastCase;
  const { fileName: _, ...paper } = form({ kind: 'visitSignatures', title: '签字页' });
  const { id } = await client.evidence.register({ ...paper, paperNo: '东民核〔2026〕3号' });
  const { items } = await client.evidence.list({ matterId: visit });
  expect(items.find((i) => i.id === id)).toMatchObject({
    paperNo: '东民核〔2026〕3号',
    fileName: null,
    sm3: null,
  });
  await expect(client.evidence.download({ id })).rejects.toEqual(code('API-104'));
});

it('nothing runs, nothing lies about what it is, nothing is empty, and no number stands in a name', async () => {
  const { client } = desk.people.eastCase;
  const files = stored().length;
  const program = Buffer.from('4d5a90000300', 'hex');
  for (const [fileName, bytes] of [
    ['工具.exe', program],
    ['照片.jpg', program],
    ['页面.html', Buffer.from('<script>')],
    ['空.pdf', Buffer.alloc(0)],
  ] as const)
    await expect(client.evidence.upload(form({ fileName }), bytes)).rejects.toEqual(code('EVI-101'));
  const named = form({ fileName: '张三13812345678.pdf' });
  await expect(client.evidence.upload(named, pdf)).rejects.toEqual(code('MAT-103'));
  await expect(client.evidence.upload(form({ title: '卡号 13812345678' }), pdf)).rejects.toEqual(
    code('MAT-103'),
  );
  await expect(client.evidence.upload(form({ fileName: '../a.pdf' }), pdf)).rejects.toEqual(code('API-101'));
  expect(stored()).toHaveLength(files);
});

it('outside area and programme there is no document, and none can be added', async () => {
  const id = (await desk.people.eastCase.client.evidence.list({ matterId: visit })).items[0]?.id ?? '';
  const files = stored().length;
  for (const who of ['westLead', 'southLead', 'tekunLead', 'otherCounty'] as const) {
    const { client } = desk.people[who];
    const { fileName: _, ...paper } = form();
    const asked = [
      () => client.evidence.list({ matterId: visit }),
      () => client.evidence.download({ id }),
      () => client.evidence.upload(form(), pdf),
      () => client.evidence.register({ ...paper, paperNo: '1' }),
    ];
    for (const ask of asked) await expect(ask()).rejects.toMatchObject({ code: 'API-104', status: 404 });
  }
  const aide = await desk.one.visitor('村协理', { role: 'villageAide', area: eastVillage });
  await expect(aide.client.evidence.download({ id })).rejects.toEqual(code('API-103'));
  await aide.client.evidence.upload(form({ kind: 'proof' }), pdf);
  expect(stored()).toHaveLength(files + 1);
});

it('a file that was changed on disk, or put in place of another, is refused and not a byte of it leaves', async () => {
  const { client } = desk.people.eastCase;
  const add = async (last: string): Promise<{ id: string; path: string }> => {
    const before = new Set(stored());
    const { id } = await client.evidence.upload(form(), Buffer.concat([pdf, Buffer.from(last)]));
    return { id, path: stored().find((path) => !before.has(path)) ?? '' };
  };
  const [one, other] = [await add('1'), await add('2')];
  const bytes = readFileSync(one.path);
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  writeFileSync(one.path, bytes);
  await expect(client.evidence.download({ id: one.id })).rejects.toMatchObject({
    code: 'FILE-102',
    status: 410,
  });
  // Whoever holds the database may point a row at another file of the store, which opens well by itself.
  await desk.one.office.db.asOwner((tx) =>
    tx.run(sql`update evidence set storage_key = (select storage_key from evidence where sm3 is not null
      and id not in (${one.id}, ${other.id}) limit 1) where id = ${other.id}`),
  );
  await expect(client.evidence.download({ id: other.id })).rejects.toEqual(code('FILE-102'));
});

it('an upload that breaks off leaves neither file nor row, and is no fault in the log', async () => {
  const files = stored().length;
  const sent = form();
  const hangUp = await beginUpload(desk.people.eastCase, sent);
  await vi.waitFor(() => expect(stored()).toHaveLength(files + 1), patience);
  hangUp();
  await vi.waitFor(() => expect(stored()).toHaveLength(files), patience);
  const rows = await desk.one.office.db.asOwner((tx) =>
    tx.rows(sql`select 1 from step where id = ${sent.stepId}`),
  );
  expect(rows).toEqual([]);
  expect(desk.one.logLines.filter((line) => line.includes('a fault of ours'))).toEqual([]);
});

/** Sends a third of a file. @returns hangs up */
function beginUpload({ cookies }: TestVisitor, input: object): Promise<() => void> {
  const asking = request(`${desk.one.origin}/api/evidence/upload`, {
    method: 'POST',
    headers: {
      'content-type': 'application/octet-stream',
      'content-length': pdf.length,
      'x-yangguang': '1',
      'x-yangguang-input': encodeURIComponent(JSON.stringify(input)),
      cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    },
  });
  asking.on('error', () => {});
  return new Promise((resolve) => {
    asking.write(pdf.subarray(0, 100_000), () => resolve(() => void asking.destroy()));
  });
}

it('a file over the limit is refused while it arrives', async () => {
  const small = await testOffice({ environment: { UPLOAD_LIMIT_MB: '1' } });
  try {
    const clerk = await small.visitor('小县员', { role: 'townCaseworker', area: east });
    const home = await household(small, '李四', eastVillage);
    const matterId = await verification(clerk, small, home);
    const large = Buffer.concat([pdf, Buffer.alloc(1024 * 1024)]);
    await expect(
      clerk.client.evidence.upload({ ...form(), matterId, stepId: small.office.newId() }, large),
    ).rejects.toMatchObject({ code: 'FILE-101', status: 413 });
    expect(readdirSync(join(small.office.settings.DATA_DIR, 'files'), { recursive: true })).toHaveLength(1);
  } finally {
    await small.close();
  }
});

it('kin of the family neither add nor download', async () => {
  const { eastCase, eastCase2 } = desk.people;
  const { id } = await eastCase.client.evidence.upload(form(), pdf);
  await desk.one.office.db.asOwner((tx) =>
    tx.run(sql`insert into kinship (account_id, household_id, relation, declared_at)
      select ${eastCase2.account.id}, household_id, '外甥', opened_at from matter where id = ${visit}`),
  );
  const { client } = eastCase2;
  await expect(client.evidence.download({ id })).rejects.toEqual(code('WF-105'));
  await expect(client.evidence.upload(form(), pdf)).rejects.toEqual(code('WF-105'));
});
