import { randomBytes, randomUUID } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { workflows } from '@yangguang/domain/workflows/all';
import { makeDailyRoot } from '@yangguang/store/audit/daily-root';
import { noteReads } from '@yangguang/store/audit/read-log';
import { openVault } from '@yangguang/store/crypto/open-vault';
import { everywhere } from '@yangguang/store/database';
import { addEvidence } from '@yangguang/store/evidence/evidence';
import { putHouseholds } from '@yangguang/store/household/household';
import { openMatters, plainHeader } from '@yangguang/store/journal/open-matters';
import type { Room } from '@yangguang/store/journal/room';
import { openDatabase } from '@yangguang/store/open-database';
import { sql } from '@yangguang/store/sql';
import { asSuperuser } from '@yangguang/store/test-database';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { placeOfFile } from '../files/file-head.ts';
import { openFileStore } from '../files/open-file-store.ts';
import { listBackups } from '../self-check/backup-notes.ts';
import { type TestProgram, testProgram } from './test-program.ts';

const now = new Date('2026-11-21T01:00:00Z');
const town = '339901001';
const passphrase = 'correct horse battery';
const scratch = mkdtempSync(join(tmpdir(), 'yangguang-commands-'));
let program: TestProgram;
let fileKey = '';
let root = '';

beforeAll(async () => {
  program = await testProgram();
  await program.run(['migrate']);
  await program.run([
    'user',
    'set-up',
    '--system-admin',
    'a1=甲',
    '--security-admin',
    'b1=乙',
    '--audit-admin',
    'c1=丙',
  ]);
  await fill();
});
afterAll(async () => {
  await program.close();
  rmSync(scratch, { recursive: true, force: true });
});

/** A few families, matters and a document, as the server writes them. */
async function fill(): Promise<void> {
  const vault = openVault({ keyFile: join(program.folder, 'keys', 'vault.json'), mayMake: false, now });
  const db = openDatabase({ url: program.url });
  const room: Room = {
    vault,
    workflows,
    readClock: () => null,
    refuse: () => new Error('refused') as never,
    newId: () => randomUUID(),
    now: () => now,
  };
  const matterId = randomUUID();
  const households = Array.from({ length: 5 }, (_, i) => ({
    id: randomUUID(),
    region: town,
    programme: 'dibao_rural',
    headName: `张${i}`,
    address: null,
    private: { members: [], accounts: [], phones: ['13800000000'] },
    entitlements: [],
  }));
  await db.asOwner(async (tx) => {
    await tx.run(sql`insert into division (code, name) values (${town}, '东乡')`);
    const header = plainHeader({ workflow: 'petition', region: town, programme: 'none', title: '来信' });
    const hand = { accountId: null, role: 'clock', area: '' };
    const facts = { phone: '13800000001', kind: 'letter' };
    await openMatters(tx, room, [
      { matterId, stepId: randomUUID(), header, facts, reason: null, hand, at: now, sent: null },
    ]);
    await putHouseholds(tx, vault, households, now);
  });
  const stored = await openFileStore(join(program.folder, 'files'), vault, room.newId).put(
    Readable.from([randomBytes(200_000)]),
    1e9,
  );
  fileKey = stored.key;
  await db.asOwner((tx) =>
    addEvidence(
      tx,
      room,
      everywhere,
      {
        stepId: randomUUID(),
        matterId,
        expectedVersion: null,
        reason: null,
        hands: [{ accountId: null, role: 'clock', area: '' }],
      },
      {
        id: randomUUID(),
        kind: 'visitForm',
        title: '核查表',
        paperNo: null,
        file: { name: 'a.pdf', mediaType: 'application/pdf', ...stored, storageKey: stored.key },
      },
    ),
  );
  root = await db.asOwner(async (tx) =>
    (await makeDailyRoot(tx, vault, '2026-11-20', now)).root.toString('hex'),
  );
  await db.close();
}

