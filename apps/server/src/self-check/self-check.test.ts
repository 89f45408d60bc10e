import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from '@yangguang/store/sql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { code } from '../sign-on/test-people.ts';
import { testOffice, type TestOffice, type TestVisitor } from '../test-office.ts';
import { noteBackup } from './backup-notes.ts';
import { judgeClock } from './database-items.ts';
import { judgeCertificate, judgeRoom } from './machine-items.ts';
import { judgeBackup, judgeJobs, judgeRoot, judgeSeals, judgeVerification } from './record-items.ts';

const now = new Date('2026-11-21T09:00:00+08:00');
const days = (count: number): Date => new Date(now.getTime() - count * 86_400_000);
const note = {
  folder: '/mnt/backup/2026-11-20',
  ...{ tables: 40, rows: 5000, files: 12, missingFiles: 0, isEncrypted: true, isChecked: true },
  ...{ chainSeq: '77', chainHash: 'ab'.repeat(32) },
};

describe('what is judged', () => {
  it('room: bad below a gigabyte, attention below ten or a twentieth', () => {
    const gigabyte = 1024 ** 3;
    const states = [0.9, 1, 9.9, 10, 49].map((free) => judgeRoom(free * gigabyte, 100 * gigabyte).state);
    expect(states).toEqual(['bad', 'attention', 'attention', 'good', 'good']);
    expect(judgeRoom(40 * gigabyte, 1000 * gigabyte).state).toBe('attention');
    expect(judgeRoom(0, gigabyte).remedy).toBeDefined();
  });

  it('certificate: thirty days are good, seven are not enough', () => {
    const states = [30, 29, 7, 6, -1].map((left) => judgeCertificate(days(-left), now).state);
    expect(states).toEqual(['good', 'attention', 'attention', 'bad', 'bad']);
    expect(judgeCertificate(days(1), now).finding.zh).toContain('2026-11-20');
  });

  it('clock: apart from the database, or behind the newest act', () => {
    const at = (seconds: number): Date => new Date(now.getTime() + seconds * 1000);
    const states = [5, 6, -60, 61].map((by) => judgeClock(now, { at: at(by), newest: null }).state);
    expect(states).toEqual(['good', 'attention', 'attention', 'bad']);
    expect(judgeClock(now, { at: now, newest: at(61) }).state).toBe('bad');
    expect(judgeClock(now, { at: now, newest: at(60) }).state).toBe('good');
  });

  it('backup: yesterday is good, a week is not, and what was missing is said', () => {
    const states = [0, 1, 2, 7, 8].map((ago) => judgeBackup({ ...note, at: days(ago) }, now).state);
    expect(states).toEqual(['good', 'good', 'attention', 'attention', 'bad']);
    expect(judgeBackup(null, now).state).toBe('bad');
    expect(judgeBackup({ ...note, at: now, missingFiles: 2 }, now)).toMatchObject({ state: 'bad' });
  });

  it('verification: something found is bad however fresh, nothing found ages', () => {
    const at = (ago: number, isWhole: boolean) =>
      judgeVerification({ at: days(ago), subject: { isWhole } }, now).state;
    expect([at(0, false), at(0, true), at(30, true), at(31, true)]).toEqual([
      'bad',
      'good',
      'good',
      'attention',
    ]);
    expect(judgeVerification(null, now).state).toBe('attention');
  });

  it('roots, jobs, seals', () => {
    expect([null, '2026-11-19', '2026-11-20'].map((day) => judgeRoot(day, now).state)).toEqual([
      'attention',
      'attention',
      'good',
    ]);
    const quiet = { waiting: 1, running: 0, failedOfDay: 0, oldestWaitsSince: days(1) };
    expect(judgeJobs(quiet, now).state).toBe('good');
    expect(judgeJobs({ ...quiet, oldestWaitsSince: days(2) }, now).state).toBe('attention');
    expect(judgeJobs({ ...quiet, failedOfDay: 1 }, now).state).toBe('bad');
    expect([0, 1].map((lines) => judgeSeals(lines).state)).toEqual(['good', 'bad']);
  });
});

describe('on a server', () => {
  let one: TestOffice;
  let system: TestVisitor;
  let folder = '';
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'yangguang-backups-'));
    writeFileSync(join(folder, 'passphrase'), 'four quite unrelated words\n', { mode: 0o600 });
    one = await testOffice({
      environment: { BACKUP_DIR: folder, BACKUP_PASSPHRASE_FILE: join(folder, 'passphrase') },
    });
    system = await one.visitor('高系统', { role: 'systemAdmin', area: '' });
  });
  afterAll(async () => {
    await one.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const stateOf = async (id: string) =>
    (await system.client.system.selfCheck()).items.find((item) => item.id === id)?.state;

  it('looks at everything once and says what it found in both languages, and what to do where it is not well', async () => {
    const { items } = await system.client.system.selfCheck();
    expect(items.map((item) => item.id)).toEqual([
      ...['database', 'chinese', 'clock', 'disk', 'https', 'certificate', 'policy'],
      ...['backup', 'verify', 'root', 'jobs', 'seals'],
    ]);
    for (const { state, finding, remedy, title } of items) {
      expect([title.zh, title.en, finding.zh, finding.en].every((text) => text.length > 1)).toBe(true);
      expect(remedy === null).toBe(state === 'good');
    }
    expect(items.find((item) => item.id === 'database')?.finding.zh).toContain('PostgreSQL');
    expect(await stateOf('chinese')).toBe('good');
    expect(await stateOf('https')).toBe('attention');
    expect(await stateOf('seals')).toBe('good');
  });

  it('notices a failed job of today and a line that nobody sealed', async () => {
    await one.office.db.asOwner((tx) =>
      tx.run(sql`insert into job (id, kind, payload, state, run_after, created_at, ended_at)
        values (${one.office.newId()}, 'x', '{}', 'failed', ${now}, ${now}, ${now})`),
    );
    expect(await stateOf('jobs')).toBe('bad');
    await one.office.db.asOwner((tx) =>
      tx.run(sql`insert into read_log (seq, at, kind, operation, subject, outcome)
        overriding system value values (1000000, ${now}, 'list', 'lead.list', '{}', 'given')`),
    );
    expect(await stateOf('seals')).toBe('bad');
  });

  it('knows the backups the command left word of', async () => {
    expect(await stateOf('backup')).toBe('bad');
    const { office } = one;
    await office.db.asOwner((tx) => noteBackup(tx, office.vault, now, note));
    expect(await stateOf('backup')).toBe('good');
    const { items, folder: place, command, isRunning } = await system.client.system.backups();
    expect(items).toEqual([{ ...note, at: now.toISOString() }]);
    expect([place, isRunning]).toEqual([folder, false]);
    expect(command).toContain(`DATA_DIR=${office.settings.DATA_DIR} ./yangguang backup ${folder}/`);
    const { jobId } = await system.client.system.backUp();
    expect(await system.client.system.backUp()).toEqual({ jobId });
    expect((await system.client.system.backups()).isRunning).toBe(true);
  });

  it('is looked at by the three administrators; only the system administrator starts a backup', async () => {
    const security = await one.visitor('安保密', { role: 'securityAdmin', area: '' });
    const clerk = await one.visitor('王经办', { role: 'countyCaseworker', area: '339901' });
    expect((await security.client.system.selfCheck()).items).toHaveLength(12);
    await expect(security.client.system.backUp()).rejects.toEqual(code('API-103'));
    await expect(clerk.client.system.selfCheck()).rejects.toEqual(code('API-103'));
    await expect(clerk.client.system.backups()).rejects.toEqual(code('API-103'));
  });
});
