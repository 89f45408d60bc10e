import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openClient } from '@yangguang/contract/client';
import type { Client, Send } from '@yangguang/contract/wire';
import type { Role } from '@yangguang/domain/people/role';
import type { Programme } from '@yangguang/domain/people/scope';
import { openReadLog } from '@yangguang/store/audit/read-log';
import { testVault } from '@yangguang/store/crypto/test-vault';
import type { Database } from '@yangguang/store/database';
import { sql } from '@yangguang/store/sql';
import { testDatabase } from '@yangguang/store/test-database';
import type { FastifyInstance } from 'fastify';
import { openFileStore } from './files/open-file-store.ts';
import { buildServer } from './http/build-server.ts';
import type { Office } from './http/call.ts';
import { openQueue } from './jobs/open-queue.ts';
import { openLog } from './log/open-log.ts';
import { handlers } from './operations/all.ts';
import { openPolicy } from './policy/open-policy.ts';
import { readSettings, type Settings } from './settings.ts';
import { resolveSession } from './sign-on/resolve-session.ts';
import { singleSignOnOf } from './sign-on/single-sign-on-of.ts';

/** Divisions that every test office has: two counties of one city, with towns and villages. Codes that nobody has. */
const testDivisions: readonly (readonly [code: string, name: string])[] = [
  ['33', '示范省'],
  ['3399', '示范市'],
  ['339901', '甲县'],
  ['339901001', '东乡'],
  ['339901001001', '一村'],
  ['339901001002', '二村'],
  ['339901002', '西乡'],
  ['339901002001', '三村'],
  ['339902', '乙县'],
  ['339902001', '南乡'],
  ['339902001001', '四村'],
];

/** What somebody is appointed to; all programmes when none is named. */
export interface TestAppointment {
  readonly role: Role;
  readonly area: string;
  readonly programmes?: readonly Programme[];
}

/** Somebody who can sign in, and is signed in as often as wanted. */
export interface TestAccount {
  readonly id: string;
  readonly userName: string;
  readonly fullName: string;
}

/** A browser of its own: cookies are kept between its requests. */
export interface TestVisitor {
  /** Typed calls; refusals are thrown as `Refused`. */
  readonly client: Client;
  /** `fetch` with this visitor's cookies, for what the typed client would never send. */
  readonly send: Send;
  readonly cookies: Map<string, string>;
}

/** A whole server on a database of its own, listening, with a clock that only the test moves. */
export interface TestOffice {
  readonly office: Office;
  readonly app: FastifyInstance;
  /** 'http://127.0.0.1:port' */
  readonly origin: string;
  /** Everything the log said. */
  readonly logLines: string[];
  readonly setClock: (instant: string) => void;
  /** Makes an account with these appointments from long ago on. @param name shown and, in pinyin or not, unique */
  account(name: string, ...appointments: TestAppointment[]): Promise<TestAccount>;
  /** A session without password and second factor: for tests of everything but signing in. */
  signIn(account: TestAccount): Promise<TestVisitor>;
  /** `account` and `signIn` in one. */
  visitor(
    name: string,
    ...appointments: TestAppointment[]
  ): Promise<TestVisitor & { readonly account: TestAccount }>;
  /** Nobody signed in. */
  stranger(): TestVisitor;
  close(): Promise<void>;
}

/**
 * Opens an office for one test file; close it in afterAll.
 * @param options `at` the first instant of the clock; `environment` settings as the environment would give them; `desk`
 *   folder of the built desk, for tests in a browser
 */
