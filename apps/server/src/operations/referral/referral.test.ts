import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { workflows } from '@yangguang/domain/workflows/all';
import { verify } from '@yangguang/store/audit/verify';
import { sql } from '@yangguang/store/sql';
import { openContent } from '@yangguang/store/referral/sealed-content';
import { makeReceiverKey } from '@yangguang/store/referral/receiver-key';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestProgram, testProgram } from '../../commands/test-program.ts';
import { type TestOffice, testOffice, type TestVisitor } from '../../test-office.ts';

type Signed = TestVisitor & { readonly account: { readonly id: string } };

/** Nobody's name, and nothing that occurs by chance. */
const secret = '村主任欧阳某截留供养金事实';
const fileName = '欧阳某问题线索.txt';
const area = '339901';

let one: TestOffice;
let liaison: Signed;
let lead: Signed;
let security: Signed;
let others: Signed[];
let program: TestProgram;
const folder = mkdtempSync(join(tmpdir(), 'yangguang-receiver-'));
const keys = join(folder, 'keys');
const id = (): string => one.office.newId();
const code = (value: string) => expect.objectContaining({ code: value });

beforeAll(async () => {
  one = await testOffice({ at: '2026-06-01T09:00:00+08:00' });
  liaison = await one.visitor('联络员', { role: 'disciplineLiaison', area });
  lead = await one.visitor('局长', { role: 'countyLead', area });
  security = await one.visitor('安全员', { role: 'securityAdmin', area });
  others = [
    await one.visitor('经办', { role: 'countyCaseworker', area }),
    await one.visitor('督查', { role: 'inspector', area }),
    await one.visitor('外县联络员', { role: 'disciplineLiaison', area: '339902' }),
  ];
  program = await testProgram();
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await program.close();
  await one.close();
});

async function approved(): Promise<string> {
  const matterId = id();
  const about = {
    region: area,
    title: `第${matterId.slice(0, 8)}号`,
    workflow: 'referral' as const,
  };
  await liaison.client.matter.open({ ...about, stepId: id(), matterId, facts: { noticedOn: '2026-05-30' } });
  await act(liaison, matterId, 'record', { recordNo: '记-1', recordedOn: '2026-06-01' });
  const paper = await lead.client.evidence.register({
    ...{ matterId, stepId: id(), kind: 'leadDecision', title: '审签单', paperNo: '审-1' },
  });
  await act(lead, matterId, 'approve', { approvedOn: '2026-06-01' }, [paper.id]);
  return matterId;
}

async function act(
  who: Signed,
  matterId: string,
  action: string,
  facts: Record<string, string>,
  evidence: string[] = [],
): Promise<void> {
  const { version } = await who.client.matter.get({ id: matterId });
  await who.client.matter.act({ matterId, stepId: id(), action, facts, evidence, expectedVersion: version });
}

async function registered(jwk: object, name = '甲县纪委监委'): Promise<string> {
  const { id: keyId } = await security.client.receiverKey.register({
    ...{ id: id(), region: area, name, publicKey: { ...jwk } },
  });
  return keyId;
}

async function sentTo(receiverKeyId: string, slipNo: string, matterId: string) {
  const { version } = await liaison.client.matter.get({ id: matterId });
  const input = { matterId, stepId: id(), expectedVersion: version, receiverKeyId, slipNo, fileName };
  const whole = { ...input, sentOn: '2026-06-01', mediaType: 'text/plain' };
  return { whole, sent: await liaison.client.referral.send(whole, Buffer.from(secret)) };
}

async function bytesOf(download: { content: AsyncIterable<Uint8Array> }): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of download.content) chunks.push(chunk);
  return Buffer.concat(chunks);
}

