import { createCipheriv, createHash, createHmac } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type SuiteName, suites } from './cipher-suite.ts';
import { describeAlgorithms } from './describe-algorithms.ts';
import { makeKeyVersion, putKeysBack, takeKeysOut } from './key-file.ts';
import { makeVault, openVault, rotateKeys } from './open-vault.ts';
import { testVault } from './test-vault.ts';

const now = new Date('2026-11-21T00:00:00Z');
const refusal = /changed|not sealed here|gone/;
const folder = mkdtempSync(join(tmpdir(), 'vault-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('known answers', () => {
  const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex');
  const key = hex('0123456789abcdeffedcba9876543210');

  it('SM3 of GB/T 32905-2016, examples 1 and 2', () => {
    const { digest } = testVault();
    expect(digest('abc').toString('hex')).toBe(
      '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
    );
    expect(digest('abcd'.repeat(16)).toString('hex')).toBe(
      'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732',
    );
  });

  it('SM4 of GB/T 32907-2016, example 1', () => {
    const cipher = createCipheriv('sm4-ecb', key, null).setAutoPadding(false);
    expect(cipher.update(key).toString('hex')).toBe('681edf34d206965e86b3e94f536e4246');
  });

  it('SM4-CBC, example of draft-ribose-cfrg-sm4', () => {
    const cipher = createCipheriv('sm4-cbc', key, hex('000102030405060708090a0b0c0d0e0f')).setAutoPadding(
      false,
    );
    const plain = hex('aaaaaaaabbbbbbbbccccccccddddddddeeeeeeeeffffffffaaaaaaaabbbbbbbb');
    expect(cipher.update(plain).toString('hex')).toBe(
      '78ebb11cc40b0a48312aaeb2040244cb4cb7016951909226979b0d15dc6a8f6d',
    );
  });

  it('HMAC-SM3 is what the standard composes of SM3', () => {
    const padded = Buffer.alloc(64);
    key.copy(padded);
    const xor = (byte: number) => Buffer.from(padded.map((one) => one ^ byte));
    const inner = createHash('sm3').update(xor(0x36)).update('message').digest();
    const outer = createHash('sm3').update(xor(0x5c)).update(inner).digest('hex');
    expect(createHmac('sm3', key).update('message').digest('hex')).toBe(outer);
  });
});

describe.each<SuiteName>(['sm', 'nist'])('suite %s', (suite) => {
  const vault = makeVault([makeKeyVersion(1, suite, now)]);
  const value = { name: '王小明', account: '6222', list: [1, null], text: 'x'.repeat(1000) };

  it('opens what it sealed, and seals the same value differently each time', () => {
    const sealed = vault.seal(value, 'household/private/1');
    expect(vault.open(sealed, 'household/private/1')).toEqual(value);
    expect(sealed.equals(vault.seal(value, 'household/private/1'))).toBe(false);
    expect(sealed.includes('王小明')).toBe(false);
  });

  it('does not open in another place', () => {
    const sealed = vault.seal(value, 'household/private/1');
    expect(() => vault.open(sealed, 'household/private/2')).toThrow(/changed/);
    expect(() => vault.open(sealed, '')).toThrow(/changed/);
  });

  it('notices every changed, missing and added byte', () => {
    const sealed = vault.seal('secret', 'c');
    for (let at = 0; at < sealed.length; at++) {
      const forged = Buffer.from(sealed);
      forged[at] = (forged[at] ?? 0) ^ 1;
      expect(() => vault.open(forged, 'c'), `byte ${at}`).toThrow(refusal);
      expect(() => vault.open(sealed.subarray(0, at), 'c'), `cut at ${at}`).toThrow(refusal);
    }
    expect(() => vault.open(Buffer.concat([sealed, Buffer.alloc(1)]), 'c')).toThrow(refusal);
    expect(() => vault.open(Buffer.concat([sealed, Buffer.alloc(16)]), 'c')).toThrow(refusal);
  });

  it('a border between head, context and body cannot be moved', () => {
    const { keys } = makeKeyVersion(1, suite, now);
    const body = suites[suite].seal(keys, Buffer.from('v'), Buffer.from('context'));
    expect(() => suites[suite].open(keys, body, Buffer.from('contex'))).toThrow(refusal);
    expect(() =>
      suites[suite].open(keys, Buffer.concat([Buffer.from('t'), body]), Buffer.from('contex')),
    ).toThrow(refusal);
  });

  it('makes blind hashes that differ by kind, number and key', () => {
    const [id] = vault.blind('id', '123');
    expect(id?.hash).toHaveLength(32);
    expect(vault.blind('id', '123')[0]?.hash).toEqual(id?.hash);
    expect(vault.blind('phone', '123')[0]?.hash).not.toEqual(id?.hash);
    expect(vault.blind('id', '124')[0]?.hash).not.toEqual(id?.hash);
    expect(makeVault([makeKeyVersion(1, suite, now)]).blind('id', '123')[0]?.hash).not.toEqual(id?.hash);
  });
});

it('does not seal nothing', () => {
  expect(() => testVault().seal(undefined, 'c')).toThrow(/nothing/);
});

it('digests of several parts do not depend on how they are joined', () => {
  const { digest } = testVault();
  expect(digest('ab', 'c')).not.toEqual(digest('a', 'bc'));
  expect(digest('abc')).not.toEqual(digest('', 'abc'));
});

