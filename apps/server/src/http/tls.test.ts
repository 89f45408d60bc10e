import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, type TLSSocket } from 'node:tls';
import { sql } from '@yangguang/store/sql';
import type { FastifyInstance } from 'fastify';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { openLog } from '../log/open-log.ts';
import { handlers } from '../operations/all.ts';
import { readSettings } from '../settings.ts';
import { resolveSession } from '../sign-on/resolve-session.ts';
import { testOffice, type TestOffice } from '../test-office.ts';
import { buildServer } from './build-server.ts';
import { openLobby } from './lobby.ts';
import { readTls } from './read-tls.ts';
import { testCertificate } from './test-certificate.ts';

const folder = mkdtempSync(join(tmpdir(), 'yangguang-tls-'));
const made = testCertificate();
const place = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const files = { TLS_CERT: place('cert.pem', made.cert), TLS_KEY: place('key.pem', made.key) };
const log = openLog('silent', { write: () => {} });
let one: TestOffice;
let app: FastifyInstance | null = null;

beforeAll(async () => {
  one = await testOffice();
});
afterEach(async () => {
  await app?.close();
  app = null;
});
afterAll(async () => {
  await one.close();
  rmSync(folder, { recursive: true });
});

/** A server of the same office under other settings. */
async function serverWith(environment: Record<string, string>): Promise<string> {
  const settings = readSettings({ DATA_DIR: folder, ...environment });
  app = await buildServer(
    { ...one.office, settings },
    { handlers, resolveSession, log, tls: readTls(settings) },
  );
  return app.listen({ host: '127.0.0.1', port: 0 });
}

interface Answer {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly protocol: string | null;
}

function ask(url: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    get(url, { ca: made.cert }, (answer) => {
      const { statusCode: status, headers } = answer;
      const protocol = (answer.socket as TLSSocket).getProtocol();
      answer.resume().on('end', () => resolve({ status, headers, protocol }));
    }).on('error', reject);
  });
}

it('speaks TLS 1.3 with the certificate of the settings, and tells browsers to come back that way only', async () => {
  const origin = await serverWith(files);
  expect(origin).toMatch(/^https:/);
  const { status, headers, protocol } = await ask(`${origin}/health`);
  expect({ status, protocol }).toEqual({ status: 200, protocol: 'TLSv1.3' });
  expect(headers['strict-transport-security']).toMatch(/max-age=31536000/);
});

it('does not speak TLS 1.1, nor plain HTTP on the same port', async () => {
  const origin = await serverWith(files);
  const { port } = new URL(origin);
  const old = new Promise((resolve, reject) => {
    const options = { port: Number(port), host: '127.0.0.1', ca: made.cert };
    connect({ ...options, minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' }, () =>
      resolve('connected'),
    ).on('error', reject);
  });
  await expect(old).rejects.toThrow(/alert|version|protocol|reset/i);
  await expect(fetch(`http://127.0.0.1:${port}/health`)).rejects.toThrow('fetch failed');
});

it('refuses at the start what is missing, no certificate, no key, or not a pair, and names the file only', () => {
  const other = testCertificate();
  const wrong: readonly [cert: string, key: string, words: RegExp][] = [
    [join(folder, 'nowhere.pem'), files.TLS_KEY, /SET-102.*nowhere/],
    [place('text.pem', 'no certificate'), files.TLS_KEY, /SET-102.*text\.pem/],
    [files.TLS_CERT, place('empty.pem', ''), /SET-102.*empty\.pem/],
    [files.TLS_CERT, place('other.pem', other.key), /SET-102.*other\.pem/],
  ];
  for (const [TLS_CERT, TLS_KEY, words] of wrong) expect(() => readTls({ TLS_CERT, TLS_KEY })).toThrow(words);
  expect(readTls(readSettings({}))).toBeNull();
  expect(readTls({ ...files })).toMatchObject({ validTo: '2049-01-01' });
});

it('believes a proxy it was told to trust about the address, and nobody else', async () => {
  const addresses = async (environment: Record<string, string>): Promise<unknown[]> => {
    const origin = await serverWith(environment);
    const before = await newest();
    await fetch(`${origin}/api/session/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': '203.0.113.7, 10.9.9.9', origin },
      body: JSON.stringify({ userName: 'nobody', password: 'x' }),
    });
    await app?.close();
    app = null;
    return (await noted(before)).map((row) => row.address);
  };
  expect(await addresses({})).toEqual(['127.0.0.1']);
  expect(await addresses({ TRUSTED_PROXIES: '10.0.0.0/8' })).toEqual(['127.0.0.1']);
  expect(await addresses({ TRUSTED_PROXIES: '127.0.0.1' })).toEqual(['10.9.9.9']);
  expect(await addresses({ TRUSTED_PROXIES: '127.0.0.1, 10.0.0.0/8' })).toEqual(['203.0.113.7']);
  for (const bad of ['proxy.example', '10.0.0.0/33', '::1/129', '1.2.3.4/8/8'])
    expect(() => readSettings({ TRUSTED_PROXIES: bad })).toThrow(/SET-101.*TRUSTED_PROXIES/);
});

async function newest(): Promise<bigint> {
  const { seq } = await one.office.db.asOwner((tx) =>
    tx.get<{ seq: bigint }>(sql`select coalesce(max(seq), 0) as seq from read_log`),
  );
  return seq;
}

function noted(after: bigint): Promise<{ address: string }[]> {
  return one.office.db.asOwner((tx) =>
    tx.rows(sql`select address from read_log where seq > ${after} order by seq`),
  );
}

it('answers while it starts: alive, not ready, come back; a port that is taken is said at once', async () => {
  for (const tls of [null, readTls(files)]) {
    const lobby = await openLobby('127.0.0.1', 0, 0, tls);
    const origin = `${tls === null ? 'http' : 'https'}://127.0.0.1:${lobby.port}`;
    const status = async (path: string): Promise<number | undefined> =>
      tls === null ? (await fetch(origin + path)).status : (await ask(origin + path)).status;
    expect(await status('/health')).toBe(200);
    expect(await status('/ready')).toBe(503);
    expect(await status('/api/matter/list')).toBe(503);
    await expect(openLobby('127.0.0.1', lobby.port, lobby.port, null)).rejects.toMatchObject({
      code: 'SRV-201',
    });
    const next = await openLobby('127.0.0.1', lobby.port, lobby.port + 20, null);
    expect(next.port).toBeGreaterThan(lobby.port);
    await next.close();
    await lobby.close();
    await expect(status('/health')).rejects.toThrow(/fetch failed|ECONN/);
  }
});

it('is alive and not ready from the moment it is to stop', async () => {
  const stopping = new AbortController();
  app = await buildServer({ ...one.office, stopping: stopping.signal }, { handlers, resolveSession, log });
  const status = async (url: string): Promise<number | undefined> => (await app?.inject(url))?.statusCode;
  expect(await status('/ready')).toBe(200);
  stopping.abort();
  expect(await status('/ready')).toBe(503);
  expect(await status('/health')).toBe(200);
});