it('sealed to the receiver’s key, opened by the receiver alone, off line, with a command', async () => {
  const made = await program.run(['receiver-key', keys], ['口令 with spaces']);
  expect(made.code).toBe(0);
  expect(statSync(join(keys, 'private.pem')).mode & 0o777).toBe(0o600);
  const jwk = JSON.parse(readFileSync(join(keys, 'public.jwk.json'), 'utf8')) as object;
  const receiverKeyId = await registered(jwk);
  const [key] = (await liaison.client.referral.receivers()).items;
  expect(made.out).toContain(key?.fingerprint);
  expect(key).toMatchObject({ id: receiverKeyId, name: '甲县纪委监委', algorithm: 'ECDH-ES+A256KW' });

  const matterId = await approved();
  const { whole, sent } = await sentTo(receiverKeyId, 'Y2026-1', matterId);
  expect(sent).toMatchObject({ step: { state: 'sent' }, package: { fingerprint: key?.fingerprint } });
  expect(await liaison.client.referral.send(whole, Buffer.from(secret))).toEqual(sent);
  await expect(liaison.client.referral.send(whole, Buffer.from('别的'))).rejects.toEqual(code('MAT-101'));

  const download = await liaison.client.referral.download({ matterId, number: whole.slipNo });
  const jwe = await bytesOf(download);
  writeFileSync(join(folder, 'in.jwe'), jwe);
  const opened = await program.run(
    ['open-sealed', join(folder, 'in.jwe'), '--key', join(keys, 'private.pem'), '--to', folder],
    ['口令 with spaces'],
  );
  expect(opened.out).toContain(whole.slipNo);
  expect(readFileSync(join(folder, fileName), 'utf8')).toBe(secret);
  const wrong = await program.run(
    ['open-sealed', join(folder, 'in.jwe'), '--key', join(keys, 'private.pem'), '--to', keys],
    ['another'],
  );
  expect(wrong).toMatchObject({ err: expect.stringContaining('SEAL-107') });
  const { privatePem } = await makeReceiverKey();
  await expect(openContent(jwe.toString(), privatePem)).rejects.toEqual(code('SEAL-107'));

  // Who took the file away is on record, and what it said is not.
  const reads = await one.office.db.asOwner((tx) =>
    tx.rows(sql`select account_id, subject from read_log where operation = 'referral.download'`),
  );
  expect(reads).toEqual([
    {
      account_id: liaison.account.id,
      subject: expect.objectContaining({ matter: matterId, bytes: jwe.length }),
    },
  ]);
});