describe('key file', () => {
  it('is made at first start with mode 0600, and found again', () => {
    const keyFile = join(folder, 'first', 'keys.json');
    const sealed = openVault({ keyFile, mayMake: true, now }).seal('v', 'c');
    expect(statSync(keyFile).mode & 0o777).toBe(0o600);
    expect(openVault({ keyFile, mayMake: true, now }).open(sealed, 'c')).toBe('v');
  });

  it('is not made where the database has sealed values already', () => {
    const keyFile = join(folder, 'lost.json');
    expect(() => openVault({ keyFile, mayMake: false, now })).toThrow(/KEY-102/);
    expect(existsSync(keyFile)).toBe(false);
  });

  it('is refused when others may read it', () => {
    const keyFile = join(folder, 'open.json');
    openVault({ keyFile, mayMake: true, now });
    chmodSync(keyFile, 0o640);
    expect(() => openVault({ keyFile, mayMake: true, now })).toThrow(/KEY-101/);
  });

  it.each(['', '{}', '{"format":2,"versions":[]}', '{"format":1,"versions":[]}'])(
    'is refused when damaged: %s',
    (text) => {
      const keyFile = join(folder, 'broken.json');
      writeFileSync(keyFile, text, { mode: 0o600 });
      expect(() => openVault({ keyFile, mayMake: true, now })).toThrow(/KEY-103/);
    },
  );

  it('is refused when a key was cut short', () => {
    const keyFile = join(folder, 'short.json');
    openVault({ keyFile, mayMake: true, now });
    const text = readFileSync(keyFile, 'utf8').replace(/"encryption": "..../, '"encryption": "');
    writeFileSync(keyFile, text);
    expect(() => openVault({ keyFile, mayMake: true, now })).toThrow(/KEY-103/);
  });
});

describe('rotation', () => {
  it('opens old values, seals with the new key, moves values over, from one suite to the other too', () => {
    const keyFile = join(folder, 'rotated.json');
    const before = openVault({ keyFile, mayMake: true, now, suite: 'nist' });
    const old = before.seal('v', 'c');
    const after = rotateKeys(keyFile, 'sm', now);
    expect(after.keyVersion).toBe(2);
    expect(after.open(old, 'c')).toBe('v');
    expect(after.needsRotation(old)).toBe(true);
    const moved = after.rewrap(old, 'c');
    expect(after.needsRotation(moved)).toBe(false);
    expect(after.open(moved, 'c')).toBe('v');
    expect(() => after.rewrap(old, 'other')).toThrow(refusal);
    expect(() => makeVault([makeKeyVersion(1, 'nist', now)]).open(moved, 'c')).toThrow(/gone/);
  });

  it('a vault that was open before seals and opens with the new key from then on', () => {
    const keyFile = join(folder, 'living.json');
    const running = openVault({ keyFile, mayMake: true, now });
    const after = rotateKeys(keyFile, 'sm', now);
    expect(running.open(after.seal('v', 'c'), 'c')).toBe('v');
    expect(running.versionOf(running.seal('w', 'c'))).toBe(2);
    expect(running.blind('id', '1').map((one) => one.keyVersion)).toEqual([2, 1]);
    rmSync(keyFile);
    expect(running.open(after.seal('x', 'c'), 'c')).toBe('x');
  });

  it('keys taken out open nothing any more, lie in a file of their own, and old hashes are still known', () => {
    const keyFile = join(folder, 'out.json');
    const running = openVault({ keyFile, mayMake: true, now });
    const old = running.seal('v', 'c');
    const [blind] = running.blind('id', '1');
    const marks = running.versions.map((one) => one.fingerprint);
    expect(() => takeKeysOut(keyFile, 1, now)).toThrow(/taken out/);
    rotateKeys(keyFile, 'sm', now);
    const aside = takeKeysOut(keyFile, 1, now);
    expect(statSync(aside).mode & 0o777).toBe(0o600);
    expect(() => running.open(old, 'c')).toThrow(/gone/);
    expect(running.blind('id', '1')[1]).toEqual(blind);
    expect(running.versions[0]).toMatchObject({ fingerprint: marks[0], retiredAt: now.toISOString() });
    expect(() => takeKeysOut(keyFile, 1, now)).toThrow(/taken out/);
    const { versions } = JSON.parse(readFileSync(aside, 'utf8')) as { versions: { encryption: string }[] };
    expect(readFileSync(keyFile, 'utf8')).not.toContain(versions[0]?.encryption);
    expect(putKeysBack(keyFile, aside)).toBe(1);
    expect(running.open(old, 'c')).toBe('v');
    expect(() => putKeysBack(keyFile, aside)).toThrow(/KEY-104/);
  });

  it('searches under every version still in use, the newest first', () => {
    const vault = testVault(3);
    const hashes = vault.blind('account', '6222');
    expect(hashes.map((one) => one.keyVersion)).toEqual([3, 2, 1]);
    expect(new Set(hashes.map((one) => one.hash.toString('hex'))).size).toBe(3);
  });
});

it('names its algorithms and versions on a page without any key', () => {
  const keyFile = join(folder, 'page.json');
  const vault = openVault({ keyFile, mayMake: true, now });
  const page = JSON.stringify(describeAlgorithms(vault));
  expect(page).toMatch(/SM4-CBC.*HMAC-SM3.*SM3 \(GB/s);
  expect(page).toContain('2026-11-21');
  for (const [, key = ''] of readFileSync(keyFile, 'utf8').matchAll(
    /"(?:encryption|authentication|blindIndex)": "([^"]+)"/g,
  ))
    expect(page).not.toContain(key.slice(0, 12));
});
