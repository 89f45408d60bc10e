import { randomBytes, randomUUID } from 'node:crypto';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everywhere, type Transaction } from '../database.ts';
import { sourceMigrations } from '../migrate.ts';
import { openDatabase } from '../open-database.ts';
import { fillRegion } from '../scope-rows.ts';
import { sql } from '../sql.ts';
import { emptyDatabase, type TestDatabase, testDatabase } from '../test-database.ts';
import { backupDatabase } from './backup-database.ts';
import type { Manifest } from './manifest.ts';
import { restoreDatabase } from './restore-database.ts';

const now = new Date('2026-11-21T00:00:00Z');
const matter = randomUUID();
const fileKey = randomUUID();
let test: TestDatabase;
let root: string;
const databases: { close(): Promise<void> }[] = [];
let count = 0;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'backup-'));
  test = await testDatabase();
  await test.db.asOwner(async (tx) => {
    await tx.run(
      sql`insert into division (code, name) values ('330102001', E'甲\\t乙\\n"丙"\\\\'), ('330106001', 'b')`,
    );
    await tx.run(sql`insert into account (id, user_name, full_name, password, created_at)
      values (${randomUUID()}, 'zhang', '张', 'hash', now())`);
    await tx.run(sql`insert into vault_key values (1, 'f1', 'sm', now())`);
    await tx.run(sql`insert into matter (id, workflow, region, title, state, opened_at, changed_at)
      values (${matter}, 'decision', '330102001', 't', 's', now(), now())`);
    await act(tx);
    await fillEverything(tx);
  });
  mkdirSync(join(root, 'files'));
  writeFileSync(join(root, 'files', fileKey), randomBytes(100_000));
});
afterAll(async () => {
  await test.close();
  for (const database of databases) await database.close();
  rmSync(root, { recursive: true });
});

/** One chained step, as the server takes it. */
async function act(tx: Transaction): Promise<void> {
  const head = await tx.get<{ seq: bigint }>(sql`select seq from chain_head where name = 'step' for update`);
  const hash = randomBytes(32);
  const seq = head.seq + 1n;
  await tx.run(sql`insert into step (seq, id, matter_id, step_no, action, to_state, role, area, at, recorded_at, facts,
      private, evidence, request_hash, prev_hash, hash)
    values (${seq}, ${randomUUID()}, ${matter}, ${Number(seq)}, 'a', 's', 'townLead', '330102', now(), now(),
      '{"text": "引号\\"和\\\\n"}', ${randomBytes(50)}, '[]', '', '', ${hash})`);
  await tx.run(sql`update matter set version = version + 1 where id = ${matter}`);
  await tx.run(sql`update chain_head set seq = ${seq}, hash = ${hash} where name = 'step'`);
}

/** A row in every table of an area; its step counts before the chain, where nothing looks. */
async function fillEverything(tx: Transaction): Promise<void> {
  await fillRegion(tx, '330106001');
  await tx.run(sql`update chain_head set seq = (select max(seq) from step), hash = (select hash from step order by seq desc limit 1)
    where name = 'step'`);
  await tx.run(sql`update evidence set storage_key = ${fileKey}`);
}

const placeIn = (folder: string) => (key: string) => join(root, folder, key);

function backup(
  more: { passphrase?: string; url?: string; files?: string } = {},
): Promise<Manifest & { folder: string }> {
  count += 1;
  const to = join(root, `backup-${count}`);
  return backupDatabase({
    url: more.url ?? test.url,
    to,
    now,
    placeOfFile: placeIn(more.files ?? 'files'),
    passphrase: more.passphrase ?? null,
  }).then((manifest) => ({ ...manifest, folder: to }));
}

async function restore(
  from: string,
  more: { passphrase?: string; url?: string; migrationsFolder?: string } = {},
): Promise<string> {
  let { url } = more;
  if (url === undefined) {
    const made = await emptyDatabase();
    databases.push(made);
    ({ url } = made);
  }
  await restoreDatabase({
    from,
    url,
    placeOfFile: placeIn('restored'),
    passphrase: more.passphrase ?? null,
    ...(more.migrationsFolder === undefined ? {} : { migrationsFolder: more.migrationsFolder }),
  });
  return url;
}