/** What the self-check will find. */
async function backupsOf({ url }: TestProgram) {
  const db = openDatabase({ url });
  try {
    return await db.asOwner((tx) => listBackups(tx, 10));
  } finally {
    await db.close();
  }
}

/** A backup in numbers, as the command printed it. */
function toldIn(text: string, folder: string): unknown {
  const [, rows, files] = /tables, (\d+) rows, (\d+) files/.exec(text) ?? [];
  const [, chainSeq, chainHash] = /ends at (\d+)[^:]*: ([0-9a-f]{64})/.exec(text) ?? [];
  return expect.objectContaining({
    ...{ at: now, folder, rows: Number(rows), files: Number(files), missingFiles: 0, chainSeq, chainHash },
    ...{ isEncrypted: true, isChecked: true },
  });
}

const numbersIn = (text: string) =>
  /(\d+) acts, (\d+) reads, (\d+) matters, (\d+) documents/.exec(text)?.slice(1);

it('verifies: whole, with files and against paper', async () => {
  const whole = await program.run(['verify', '--files', '--printed', `2026-11-20=${root}`]);
  expect(whole.out).toContain('Nothing was changed, removed or inserted.');
  expect(whole.code).toBe(0);
  expect(numbersIn(whole.out)).toEqual(['2', '2', '1', '1']);
  const paper = await program.run(['verify', '--printed', `2026-11-20=${'0'.repeat(64)}`]);
  expect(paper).toMatchObject({
    code: 1,
    out: expect.stringContaining('daily_root 2026-11-20 changed: paper says otherwise'),
  });
  expect((await program.run(['verify', '--printed', 'yesterday'])).code).toBe(2);
});

it('verify says what was changed and where, in both languages, with an exit code of its own', async () => {
  const admin = new pg.Client({ connectionString: await asSuperuser(program.url) });
  await admin.connect();
  await admin.query(`set session_replication_role = replica`);
  await admin.query(`update household set head_name = '李' where head_name = '张3'`);
  const { rows } = await admin.query<{ state: string }>('select state from matter');
  await admin.query(`update matter set state = 'changed'`);
  const place = placeOfFile(join(program.folder, 'files'), fileKey);
  renameSync(place, `${place}.away`);
  const found = await program.run(['verify', '--files']);
  expect(found.code).toBe(1);
  expect(found.out).toMatch(/household \S+ 被改动：与登记的不符/);
  expect(found.out).toMatch(/household \S+ changed: not what was registered/);
  expect(found.out).toMatch(/matter \S+ changed: the journal says otherwise: state/);
  expect(found.out).toMatch(/evidence \S+ removed: its file is gone/);
  expect(found.out).toContain('3 places are not as they were written');
  renameSync(`${place}.away`, place);
  await admin.query(`update household set head_name = '张3' where head_name = '李'`);
  await admin.query('update matter set state = $1', [rows[0]?.state]);
  await admin.end();
  expect((await program.run(['verify'])).code).toBe(0);
});

