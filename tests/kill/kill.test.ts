import { execFileSync } from 'node:child_process';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { mulberry } from '../api/mulberry.ts';
import { ServerProgram } from './server-program.ts';
import { emptyLedger, type Ledger, write } from './writer.ts';

/** Other rounds and seeds: KILLS=1000 KILL_SEED=7 npx vitest run tests/kill */
const kills = Number(process.env['KILLS'] ?? 200);
const seed = Number(process.env['KILL_SEED'] ?? randomBytes(4).readUInt32BE());
const writers = 8;
const town = '339901001';
/** PostgreSQL is started again so often in a row and no oftener. */
const mostInARow = 8;

const random = mulberry(seed);
const ledger: Ledger = emptyLedger();
let server: ServerProgram;
let people: { accountId: string; token: string }[] = [];

beforeAll(async () => {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  execFileSync(process.execPath, ['scripts/build.mjs', '--if-stale'], { cwd: root });
  server = new ServerProgram(await freePort());
  server.start();
  await server.ready();
  people = await withDatabase(makePeople);
});
afterAll(() => server.remove());

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

async function withDatabase<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: server.databaseUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Caseworkers of one county, each with a session. */
async function makePeople(client: pg.Client): Promise<typeof people> {
  await client.query(
    `insert into division (code, name) values ('3399', '示范市'), ('339901', '甲县'), ($1, '东乡')`,
    [town],
  );
  const made = Array.from({ length: writers }, () => ({
    accountId: randomUUID(),
    token: randomBytes(32).toString('base64url'),
  }));
  for (const { accountId, token } of made) {
    await client.query(
      `insert into account (id, user_name, full_name, must_change_password, totp_confirmed_at, created_at)
        values ($1, $2, '经办员', false, now(), now())`,
      [accountId, `u${accountId.slice(0, 8)}`],
    );
    await client.query(
      `insert into appointment (id, account_id, role, area, from_on, granted_at)
        values ($1, $2, 'countyCaseworker', '339901', '2020-01-01', now())`,
      [randomUUID(), accountId],
    );
    await client.query(
      `insert into session (token_hash, id, account_id, created_at, last_seen_at, expires_at, is_complete)
        values ($1, $2, $3, now(), now() + interval '1 day', now() + interval '2 days', true)`,
      [createHash('sha256').update(token).digest(), randomUUID(), accountId],
    );
  }
  return made;
}

type Blow = 'database' | 'server' | 'both' | 'start';

/** Mostly one, sometimes both at once, sometimes the server while it starts after the blow before. */
function nextBlow(inARow: number): Blow {
  const dice = random();
  if (dice < 0.62 && inARow < mostInARow) return 'database';
  return dice < 0.82 ? 'server' : dice < 0.95 ? 'both' : 'start';
}

async function strike(blow: Blow): Promise<void> {
  if (blow === 'database') {
    server.killDatabase();
    return;
  }
  if (blow === 'both' && random() < 0.5) server.killDatabase();
  await server.killServer();
  if (blow === 'both') server.killDatabase();
  server.start();
  if (blow !== 'start') return;
  await sleep(random() * 1200);
  await server.killServer();
  server.start();
}

it(`${kills} times kill -9 of server and database under load (seed ${seed}): nothing acknowledged is lost, nothing doubled`, async () => {
  const stop = new AbortController();
  const load = people.map((person) =>
    write({ ...person, origin: server.origin, town, ledger, signal: stop.signal }),
  );
  const counts: Record<Blow, number> = { database: 0, server: 0, both: 0, start: 0 };
  let done = 0;
  for (let inARow = 0; done < kills; ) {
    const blow = nextBlow(inARow);
    inARow = blow === 'database' ? inARow + 1 : 0;
    await sleep(20 + random() * 200);
    await strike(blow);
    counts[blow] += 1;
    done += blow === 'start' ? 2 : 1;
    await answered();
  }
  // Told to stop in the middle of the load: what is under way is answered, nothing hangs.
  expect(await server.stop(), server.said).toBe(0);
  server.start();
  await server.ready();
  stop.abort();
  await Promise.all(load);
  process.stderr.write(
    `seed ${seed}: ${JSON.stringify(counts)}, ${ledger.sent.size} steps sent, ${ledger.acknowledged.size} acknowledged, ${ledger.repeated} sent again\n`,
  );
  expect(ledger.odd).toEqual([]);
  expect(ledger.contradictions).toEqual([]);
  expect(ledger.acknowledged.size).toBeGreaterThan(kills);
  await withDatabase(compare);
  const verified = await server.run('verify');
  expect(verified.code, verified.out).toBe(0);
}, 1_800_000);

/** Until the server works again, with some more of the load done. */
async function answered(): Promise<void> {
  await server.ready();
  const before = ledger.acknowledged.size;
  for (let tries = 0; ledger.acknowledged.size === before; tries++) {
    expect(ledger.odd).toEqual([]);
    expect(tries, `nothing is acknowledged any more\n${server.said}`).toBeLessThan(3000);
    await sleep(10);
  }
}

interface Row {
  readonly id: string;
  readonly matter_id: string;
  readonly step_no: number;
  readonly to_state: string;
}

/** Holds the journal against what the writers were told and what they sent. */
async function compare(client: pg.Client): Promise<void> {
  const { rows } = await client.query<Row>('select id, matter_id, step_no, to_state from step order by seq');
  const journal = new Map(rows.map((row) => [row.id, row]));
  expect(journal.size).toBe(rows.length);
  const lost = [...ledger.acknowledged.values()].filter((told) => {
    const row = journal.get(told.stepId);
    return (
      row === undefined ||
      row.matter_id !== told.matterId ||
      row.step_no !== told.version ||
      row.to_state !== told.state
    );
  });
  expect(lost).toEqual([]);
  expect(rows.filter((row) => !ledger.sent.has(row.id))).toEqual([]);
  // Once opened, once assigned, once put right: a step sent again under its id was not taken again.
  const { rows: twice } = await client.query(
    `select matter_id, action from step where action <> 'matter.note' group by 1, 2 having count(*) > 1`,
  );
  expect(twice).toEqual([]);
  const { rows: wrong } = await client.query(
    `select m.id from matter m where version <> (select max(step_no) from step s where s.matter_id = m.id)
      or version + 1 <> (select count(*) from step s where s.matter_id = m.id)`,
  );
  expect(wrong).toEqual([]);
}