const contents = ({ tables }: Manifest) =>
  tables.map(({ name, rows, contentDigest }) => ({ name, rows, contentDigest }));

describe('backup and restore', () => {
  it('give every table back, row by row, with files, and the database works on', async () => {
    const first = await backup();
    const url = await restore(first.folder);
    const second = await backup({ url, files: 'restored' });
    expect(contents(second)).toEqual(contents(first));
    expect(second.sequences).toEqual(first.sequences);
    expect(second.missingFiles).toEqual([]);
    expect(readFileSync(join(root, 'restored', fileKey))).toEqual(readFileSync(join(root, 'files', fileKey)));
    expect(first.tables.filter((table) => table.rows > 0).length).toBeGreaterThan(15);
    const db = openDatabase({ url });
    await db.within(everywhere, (tx) => act(tx));
    await db.within(everywhere, (tx) =>
      tx.run(
        sql`insert into read_log (at, kind, operation, subject, outcome) values (now(), 'k', 'o', '{}', 'ok')`,
      ),
    );
    // Triggers, foreign keys and row-level security are back too.
    await expect(db.asOwner((tx) => tx.run(sql`delete from step`))).rejects.toMatchObject({ code: 'YG001' });
    await expect(
      db.asOwner((tx) => tx.run(sql`insert into matter_link values (gen_random_uuid(), ${matter})`)),
    ).rejects.toMatchObject({ code: '23503' });
    expect(await db.within({ scopes: [] }, (tx) => tx.rows(sql`select 1 from household`))).toEqual([]);
    await db.close();
  });

  it('take one instant while the server goes on working, and lose nothing that was acknowledged before', async () => {
    const before = await test.db.asOwner((tx) => tx.get<{ n: bigint }>(sql`select count(*) n from step`));
    let isOver = false;
    let acts = 0;
    const work = (async () => {
      while (!isOver) {
        await test.db.within(everywhere, (tx) => act(tx));
        acts += 1;
      }
    })();
    const made = await backup();
    isOver = true;
    await work;
    expect(acts).toBeGreaterThan(0);
    const url = await restore(made.folder);
    const db = openDatabase({ url });
    const restored = await db.asOwner((tx) =>
      tx.get<{ n: bigint; last: bigint; head: bigint; version: number }>(sql`select count(*) n, max(seq) last,
        (select seq from chain_head where name = 'step') head, (select version from matter where id = ${matter}) version
        from step`),
    );
    await db.close();
    expect(restored.n).toBeGreaterThanOrEqual(before.n);
    expect(restored.n).toBeLessThanOrEqual(before.n + BigInt(acts));
    // Chain, journal and projection are of the same instant.
    expect(restored.head).toBe(restored.last);
    expect(BigInt(restored.version)).toBe(restored.n - 1n);
    expect(made.chain.seq).toBe(String(restored.head));
  });

  it('name the key versions and hold no key', async () => {
    const made = await backup();
    expect(made.keyVersions).toEqual([{ version: 1, fingerprint: 'f1' }]);
    expect(readdirSync(made.folder).sort()).toEqual(['files', 'files.jsonl', 'manifest.json', 'tables']);
    expect(statSync(made.folder).mode & 0o077).toBe(0);
    expect(statSync(join(made.folder, 'manifest.json')).mode & 0o077).toBe(0);
  });

  it('say which evidence files were missing', async () => {
    expect((await backup({ files: 'nowhere' })).missingFiles).toEqual([fileKey]);
  });

  it('carry an older release’s backup to the newest schema', async () => {
    const made = await backup();
    const folder = join(root, 'next-release');
    cpSync(sourceMigrations, folder, { recursive: true });
    const next = String(readdirSync(folder).length + 1).padStart(4, '0');
    writeFileSync(
      join(folder, `${next}-more.sql`),
      `alter table household add more text not null default 'm';`,
    );
    const url = await restore(made.folder, { migrationsFolder: folder });
    const db = openDatabase({ url });
    expect(await db.asOwner((tx) => tx.rows(sql`select more from household`))).toEqual([{ more: 'm' }]);
    await db.close();
    // And the other way round: this program does not know that schema.
    const later = await backup({ url });
    await expect(restore(later.folder)).rejects.toMatchObject({ code: 'BAK-105' });
  });
});