it('backs up and restores into an empty place, with counts, root and a whole verify; never over anything', async () => {
  const to = join(scratch, 'backup');
  const secret = join(scratch, 'passphrase');
  writeFileSync(secret, `${passphrase}\n`, { mode: 0o644 });
  expect((await program.run(['backup', to, '--passphrase-file', secret])).err).toContain('BAK-107');
  chmodSync(secret, 0o600);
  expect((await program.run(['backup', to], ['short'])).err).toContain('BAK-108');
  expect(await program.run(['backup', to], [])).toMatchObject({
    code: 2,
    err: expect.stringContaining('SRV-103'),
  });
  const made = await program.run(['backup', to, '--passphrase-file', secret]);
  expect(made.code).toBe(0);
  expect((await program.run(['backup', to, '--plain'])).err).toContain('BAK-101');
  expect(await backupsOf(program)).toEqual([toldIn(made.out, to)]);

  const target = await testProgram();
  try {
    expect((await target.run(['restore', to], ['wrong wrong wrong'])).err).toContain('BAK-103');
    const keyless = await target.run(['restore', to], [passphrase]);
    expect(keyless.err.split('\n').filter((line) => /^[A-Z]+-\d/.test(line))).toEqual([]);
    expect(keyless.code).toBe(0);
    for (const pattern of [/(\d+) tables, (\d+) rows, (\d+) files/, /ends at (\d+)[^:]*: ([0-9a-f]{64})/])
      expect(pattern.exec(keyless.out)?.slice(1)).toEqual(pattern.exec(made.out)?.slice(1));
    expect(keyless.out).toContain('vault.json');
    expect(await target.run(['verify'])).toMatchObject({ code: 1, err: expect.stringContaining('KEY-102') });
    expect((await target.run(['restore', to], [passphrase])).err).toContain('BAK-104');
  } finally {
    await target.close();
  }
  const withKeys = await testProgram();
  try {
    cpSync(join(program.folder, 'keys'), join(withKeys.folder, 'keys'), { recursive: true });
    const restored = await withKeys.run(['restore', to], [passphrase]);
    expect(restored.out).toContain('Nothing was changed, removed or inserted.');
    expect(restored.code).toBe(0);
    expect(numbersIn(restored.out)?.[0]).toBe('2');
  } finally {
    await withKeys.close();
  }
}, 60_000);

it('rotates keys, lists what uses them, and retires the old one into a file of its own', async () => {
  const before = await program.run(['keys', 'list']);
  expect(before.out).toMatch(/Version 1 \(sm\)[^]*household\.private\s+5[^]*files\s+1/);
  const rotated = await program.run(['keys', 'rotate', '--suite', 'nist']);
  expect(rotated.code).toBe(0);
  expect(rotated.out).toMatch(/\d+ values, 1 files/);
  const listed = await program.run(['keys', 'list']);
  expect(listed.out).toMatch(
    /Version 1 \(sm\)[^\n]*\n[^\n]*\n?[^ ]*Version 2|Version 2 \(nist\)[^]*household\.private\s+5/,
  );
  expect(listed.out.split('Version 2')[0]).not.toContain('household.private');
  expect((await program.run(['keys', 'retire', '1'])).err).toContain('KEY-106');
  program.setClock('2026-11-21T03:00:00Z');
  const retired = await program.run(['keys', 'retire', '1']);
  expect(retired.code).toBe(0);
  const aside = /([^ ]*vault-retired-1\.json)/.exec(retired.out)?.[1] ?? '';
  expect(existsSync(aside)).toBe(true);
  expect((await program.run(['keys', 'retire', '2'])).err).toContain('KEY-106');
  expect((await program.run(['verify', '--files'])).code).toBe(0);
  expect((await program.run(['keys', 'put-back', aside])).code).toBe(0);
  expect((await program.run(['keys', 'put-back', aside])).err).toContain('KEY-104');
  expect((await program.run(['keys', 'continue'])).out).toContain('0 values, 0 files');
  const all = [before, rotated, listed, retired].map(({ out, err }) => out + err).join('');
  const { versions } = JSON.parse(readFileSync(join(program.folder, 'keys', 'vault.json'), 'utf8')) as {
    versions: { encryption: string; blindIndex: string }[];
  };
  for (const one of versions) expect(all).not.toContain(one.encryption);
});

it('refuses a database of an earlier release for everything but a backup', async () => {
  const old = await testProgram();
  try {
    await old.run(['migrate']);
    const db = openDatabase({ url: old.url });
    const vault = openVault({ keyFile: join(old.folder, 'keys', 'vault.json'), mayMake: true, now });
    await db.asOwner((tx) => noteReads(tx, vault, []));
    await db.asOwner((tx) => tx.run(sql`delete from migration`));
    await db.close();
    expect(await old.run(['verify'])).toMatchObject({ code: 1, err: expect.stringContaining('SRV-301') });
    expect((await old.run(['backup', join(scratch, 'old'), '--plain'])).code).toBe(0);
  } finally {
    await old.close();
  }
});
