import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everywhere } from './database.ts';
import { openDatabase } from './open-database.ts';
import { sql } from './sql.ts';
import { asSuperuser, type TestDatabase, testDatabase } from './test-database.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
  await test.db.asOwner((tx) => tx.run(sql`create table note (id integer primary key, text text)`));
});
afterAll(() => test.close());

/** Ends every other connection to the database, as a restart of the server would. */
async function cutConnections(): Promise<void> {
  const client = new pg.Client({ connectionString: await asSuperuser(test.url) });
  await client.connect();
  await client.query(`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`);
  await client.end();
}

describe('values', () => {
  it('come as what they are: whole numbers, dates, instants, exact decimals', async () => {
    const row = await test.db.within(everywhere, (tx) =>
      tx.get(sql`select 9007199254740993::bigint n, date '2026-11-21' d, timestamptz '2026-11-21 08:00+08' t,
        1.10::numeric m, array[1, 9007199254740993]::bigint[] ns, array[date '2026-11-21', null] ds, 5 i, true b,
        '{"a": 1}'::jsonb j, '\\x01'::bytea y, null::bigint x`),
    );
    expect(row).toEqual({
      n: 9007199254740993n,
      d: '2026-11-21',
      t: new Date('2026-11-21T00:00:00Z'),
      m: '1.10',
      ns: [1n, 9007199254740993n],
      ds: ['2026-11-21', null],
      i: 5,
      b: true,
      j: { a: 1 },
      y: Buffer.from([1]),
      x: null,
    });
  });

  it('go in the same way', async () => {
    const row = await test.db.within(everywhere, (tx) =>
      tx.get(sql`select ${9007199254740993n}::bigint n, ${new Date('2026-11-21T00:00:00Z')}::timestamptz t,
        ${Buffer.from('x')}::bytea y, ${['a', 'b,"c']}::text[] a, ${'2026-11-21'}::date d`),
    );
    expect(row).toEqual({
      n: 9007199254740993n,
      t: new Date('2026-11-21T00:00:00Z'),
      y: Buffer.from('x'),
      a: ['a', 'b,"c'],
      d: '2026-11-21',
    });
  });

  it('today is today in China', async () => {
    const row = await test.db.within(everywhere, (tx) =>
      tx.get(sql`select current_setting('timezone') zone`),
    );
    expect(row).toEqual({ zone: 'Asia/Shanghai' });
  });
});