describe('a passphrase', () => {
  it('hides the tables and opens them again', async () => {
    const made = await backup({ passphrase: '口令 with spaces' });
    const table = readFileSync(join(made.folder, 'tables', 'account.copy.gz'));
    expect(() => gunzipSync(table)).toThrow(/header/);
    const url = await restore(made.folder, { passphrase: '口令 with spaces' });
    expect(contents(await backup({ url, files: 'restored' }))).toEqual(contents(made));
  });

  it('a wrong one, none, or a manifest that was changed are refused', async () => {
    const { folder } = await backup({ passphrase: 'right' });
    await expect(restore(folder, { passphrase: 'wrong' })).rejects.toMatchObject({ code: 'BAK-103' });
    await expect(restore(folder)).rejects.toMatchObject({ code: 'BAK-103' });
    const file = join(folder, 'manifest.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"missingFiles": []', '"missingFiles": ["x"]'));
    await expect(restore(folder, { passphrase: 'right' })).rejects.toMatchObject({ code: 'BAK-103' });
  });
});

describe('what is refused', () => {
  it('a place that is taken', async () => {
    const { folder } = await backup();
    await expect(
      backupDatabase({ url: test.url, to: folder, now, placeOfFile: placeIn('files'), passphrase: null }),
    ).rejects.toMatchObject({ code: 'BAK-101' });
  });

  it('a database that holds something', async () => {
    const { folder } = await backup();
    await expect(restore(folder, { url: test.url })).rejects.toMatchObject({ code: 'BAK-104' });
  });

  it.each<[string, (folder: string) => void]>([
    ['a table was changed', (folder) => appendFileSync(join(folder, 'tables', 'step.copy.gz'), 'x')],
    ['a table is missing', (folder) => unlinkSync(join(folder, 'tables', 'step.copy.gz'))],
    ['an evidence file was changed', (folder) => appendFileSync(join(folder, 'files', fileKey), 'x')],
    ['the list of files was changed', (folder) => writeFileSync(join(folder, 'files.jsonl'), '')],
    ['there is no manifest', (folder) => unlinkSync(join(folder, 'manifest.json'))],
    ['the manifest is no manifest', (folder) => writeFileSync(join(folder, 'manifest.json'), '{')],
    [
      'the manifest names what is no table',
      (folder) => {
        const file = join(folder, 'manifest.json');
        writeFileSync(file, readFileSync(file, 'utf8').replace('"name": "step"', '"name": "step; drop"'));
      },
    ],
  ])('%s', async (_, damage) => {
    const { folder } = await backup();
    damage(folder);
    const empty = await emptyDatabase();
    databases.push(empty);
    await expect(restore(folder, { url: empty.url })).rejects.toMatchObject({ code: 'BAK-102' });
    // Nothing was done to the database, so another copy can be restored at once.
    await restore((await backup()).folder, { url: empty.url });
  });

  it('a row that is missing though every digest of the files was made to fit', async () => {
    const { folder } = await backup();
    const file = join(folder, 'manifest.json');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace(/("name": "division",[^}]*?"rows": )2/, '$13'));
    await expect(restore(folder)).rejects.toMatchObject({ code: 'BAK-106' });
  });
});

it('leaves nothing under its name when it fails', async () => {
  const to = join(root, 'failed');
  const failed = backupDatabase({
    url: test.url,
    to,
    now,
    placeOfFile: () => {
      throw new Error('no disk');
    },
    passphrase: null,
  });
  await expect(failed).rejects.toThrow('no disk');
  expect([existsSync(to), existsSync(`${to}.half`)]).toEqual([false, false]);
});
