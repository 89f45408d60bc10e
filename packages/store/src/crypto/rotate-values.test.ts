import { checkDigit } from '@yangguang/domain/words/id-check';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { verify } from '../audit/verify.ts';
import { everywhere } from '../database.ts';
import { findByNumber } from '../household/find-household.ts';
import { putHouseholds } from '../household/household.ts';
import { addJudgements } from '../identity/add-judgement.ts';
import { judgementsOfPair } from '../identity/read-judgements.ts';
import { takeStep } from '../journal/take-step.ts';
import { errandAt, firstHand, furnish, openErrands, testId, testRoom, town } from '../journal/test-room.ts';
import { sql } from '../sql.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { openVault, rotateKeys } from './open-vault.ts';
import { retireKey } from './retire-key.ts';
import { countKeyUses, rotateValues } from './rotate-values.ts';
import { sealedPlaces } from './sealed-places.ts';

const at = new Date('2026-11-20T02:00:00Z');
const front = ['371323', '19540607', '001'].join('');
const number = `${front}${checkDigit(front)}`;
const folder = mkdtempSync(join(tmpdir(), 'rotate-'));
const keyFile = join(folder, 'vault.json');
const room = { ...testRoom(), vault: openVault({ keyFile, mayMake: true, now: at }) };
const { vault } = room;
const households = 450;
let test: TestDatabase;

beforeAll(async () => {
  test = await testDatabase();
  await furnish(test.db);
  await openErrands(test.db, room, [errandAt(1000), errandAt(1001)]);
  await note(1000, 2000);
  const many = Array.from({ length: households }, (_, i) => household(4000 + i));
  await test.db.asOwner((tx) => putHouseholds(tx, vault, many, at));
  await test.db.asOwner((tx) => addJudgements(tx, vault, [judged], at));
  await test.db.asOwner((tx) =>
    tx.run(sql`update account set totp_secret = ${vault.seal('s', `account.totp_secret ${testId(1)}`)},
      totp_pending = ${vault.seal('p', `account.totp_secret ${testId(1)}`)} where id = ${testId(1)}`),
  );
});
afterAll(async () => {
  await test.close();
  rmSync(folder, { recursive: true });
});

const household = (n: number) => ({
  id: testId(n),
  region: town,
  programme: 'dibao_rural',
  headName: '周一',
  address: null,
  private: {
    members: [{ name: '周一', idNumber: n === 4000 ? number : null, relation: 'head', isInsured: true }],
    accounts: [],
    phones: [`138${String(n).padStart(8, '0')}`],
  },
  entitlements: [],
});

const mention = { name: '周一', id: null, birth_on: '1954-06-07', town: null, village: null };
const faces = { left: mention, right: { ...mention, id: number } };
const judged = {
  ...{ id: testId(5000), region: town, programme: 'none', faces, verdict: 'same' as const, why: '看过证件' },
  ...{ source: 'file' as const, leadId: null, stepId: null, by: '王芳', judgedAt: at, recordedBy: testId(1) },
};

const note = (matter: number, step: number) =>
  test.db.within(everywhere, (tx) =>
    takeStep(tx, room, everywhere, {
      stepId: testId(step),
      matterId: testId(matter),
      action: 'note',
      expectedVersion: 0,
      facts: { illness: '重病' },
      reason: null,
      evidence: [],
      doneAt: null,
      hands: [firstHand],
    }),
  );

const uses = async (version: number): Promise<string[]> =>
  (await test.db.asOwner((tx) => countKeyUses(tx, vault)))
    .filter((use) => use.version === version)
    .map(({ place, values }) => `${place} ${values}`);

it('goes on where it was stopped, moves everything, and the chain, the search and repeated requests hold', async () => {
  const before = await uses(1);
  expect(before).toEqual(
    expect.arrayContaining([
      'household.private 450',
      'step.private 1',
      'matter.private 1',
      'person_index 901',
      'identity_judgement.pair_hash 1',
    ]),
  );
  rotateKeys(keyFile, 'nist', at);
  await note(1001, 2001);
  expect(await uses(2)).toEqual(['matter.private 1', 'step.private 1']);

  const stop = new AbortController();
  await rotateValues(test.db, vault, { signal: stop.signal, onChunk: () => stop.abort() });
  expect(await uses(2)).toContain('household.private 200');
  expect((await verify(test.db, room)).findings.filter((f) => f.table !== 'household')).toEqual([]);

  const moved = await rotateValues(test.db, vault);
  expect(moved).toMatchObject({ 'household.private': 250, 'account.totp_pending': 1, person_index: 450 });
  expect(await uses(1)).toEqual([]);
  expect(await rotateValues(test.db, vault)).toMatchObject({ 'household.private': 0, person_index: 0 });

  const found = await test.db.within(everywhere, (tx) =>
    findByNumber(tx, vault, everywhere, { kind: 'id', text: number }),
  );
  expect(found.map(({ id }) => id)).toEqual([testId(4000)]);
  const pair = () => test.db.within(everywhere, (tx) => judgementsOfPair(tx, everywhere, vault, faces));
  expect((await pair()).map(({ id, why }) => [id, why])).toEqual([[testId(5000), '看过证件']]);
  // Sent again after the rotation: known by the hash under the key of its time.
  expect(await note(1000, 2000)).toMatchObject({ stepId: testId(2000), version: 1 });
  expect((await verify(test.db, room)).findings.filter((f) => f.table !== 'household')).toEqual([]);
});

it('leaves a value that was tampered with where it is, and counts it', async () => {
  const bad = Buffer.concat([Buffer.from('0100000001', 'hex'), Buffer.alloc(60)]);
  await test.db.asOwner((tx) =>
    tx.run(sql`update household set private = ${bad} where id = ${testId(4001)}`),
  );
  await rotateValues(test.db, vault);
  expect(await uses(1)).toEqual(['household.private 1']);
});

it('knows every column that holds sealed bytes; all other bytes are hashes, or sealed to others', async () => {
  const columns = await test.db.asOwner((tx) =>
    tx.rows<{
      place: string;
    }>(sql`select table_name || '.' || column_name as place from information_schema.columns
      where table_schema = 'public' and data_type = 'bytea' order by 1`),
  );
  const others = /hash$|\.(sha256|sm3|root|blind|content_mac)$|^sealed_package\.package$/;
  expect(columns.map((c) => c.place).filter((place) => !others.test(place))).toEqual(
    sealedPlaces.map((p) => `${p.table}.${p.column}`).sort(),
  );
});

it('retires a version only when nothing uses it, and not right after the newest was made', async () => {
  const later = new Date(at.getTime() + 2 * 3_600_000);
  const retire = (version: number, now = later, files = 0) =>
    test.db.asOwner((tx) =>
      retireKey(tx, vault, { keyFile, version, now, filesUnder: () => Promise.resolve(files) }),
    );
  await expect(retire(1)).rejects.toMatchObject({ code: 'KEY-105', en: expect.stringContaining('1') });
  await test.db.asOwner((tx) => tx.run(sql`update household set private = null where id = ${testId(4001)}`));
  await expect(retire(1, later, 3)).rejects.toMatchObject({
    code: 'KEY-105',
    whyEn: expect.stringContaining('files 3'),
  });
  await expect(retire(1, at)).rejects.toMatchObject({ code: 'KEY-106' });
  await expect(retire(2)).rejects.toMatchObject({ code: 'KEY-106' });
  expect(existsSync(await retire(1))).toBe(true);
  await expect(retire(1)).rejects.toMatchObject({ code: 'KEY-106' });
  expect((await verify(test.db, room)).findings.filter((f) => f.table !== 'household')).toEqual([]);
});