export async function testOffice(
  options: {
    readonly at?: string;
    readonly environment?: Readonly<Record<string, string>>;
    readonly desk?: string;
  } = {},
): Promise<TestOffice> {
  const database = await testDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'yangguang-office-'));
  const clock = { at: new Date(options.at ?? '2026-11-21T09:00:00+08:00') };
  const logLines: string[] = [];
  const log = openLog('debug', { write: (line: string) => void logLines.push(line) });
  const settings = readSettings({ DATA_DIR: folder, PORT: '0', ...generous, ...options.environment });
  const office = officeIn(folder, database.db, settings, () => new Date(clock.at));
  await putDivisions(office);
  const { desk } = options;
  const app = await buildServer(office, {
    ...{ handlers, resolveSession, log, strict: true },
    ...(desk === undefined ? {} : { desk }),
  });
  const origin = await app.listen({ host: '127.0.0.1', port: 0 });
  const account = (name: string, ...held: TestAppointment[]): Promise<TestAccount> =>
    makeAccount(office, name, held);
  const signIn = async (who: TestAccount): Promise<TestVisitor> =>
    visitorWith(origin, new Map([['yangguang', await makeSession(office, who.id)]]));
  return {
    office,
    app,
    origin,
    logLines,
    setClock: (instant) => {
      clock.at = new Date(instant);
    },
    account,
    signIn,
    visitor: async (name, ...held) => {
      const who = await account(name, ...held);
      return { ...(await signIn(who)), account: who };
    },
    stranger: () => visitorWith(origin, new Map()),
    close: async () => {
      await closeAtOnce(app);
      await office.readLog.close();
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function officeIn(folder: string, db: Database, settings: Settings, now: () => Date): Office {
  const newId = (): string => randomUUID();
  const vault = testVault();
  return {
    db,
    vault,
    policy: openPolicy([fileURLToPath(new URL('../../../policy', import.meta.url))]),
    files: openFileStore(join(folder, 'files'), vault, newId),
    jobs: openQueue(now, newId),
    readLog: openReadLog(db, vault),
    settings,
    ...singleSignOnOf(settings),
    version: '0.0.0-test',
    now,
    newId,
  };
}

async function putDivisions({ db }: Office): Promise<void> {
  await db.asOwner(async (tx) => {
    for (const [code, name] of testDivisions)
      await tx.run(sql`insert into division (code, name) values (${code}, ${name}) on conflict do nothing`);
  });
}

/** A client may have opened a connection that it never used: the server would wait a minute for its first word. */
async function closeAtOnce(app: FastifyInstance): Promise<void> {
  const closing = app.close();
  app.server.closeAllConnections();
  await closing;
}

/** A test asks faster than any person. */
const generous = {
  REQUESTS_PER_MINUTE: '100000',
  ADDRESS_REQUESTS_PER_MINUTE: '1000000',
  SIGN_INS_PER_MINUTE: '100000',
};

async function makeAccount(
  office: Office,
  fullName: string,
  held: readonly TestAppointment[],
): Promise<TestAccount> {
  const id = office.newId();
  const userName = `u${id.slice(0, 8)}`;
  const longAgo = new Date('2010-01-01T00:00:00+08:00');
  await office.db.asOwner(async (tx) => {
    await tx.run(sql`
      insert into account (id, user_name, full_name, must_change_password, totp_confirmed_at, created_at)
      values (${id}, ${userName}, ${fullName}, false, ${longAgo}, ${longAgo})`);
    for (const { role, area, programmes = null } of held)
      await tx.run(sql`
        insert into appointment (id, account_id, role, area, programmes, from_on, granted_at)
        values (${office.newId()}, ${id}, ${role}, ${area}, ${programmes}, '2010-01-01', ${longAgo})`);
  });
  return { id, userName, fullName };
}

/** @returns the token */
async function makeSession({ db, newId, now }: Office, accountId: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const hash = createHash('sha256').update(token).digest();
  // The clock of a test may jump by years without ending its sessions.
  const lastSeen = new Date('2098-01-01T00:00:00Z');
  const ends = new Date('2099-01-01T00:00:00Z');
  await db.asOwner((tx) =>
    tx.run(sql`
      insert into session (token_hash, id, account_id, created_at, last_seen_at, expires_at, is_complete, address)
      values (${hash}, ${newId()}, ${accountId}, ${now()}, ${lastSeen}, ${ends}, true, '127.0.0.1')`),
  );
  return token;
}

/** `fetch` with whatever our client sends: its types differ between Node and the browser. */
const reach = fetch as (url: string, init: object) => Promise<Response>;

function visitorWith(origin: string, cookies: Map<string, string>): TestVisitor {
  const send: Send = async (url, init) => {
    const jar = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = jar === '' ? init.headers : { cookie: jar, ...init.headers };
    const answer = await reach(url, { ...init, headers, redirect: 'manual' });
    for (const line of answer.headers.getSetCookie()) keepCookie(cookies, line);
    return answer;
  };
  return { client: openClient(origin, send), send, cookies };
}

function keepCookie(cookies: Map<string, string>, line: string): void {
  const [, name = '', value = ''] = /^([^=;]+)=([^;]*)/.exec(line) ?? [];
  if (value === '' || /max-age=0|expires=thu, 01 jan 1970/i.test(line)) cookies.delete(name);
  else cookies.set(name, decodeURIComponent(value));
}
