import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { roles } from '@yangguang/domain/people/role';
import { sql } from '@yangguang/store/sql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { about } from '../operations/system/about.ts';
import { endDemo } from '../operations/system/end-demo.ts';
import { code } from '../sign-on/test-people.ts';
import { testOffice, type TestOffice } from '../test-office.ts';
import type { World } from '../world.ts';
import { openDemo } from './open-demo.ts';
import type { ShownDemo } from './shown-demo.ts';

let one: TestOffice;
let folder = '';
let shown: ShownDemo;
let stops = 0;

beforeAll(async () => {
  one = await testOffice();
  folder = mkdtempSync(join(tmpdir(), 'yangguang-demo-'));
  shown = openDemo('', world()).shown(() => (stops += 1));
});
afterAll(async () => {
  await one.close();
  rmSync(folder, { recursive: true, force: true });
});

const world = (): World => ({
  print: () => {},
  complain: () => {},
  readSecret: () => Promise.resolve(null),
  now: () => new Date('2026-11-21T01:00:00Z'),
  newId: () => one.office.newId(),
  signal: new AbortController().signal,
  environment: { DATA_DIR: folder },
  builtInPolicy: '',
  version: 'x',
  program: '',
});

it('a real server never shows an account or a password, and nothing ends it', async () => {
  const { client } = one.stranger();
  expect(await client.system.about()).toEqual({
    name: { zh: '阳光救助', en: 'Yangguang' },
    hasSingleSignOn: false,
    needsSetUp: true,
    demo: null,
  });
  // Not even when its database says that it is a demo: only a program started as one shows it.
  await one.office.db.asOwner((tx) => tx.run(sql`insert into demo (made_at) values (now())`));
  const system = await one.visitor('高系统', { role: 'systemAdmin', area: '' });
  expect(await client.system.about()).toMatchObject({ demo: null, needsSetUp: false });
  await expect(system.client.system.endDemo({ countyName: '沂青县' })).rejects.toEqual(code('DEMO-101'));
  const lead = await one.visitor('张县长', { role: 'countyLead', area: '339901' });
  await expect(lead.client.system.endDemo({ countyName: '沂青县' })).rejects.toEqual(code('API-103'));
  expect(existsSync(join(one.office.settings.DATA_DIR, 'demo-ended.json'))).toBe(false);
});

it('a demo shows an account for every role with its one password', async () => {
  const { demo } = await about({}, { ...one.office, demo: shown } as Parameters<typeof about>[1]);
  expect(demo).toMatchObject({ countyName: '沂青县', password: shown.password, isComplete: false });
  expect(demo?.accounts.map(({ role }) => role).sort()).toEqual(Object.keys(roles).sort());
  expect(demo?.accounts.find(({ role }) => role === 'finance')).toEqual({
    userName: 'demo-finance',
    role: 'finance',
    title: roles.finance,
  });
});

it('is ended by typing the name of its county, for good, and stops the server', async () => {
  const call = { ...one.office, demo: shown, note: () => {} } as unknown as Parameters<typeof endDemo>[1];
  const ask = (countyName: string, given = call) =>
    Promise.resolve().then(() => endDemo({ countyName }, given));
  await expect(ask('沂青')).rejects.toMatchObject({ code: 'DEMO-102' });
  const elsewhere = { ...call, settings: { ...call.settings, DATABASE_URL: 'postgres://x' } };
  await expect(ask('沂青县', elsewhere)).rejects.toMatchObject({ code: 'DEMO-103' });
  expect([stops, existsSync(join(folder, 'demo-ended.json'))]).toEqual([0, false]);
  expect(await ask('沂青县')).toEqual({ ok: true });
  expect([stops, existsSync(join(folder, 'demo-ended.json'))]).toEqual([1, true]);
  // Started again as a demo, it says that it was ended.
  expect(() => openDemo('', world())).toThrow(expect.objectContaining({ code: 'DEMO-104' }));
});
