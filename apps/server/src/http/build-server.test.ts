import { connect } from 'node:net';
import { once } from 'node:events';
import { requestFor, type Refused } from '@yangguang/contract/wire';
import { session } from '@yangguang/contract/session';
import { sql } from '@yangguang/store/sql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestOffice, type TestVisitor, testOffice } from '../test-office.ts';

let t: TestOffice;
let clerk: TestVisitor;
beforeAll(async () => {
  t = await testOffice({ environment: { BODY_LIMIT_KB: '16', BODY_SECONDS: '1' } });
  clerk = await t.visitor('张经办', { role: 'townCaseworker', area: '339901001' });
});
afterAll(() => t.close());

const post = (path: string, init: { body?: string; headers?: Record<string, string> } = {}, who = clerk) =>
  who.send(`${t.origin}/api${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-yangguang': '1', ...init.headers },
    body: init.body ?? '{}',
  });

async function codeOf(answer: { text(): Promise<string> }): Promise<string> {
  return (JSON.parse(await answer.text()) as { code: string }).code;
}

async function entries(operation: string): Promise<object[]> {
  return t.office.db.asOwner((tx) =>
    tx.rows(
      sql`select kind, outcome, code, account_id from read_log where operation = ${operation} order by seq`,
    ),
  );
}

describe('the gate', () => {
  it('answers health without a session, and versions only to those who may', async () => {
    expect(await t.stranger().client.system.health()).toEqual({ ok: true });
    expect(await t.stranger().client.system.ready()).toEqual({ ok: true });
    await expect(t.stranger().client.system.version()).rejects.toMatchObject({
      status: 401,
      code: 'API-102',
    });
    await expect(clerk.client.system.version()).rejects.toMatchObject({ status: 403, code: 'API-103' });
    const admin = await t.visitor('李管理', { role: 'systemAdmin', area: '' });
    expect((await admin.client.system.version()).program).toBe('0.0.0-test');
  });

  it('lets no forged, foreign or ended session in', async () => {
    const tokens = [
      'x'.repeat(43),
      '',
      '../../etc/passwd',
      "' or 1=1 --",
      'a'.repeat(5000),
      '%00%0d%0aset-cookie:a=b',
    ];
    for (const token of tokens) {
      const forger = t.stranger();
      forger.cookies.set('yangguang', token);
      await expect(forger.client.session.whoAmI(), token).rejects.toMatchObject({ status: 401 });
    }
    const gone = await t.visitor('王离任', { role: 'townCaseworker', area: '339901001' });
    const token = gone.cookies.get('yangguang') ?? '';
    await gone.client.session.signOut();
    gone.cookies.set('yangguang', token);
    await expect(gone.client.session.whoAmI()).rejects.toMatchObject({ status: 401, code: 'API-102' });
  });

  it('puts refusals into the read log before the answer leaves, with who and which code', async () => {
    const before = (await entries('system.version')).length;
    await expect(clerk.client.system.version()).rejects.toThrow('API-103');
    const after = await entries('system.version');
    expect(after).toHaveLength(before + 1);
    expect(after.at(-1)).toMatchObject({ kind: 'refusal', outcome: 'refused', code: 'API-103' });
    await expect(
      t.stranger().client.session.signIn({ userName: 'nobody', password: 'wrong' }),
    ).rejects.toMatchObject({ status: 401 });
    expect((await entries('session.signIn')).at(-1)).toMatchObject({ kind: 'signIn', outcome: 'refused' });
  });
});

describe('requests from other sites', () => {
  it('are refused without our mark, with another origin, or from another site', async () => {
    const bad: Record<string, string>[] = [
      { 'x-yangguang': '' },
      { 'x-yangguang': '1', origin: 'https://evil.example' },
      { 'x-yangguang': '1', origin: 'null' },
      { 'x-yangguang': '1', 'sec-fetch-site': 'cross-site' },
      { 'x-yangguang': '1', 'sec-fetch-site': 'same-site' },
    ];
    for (const headers of bad) {
      const answer = await post('/session/end', { headers });
      expect([answer.status, await codeOf(answer)], JSON.stringify(headers)).toEqual([403, 'API-110']);
    }
    expect((await post('/session/end', { headers: { origin: t.origin } })).status).toBe(200);
  });
});

describe('what comes in', () => {
  it('is refused with fields that were not asked for, also inside', async () => {
    const account = { userName: 'x', password: 'y' };
    for (const extra of [
      { role: 'securityAdmin' },
      { isComplete: true },
      { accountId: clerk.cookies.size },
    ]) {
      const answer = await post('/session/sign-in', { body: JSON.stringify({ ...account, ...extra }) });
      expect([answer.status, await codeOf(answer)]).toEqual([400, 'API-101']);
    }
    const answer = await clerk.send(`${t.origin}/api/session?accountId=1`, { method: 'GET', headers: {} });
    expect(answer.status).toBe(400);
  });

  it('is refused when it is no JSON, reaches for a prototype, or is of another type', async () => {
    const bodies = [
      '{',
      '[]',
      '"x"',
      'null',
      '',
      '{"__proto__":{"a":1}}',
      '{"constructor":{"prototype":{"a":1}}}',
    ];
    for (const body of bodies) expect((await post('/session/end', { body })).status, body).toBe(400);
    const typed = await post('/session/end', { headers: { 'content-type': 'text/plain' } });
    expect([typed.status, await codeOf(typed)]).toEqual([415, 'API-109']);
    const form = await post('/session/end', {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(form.status).toBe(415);
  });

  it('is refused when it is too long, with or without a stated length', async () => {
    const long = JSON.stringify({ id: 'x'.repeat(20_000) });
    const answer = await post('/session/end', { body: long });
    expect([answer.status, await codeOf(answer)]).toEqual([413, 'API-107']);
    const chunks = new ReadableStream<Uint8Array>({
      start(controller) {
        for (let i = 0; i < 40; i++) controller.enqueue(new TextEncoder().encode(' '.repeat(1000)));
        controller.close();
      },
    });
    const [url, init] = requestFor(t.origin, session.endOwn, {});
    const streamed = await clerk.send(url, { ...init, body: chunks, duplex: 'half' }).catch(() => null);
    expect(streamed === null || streamed.status === 413).toBe(true);
  });

  it('is cut when it comes too slowly', async () => {
    const { port, hostname } = new URL(t.origin);
    const socket = connect(Number(port), hostname);
    const said: string[] = [];
    socket.on('data', (bytes) => said.push(bytes.toString()));
    socket.on('error', () => {});
    const cookie = [...clerk.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    socket.write(
      `POST /api/session/end HTTP/1.1\r\nhost: ${hostname}:${port}\r\ncookie: ${cookie}\r\nx-yangguang: 1\r\n` +
        'content-type: application/json\r\ncontent-length: 1000\r\n\r\n{',
    );
    const drip = setInterval(() => socket.writable && socket.write(' '), 100);
    await once(socket, 'close');
    clearInterval(drip);
    expect(said.join('')).toMatch(/^HTTP\/1\.1 408 .*API-108/s);
  });

  it('is answered in our words when it is no HTTP', async () => {
    const { port, hostname } = new URL(t.origin);
    const socket = connect(Number(port), hostname);
    const said: string[] = [];
    socket.on('data', (bytes) => said.push(bytes.toString()));
    socket.write('NOT HTTP AT ALL\r\n\r\n');
    await once(socket, 'close');
    expect(said.join('')).toMatch(/^HTTP\/1\.1 400 .*API-101/s);
  });
});

describe('places that do not exist', () => {
  it('look alike, whatever climbs or is encoded in them', async () => {
    const paths = [
      '/api/nothing',
      '/api/../../etc/passwd',
      '/api/%2e%2e/%2e%2e/etc/passwd',
      '/api/session/%',
      '/%00',
      '//x',
      '/nothing',
    ];
    for (const path of paths) {
      const answer = await clerk.send(`${t.origin}${path}`, { method: 'GET', headers: {} });
      expect([answer.status, await codeOf(answer)], path).toEqual([404, 'API-104']);
    }
  });
});

describe('what goes out', () => {
  it('carries the headers that keep a browser from running, framing, guessing or keeping it', async () => {
    const page = await clerk.send(`${t.origin}/`, { method: 'GET', headers: {} });
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|\*/);
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    expect(page.headers.get('x-frame-options')).toBe('DENY');
    const api = await clerk.send(`${t.origin}/api/session`, { method: 'GET', headers: {} });
    expect(api.headers.get('cache-control')).toBe('no-store');
    expect(api.headers.get('server')).toBeNull();
  });

  it('never says more about a fault of ours than a reference', async () => {
    const broken = await testOffice();
    const admin = await broken.visitor('赵管理', { role: 'systemAdmin', area: '' });
    Object.defineProperty(broken.office.policy, 'version', {
      get() {
        throw new Error('secret words in a message');
      },
    });
    const refused = (await admin.client.system.version().catch((e: unknown) => e)) as Refused;
    expect([refused.status, refused.code]).toEqual([500, 'API-500']);
    expect(JSON.stringify(refused.answer)).not.toContain('secret');
    const log = broken.logLines.join('');
    expect(log).toContain(refused.answer.reference);
    expect(log).toContain('version.ts');
    expect(log).not.toContain('secret');
    await broken.close();
  });

  it('has one log line a request, without query, body, cookie or address', async () => {
    await clerk.send(`${t.origin}/api/session?state=findable`, {
      method: 'GET',
      headers: { 'user-agent': 'findable' },
    });
    await post('/session/sign-in', { body: '{"userName":"findable","password":"findable"}' });
    const log = t.logLines.join('');
    expect(log).toContain('session.signIn');
    for (const word of ['findable', '127.0.0.1"', clerk.cookies.get('yangguang') ?? '?'])
      expect(log).not.toContain(word);
  });
});

describe('limits', () => {
  it('slow down one session, and one address that tries passwords', async () => {
    const small = await testOffice({ environment: { REQUESTS_PER_MINUTE: '10', SIGN_INS_PER_MINUTE: '10' } });
    const busy = await small.visitor('钱忙', { role: 'townCaseworker', area: '339901001' });
    const calm = await small.visitor('孙静', { role: 'townCaseworker', area: '339901001' });
    for (let i = 0; i < 10; i++) await busy.client.session.whoAmI();
    await expect(busy.client.session.whoAmI()).rejects.toMatchObject({ status: 429, code: 'API-106' });
    await calm.client.session.whoAmI();
    const guess = () => small.stranger().client.session.signIn({ userName: 'nobody', password: 'x' });
    for (let i = 0; i < 10; i++) await expect(guess()).rejects.toMatchObject({ status: 401 });
    await expect(guess()).rejects.toMatchObject({ status: 429 });
    await small.close();
  });
});
