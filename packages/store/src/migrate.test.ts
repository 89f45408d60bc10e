import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { migrate, readMigrations, sourceMigrations } from './migrate.ts';
import { asSuperuser, emptyDatabase } from './test-database.ts';

const folders: string[] = [];
const databases: { close(): Promise<void> }[] = [];
afterAll(async () => {
  for (const folder of folders) rmSync(folder, { recursive: true });
  for (const database of databases) await database.close();
});

/** A release: its migrations in a folder. */
function release(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'migrations-'));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

async function database(template?: string): Promise<string> {
  const made = await emptyDatabase(template);
  databases.push(made);
  return made.url;
}

async function ask(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

const first = {
  '0001-people.sql': 'create table people (id int primary key); insert into people values (1);',
};
const second = { ...first, '0002-names.sql': "alter table people add name text not null default '无';" };

describe('releases', () => {
  it('from nothing, and from the release before, to the same schema; a second run does nothing', async () => {
    const [fresh, older] = [await database(), await database()];
    expect(await migrate(fresh, { migrationsFolder: release(second) })).toEqual({
      applied: ['0001-people.sql', '0002-names.sql'],
      version: 2,
    });
    expect(await migrate(older, { migrationsFolder: release(first) })).toMatchObject({ version: 1 });
    const folder = release(second);
    expect(await migrate(older, { migrationsFolder: folder })).toEqual({
      applied: ['0002-names.sql'],
      version: 2,
    });
    expect(await migrate(older, { migrationsFolder: folder })).toEqual({ applied: [], version: 2 });
    const columns = `select column_name, data_type, is_nullable, column_default from information_schema.columns
      where table_schema = 'public' order by table_name, ordinal_position`;
    expect(await ask(older, columns)).toEqual(await ask(fresh, columns));
    expect(await ask(older, 'select * from people')).toEqual([{ id: 1, name: '无' }]);
  });

  it('an older program refuses a newer database and leaves it alone', async () => {
    const url = await database();
    await migrate(url, { migrationsFolder: release(second) });
    await expect(migrate(url, { migrationsFolder: release(first) })).rejects.toMatchObject({
      code: 'DB-120',
    });
  });

  it('a released file that was changed is refused; line ends may differ', async () => {
    const url = await database();
    await migrate(url, { migrationsFolder: release({ '0001-a.sql': 'create table a (\n  id int);\n' }) });
    await migrate(url, { migrationsFolder: release({ '0001-a.sql': 'create table a (\r\n  id int);\r\n' }) });
    const changed = release({ '0001-a.sql': 'create table a (\n  id bigint);\n' });
    await expect(migrate(url, { migrationsFolder: changed })).rejects.toMatchObject({ code: 'DB-121' });
  });

  it('a file that fails leaves nothing of itself behind, and says its line', async () => {
    const url = await database();
    const broken = release({
      ...first,
      '0002-broken.sql': 'create table half (id int);\n\nselect nonsense;',
    });
    await expect(migrate(url, { migrationsFolder: broken })).rejects.toThrow(/0002-broken\.sql, line 3/);
    expect(await ask(url, `select to_regclass('half') half, to_regclass('people')::text people`)).toEqual([
      { half: null, people: 'people' },
    ]);
    expect(await migrate(url, { migrationsFolder: release(second) })).toMatchObject({
      applied: ['0002-names.sql'],
    });
  });

  it('numbers go 1, 2, 3', () => {
    expect(() => readMigrations(release({ '0002-a.sql': '' }))).toThrow(/number 1/);
    expect(() => readMigrations(release({ '0001-a.sql': '', '0001-b.sql': '' }))).toThrow(/number 2/);
    expect(() => readMigrations('/nowhere')).toThrow(/no folder/);
  });
});

it('several programs that start at once all succeed, in one database and in several of a server', async () => {
  const folder = release({ ...second, '0003-slow.sql': 'select pg_sleep(0.1); create table slow (id int);' });
  const [one, other] = [await database(), await database()];
  const reports = await Promise.all(
    [one, one, one, other].map((url) => migrate(url, { migrationsFolder: folder })),
  );
  expect(reports.map((report) => report.applied.length).sort()).toEqual([0, 0, 3, 3]);
});

it('the role of requests cannot log in and is bound by row-level security', async () => {
  const url = await database();
  await migrate(url, { migrationsFolder: release(first) });
  const role = `select rolcanlogin, rolsuper, rolbypassrls from pg_roles where rolname = 'yangguang_app'`;
  expect(await ask(url, role)).toEqual([{ rolcanlogin: false, rolsuper: false, rolbypassrls: false }]);
});

describe('the server', () => {
  it('an owner who may not make roles is told the command for the administrator', async () => {
    const url = await database();
    const superuser = await asSuperuser(url);
    const name = new URL(url).pathname.slice(1);
    await ask(
      superuser,
      `create role plain_${name} login password 'p'; grant create on schema public to plain_${name};
      create extension if not exists pg_trgm`,
    );
    const plain = url.replace(/\/\/[^@]*@/, `//plain_${name}:p@`);
    try {
      await expect(migrate(plain, { migrationsFolder: release(first) })).rejects.toMatchObject({
        code: 'DB-122',
        remedyEn: expect.stringContaining(`grant yangguang_app to "plain_${name}"`),
      });
      await ask(superuser, `create role app_${name}; grant yangguang_app to plain_${name}`);
      expect(await migrate(plain, { migrationsFolder: release(first) })).toMatchObject({ version: 1 });
    } finally {
      await ask(
        superuser,
        `drop owned by plain_${name} cascade; drop role plain_${name}; drop role if exists app_${name}`,
      );
    }
  });

  it('a database whose locale knows no Chinese is refused with the command that makes a better one', async () => {
    const url = await database();
    const superuser = await asSuperuser(url);
    const name = `plain_c_${new URL(url).pathname.slice(1)}`;
    await ask(
      superuser,
      `create database ${name} owner yangguang template template0 locale 'C' locale_provider libc`,
    );
    try {
      const plain = url.replace(/[^/]*$/, name);
      await expect(migrate(plain, { migrationsFolder: release(first) })).rejects.toMatchObject({
        code: 'DB-124',
        remedyEn: expect.stringContaining("locale 'C.UTF-8'"),
      });
    } finally {
      await ask(superuser, `drop database ${name} with (force)`);
    }
  });
});

it('the shipped migrations apply to an empty database, and use nothing newer than PostgreSQL 15', async () => {
  const url = await database();
  const all = readMigrations(sourceMigrations);
  expect((await migrate(url)).version).toBe(all.length);
  for (const { name, text } of all)
    expect(text, name).not.toMatch(
      /\b(uuidv7|any_value|json_table|merge_action|virtual|without overlaps|nulls distinct)\b/i,
    );
});