describe('a transaction', () => {
  const ids = () => test.db.asOwner((tx) => tx.rows(sql`select id from note order by id`));

  it('is stored whole or not at all', async () => {
    await test.db.asOwner((tx) => tx.run(sql`insert into note values (1, 'a')`));
    const failed = test.db.asOwner(async (tx) => {
      await tx.run(sql`insert into note values (2, 'b')`);
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    expect(await ids()).toEqual([{ id: 1 }]);
  });

  it('never passes for stored when a statement in it had failed', async () => {
    const swallowed = test.db.asOwner(async (tx) => {
      await tx.run(sql`insert into note values (3, 'c')`);
      await tx.run(sql`insert into note values (1, 'double')`).catch(() => {});
      return 'done';
    });
    await expect(swallowed).rejects.toThrow(/rolled back/);
    expect(await ids()).toEqual([{ id: 1 }]);
  });

  it('runs no statement after its end', async () => {
    let late: Promise<unknown> = Promise.resolve();
    await test.db.asOwner(async (tx) => {
      late = sleep(20).then(() => tx.run(sql`insert into note values (4, 'd')`));
      await tx.rows(sql`select 1`);
    });
    await expect(late).rejects.toThrow(/over/);
    expect(await ids()).toEqual([{ id: 1 }]);
  });

  it('keeps statements asked for at once in order', async () => {
    const seen = await test.db.asOwner((tx) =>
      Promise.all(
        [1, 2, 3].map((n) => tx.get<{ n: number }>(sql`select ${n}::int n from pg_sleep(${0.03 / n})`)),
      ),
    );
    expect(seen).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
  });

  it('says so when rows are more or fewer than expected', async () => {
    const two = sql`select 1 from generate_series(1, 2)`;
    await expect(test.db.asOwner((tx) => tx.find(two))).rejects.toThrow(/2 came/);
    await expect(test.db.asOwner((tx) => tx.get(sql`select 1 where false`))).rejects.toThrow(/none came/);
    expect(await test.db.asOwner((tx) => tx.find(sql`select 1 where false`))).toBeNull();
  });

  it('is cut off when a statement takes too long', async () => {
    const db = openDatabase({ url: test.url, statementTimeoutMs: 50 });
    await expect(db.within(everywhere, (tx) => tx.rows(sql`select pg_sleep(5)`))).rejects.toMatchObject({
      code: '57014',
    });
    await db.close();
  });

  it('of a request cannot become the owner by what it selects, and leaves no role behind', async () => {
    const within = await test.db.within(everywhere, (tx) => tx.get(sql`select current_user who`));
    expect(within).toEqual({ who: 'yangguang_app' });
    const owner = await test.db.asOwner((tx) => tx.get(sql`select current_user who`));
    expect(owner).toEqual({ who: 'yangguang' });
  });
});

describe('trouble', () => {
  it('a lost connection is told as such, and the next transaction works', async () => {
    const lost = test.db.asOwner(async (tx) => {
      await tx.run(sql`insert into note values (9, 'lost')`);
      await cutConnections();
      return tx.rows(sql`select 1`);
    });
    await expect(lost).rejects.toMatchObject({ code: 'DB-110' });
    expect(await test.db.asOwner((tx) => tx.rows(sql`select id from note where id = 9`))).toEqual([]);
  });

  it('idle connections that are cut do not end the process', async () => {
    const words: string[] = [];
    const db = openDatabase({ url: test.url, log: (line) => words.push(line) });
    await db.asOwner((tx) => tx.rows(sql`select 1`));
    await cutConnections();
    await sleep(50);
    expect(words.join()).toMatch(/connection/i);
    expect(await db.asOwner((tx) => tx.get(sql`select 1 one`))).toEqual({ one: 1 });
    await db.close();
  });

  it('no server: a refusal in words, without the password', async () => {
    const db = openDatabase({ url: 'postgresql://yangguang:geheim@127.0.0.1:1/none' });
    const failed = db.asOwner((tx) => tx.rows(sql`select 1`));
    await expect(failed).rejects.toMatchObject({ code: 'DB-110' });
    await expect(failed).rejects.not.toThrow(/geheim/);
    await db.close();
  });
});

describe('notices', () => {
  it('arrive, also after the connection was lost, and tell that some may have been missed', async () => {
    const db = openDatabase({ url: test.url });
    const got: string[] = [];
    const until = async (word: string) => {
      for (let waits = 0; waits < 200 && !got.includes(word); waits++) await sleep(20);
      expect(got).toContain(word);
    };
    await db.listen('work', (payload) => got.push(payload));
    await test.db.asOwner((tx) => tx.run(sql`select pg_notify('work', 'one')`));
    await until('one');
    await cutConnections();
    await until('');
    await test.db.asOwner((tx) => tx.run(sql`select pg_notify('work', 'two')`));
    await until('two');
    await db.close();
    const before = got.length;
    await test.db.asOwner((tx) => tx.run(sql`select pg_notify('work', 'three')`));
    await sleep(50);
    expect(got).toHaveLength(before);
  });

  it('are those that were committed', async () => {
    const db = openDatabase({ url: test.url });
    const got: string[] = [];
    await db.listen('work', (payload) => got.push(payload));
    await test.db
      .asOwner(async (tx) => {
        await tx.run(sql`select pg_notify('work', 'undone')`);
        throw new Error('no');
      })
      .catch(() => {});
    await sleep(50);
    expect(got).toEqual([]);
    await db.close();
  });
});