it('what it says is in no table, no file, no log line; only liaison and lead know that it exists', async () => {
  const matterId = await approved();
  const { key } = await makeReceiverKey();
  await sentTo(await registered(key.jwk), 'Y2026-2', matterId);
  const needles = [secret, fileName, '欧阳'].flatMap((text) => {
    const bytes = Buffer.from(text);
    // In base64 a text looks different at each of three offsets: the middle of it is the same whatever stands around.
    const middles = [0, 1, 2].map((n) =>
      Buffer.concat([Buffer.alloc(n), bytes])
        .toString('base64')
        .slice(4, -4),
    );
    return [text, bytes.toString('hex'), ...middles.filter((m) => m.length > 6)];
  });
  const tables = await one.office.db.asOwner(async (tx) => {
    const names = await tx.rows<{ name: string }>(
      sql`select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
    );
    const texts: string[] = [];
    for (const { name } of names) {
      const all = sql(Object.assign([`select t::text as text from "${name}" t`], { raw: [] }) as never);
      texts.push(...(await tx.rows<{ text: string }>(all)).map((row) => row.text));
    }
    return texts.join('\n');
  });
  const data = one.office.settings.DATA_DIR;
  const files = readdirSync(data, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)).toString('latin1'));
  const everything = [tables, ...files, ...one.logLines].join('\n');
  expect(everything).toContain('Y2026-2');
  for (const needle of needles) expect(everything.includes(needle), needle).toBe(false);

  const { steps } = await liaison.client.matter.get({ id: matterId });
  expect(steps.at(-1)).toMatchObject({ action: 'send', facts: { slipNo: 'Y2026-2', sentOn: '2026-06-01' } });
  expect(steps.every((step) => step.reason === null)).toBe(true);
  for (const other of others) {
    const asked = await Promise.allSettled([
      other.client.referral.packages({ matterId }),
      other.client.referral.download({ matterId, number: 'Y2026-2' }),
    ]);
    for (const ask of asked)
      expect(ask).toMatchObject({ reason: { code: expect.stringMatching(/^API-10[34]$/) } });
  }
});

it('approved, sent, received: without the county lead nothing leaves, and the slip comes back with a number', async () => {
  const { key } = await makeReceiverKey();
  const receiverKeyId = await registered(key.jwk);
  const matterId = id();
  const open = {
    stepId: id(),
    matterId,
    workflow: 'referral' as const,
    region: area,
    facts: { noticedOn: '2026-05-30' },
  };
  await expect(liaison.client.matter.open({ ...open, title: '欧阳某' })).rejects.toMatchObject({
    answer: { fields: ['title'] },
  });
  await liaison.client.matter.open({ ...open, title: '2026-3' });
  await expect(sentTo(receiverKeyId, 'Y3', matterId)).rejects.toEqual(code('WF-101'));
  const ready = await approved();
  expect((await liaison.client.referral.packages({ matterId: ready })).items).toEqual([]);
  await sentTo(receiverKeyId, 'Y3', ready);
  const { version } = await liaison.client.matter.get({ id: ready });
  const receipt = { matterId: ready, stepId: id(), expectedVersion: version, number: 'Y3', isAccepted: true };
  const slip = { ...receipt, receiptNo: 'H3', receivedOn: '2026-06-01' };
  await expect(liaison.client.referral.receive({ ...slip, number: 'Y4' })).rejects.toEqual(code('SEAL-105'));
  const taken = await liaison.client.referral.receive(slip);
  expect(taken.state).toBe('acceptedByDiscipline');
  expect(await liaison.client.referral.receive(slip)).toEqual(taken);
  const { items } = await liaison.client.referral.packages({ matterId: ready });
  expect(items).toEqual([expect.objectContaining({ number: 'Y3', receiver: '甲县纪委监委' })]);
});

it('a package put in place of another is found by verify', async () => {
  const { key } = await makeReceiverKey();
  const matterId = await approved();
  await sentTo(await registered(key.jwk), 'Y2026-7', matterId);
  const found = async () => {
    const { findings } = await verify(one.office.db, { vault: one.office.vault, workflows }, {});
    return findings.filter((f) => f.table === 'sealed_package' || f.table === 'receiver_key');
  };
  expect(await found()).toEqual([]);
  await one.office.db.asOwner((tx) =>
    tx.run(sql`update sealed_package set package = 'forged' where matter_id = ${matterId}`),
  );
  expect(await found()).toEqual([expect.objectContaining({ what: 'changed', table: 'sealed_package' })]);
});

it('keys: private, weak and broken ones are refused; one of another county or revoked is not sealed to', async () => {
  const add = (publicKey: Record<string, unknown>, region = area) =>
    security.client.receiverKey.register({ id: id(), region, name: '某纪委', publicKey });
  const rsa = (bits: number) =>
    generateKeyPairSync('rsa', { modulusLength: bits }).publicKey.export({ format: 'jwk' });
  const ec = generateKeyPairSync('ec', { namedCurve: 'P-384' });
  await expect(add(ec.privateKey.export({ format: 'jwk' }))).rejects.toEqual(code('SEAL-101'));
  await expect(add(rsa(2048))).rejects.toEqual(code('SEAL-102'));
  await expect(add({ kty: 'oct', k: 'AAAA' })).rejects.toEqual(code('SEAL-101'));
  const point = ec.publicKey.export({ format: 'jwk' });
  await expect(add({ ...point, x: point.y })).rejects.toEqual(code('SEAL-102'));
  await expect(add(point, '339902')).rejects.toEqual(code('API-104'));
  const kept = await add(point);
  await expect(add(point)).rejects.toEqual(code('SEAL-108'));
  expect(await add(rsa(3072))).toMatchObject({ algorithm: 'RSA-OAEP-256' });
  await expect(others[0]?.client.receiverKey.list()).rejects.toEqual(code('API-103'));

  await security.client.receiverKey.revoke({ id: kept.id });
  const listed = (await security.client.receiverKey.list()).items.find((item) => item.id === kept.id);
  expect(listed).toMatchObject({ fingerprint: kept.fingerprint, revokedAt: '2026-06-01T01:00:00.000Z' });
  const matterId = await approved();
  await expect(sentTo(kept.id, 'Y9', matterId)).rejects.toEqual(code('SEAL-104'));
  // Refused as a whole: the step was not taken either.
  expect((await liaison.client.matter.get({ id: matterId })).state).toBe('approved');
});
