import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Download } from '@yangguang/contract/operation';
import { readJudgementRow } from '@yangguang/domain/identity/judgement-file';
import type { Verdict } from '@yangguang/domain/identity/verdict';
import type { MatchWeight } from '@yangguang/domain/identity/match-weight';
import { everywhere } from '@yangguang/store/database';
import { judgementsInArea } from '@yangguang/store/identity/read-judgements';
import { sql } from '@yangguang/store/sql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { filedJudgement, writeJudgements } from '../../jobs/run/write-judgements.ts';
import { code } from '../../sign-on/test-people.ts';
import {
  accountNumber,
  enter,
  everyNumber,
  finding,
  idNumber,
  leadOffice,
  overheard,
} from '../lead/test-leads.ts';

let desk: Awaited<ReturnType<typeof leadOffice>>;
let matterId: string;
let kinMatter: string;
type Person = keyof typeof desk.people;

const faces = {
  left: { name: '李大山', id: idNumber(301), birth_on: '1960-07-07', town: '东乡', village: '一村' },
  right: { name: '李大珊', id: null, birth_on: '1960-07-07', town: '东乡', village: null },
};
const weigh = (aspect: MatchWeight['aspect'], bits: number, left: string | null, right: string | null) => ({
  ...{ aspect, bits, left, right, level: `${aspect} level` },
  zh: left === null ? '任取两行是同一人的可能很小' : `名册“${left}”，对方“${right ?? ''}”`,
  en: left === null ? 'Any two rows are hardly one person' : `“${left}” on the roll, “${right ?? ''}” there`,
});
const weights = [
  weigh('name', 9.25, '李大山', '李大珊'),
  weigh('account', -1.5, accountNumber(301), accountNumber(302)),
  weigh('address', 6, '示范县东乡一村12号', '示范县东乡一村14号'),
  weigh('prior', -18, null, null),
];

beforeAll(async () => {
  desk = await leadOffice();
  const match = { for: null, against: null, score: -4.25, weights, faces };
  const more = { household_id: desk.homes.east, identity_tier: 'likely', subject_name: '李大山' };
  const two = { ...faces, right: { ...faces.right, id: idNumber(303) } };
  const matters = await enter(
    desk.one,
    finding('J1', 301, { ...more, private: { idNumber: idNumber(301), match } }),
    finding('J2', 302, { ...more, rule: 'INC-02', private: { match: { ...match, faces: two } } }),
    finding('J3', 304, {
      ...more,
      ...{ rule: 'KIN-01', family: 'KIN', is_restricted: true, private: { match: { ...match, faces: two } } },
    }),
  );
  matterId = matters.get('J1') ?? '';
  kinMatter = matters.get('J3') ?? '';
  matters.forEach((matter, lead) => made.set(lead, matter));
});
afterAll(() => desk.one.close());

const made = new Map<string, string>();
const newId = (): string => desk.one.office.newId();
function judge(who: Person, verdict: Verdict, why: string, more: object = {}) {
  return desk.people[who].client.identity.judge({ id: newId(), matterId, verdict, why, ...more });
}
const list = (who: Person) => desk.people[who].client.identity.list({ matterId });

it('shows what was weighed, the prior first, for and against, adding up to the score, and masked', async () => {
  const { client, heard } = overheard(desk.one, desk.people.eastCase2);
  const { weights: shown } = await client.lead.get({ matterId });
  expect(shown?.items.map(({ aspect, bits }) => [aspect, bits])).toEqual([
    ['prior', -18],
    ['name', 9.25],
    ['account', -1.5],
    ['address', 6],
  ]);
  expect(shown?.items.reduce((sum, { bits }) => sum + bits, 0)).toBe(shown?.score);
  expect(shown?.items[1]).toMatchObject({ left: '李*', right: '李*', words: { zh: '名册“李*”，对方“李*”' } });
  expect(shown?.items[2]?.words.zh).toBe(
    `名册“${'*'.repeat(15)}${accountNumber(301).slice(-4)}”，对方“${'*'.repeat(15)}${accountNumber(302).slice(-4)}”`,
  );
  expect(shown?.items[3]?.words.en).toBe('“示范县东乡一村***” on the roll, “示范县东乡一村***” there');
  const all = heard.join('\n');
  for (const hidden of ['李大山', '李大珊', '12号', ...everyNumber([301, 302])])
    expect(all).not.toContain(hidden);
});

it('leads of earlier runs have no weights, and cannot be judged', async () => {
  const old = desk.of('E1');
  expect((await desk.people.eastCase.client.lead.get({ matterId: old })).weights).toBeNull();
  expect(await desk.people.eastCase.client.identity.list({ matterId: old })).toEqual({
    faces: null,
    items: [],
  });
  await expect(judge('eastCase', 'same', '看过户口簿', { matterId: old })).rejects.toEqual(code('JDG-102'));
});

it('keeps who, when and why; the later one is in force; sent twice it is one', async () => {
  const sent = { id: newId(), matterId, verdict: 'not_same' as const, why: '户口簿上李大珊是另一户' };
  const { client } = desk.people.eastCase;
  expect(await client.identity.judge(sent)).toEqual({ id: sent.id, verdict: 'not_same' });
  await client.identity.judge(sent);
  await expect(client.identity.judge({ ...sent, verdict: 'same' })).rejects.toEqual(code('JDG-103'));
  desk.one.setClock('2026-11-21T10:00:00+08:00');
  await judge('county', 'same', '公安核实同一人，名字写错');
  const { items, faces: two } = await list('eastCase2');
  expect(items).toMatchObject([
    { verdict: 'same', by: '县经办', isInForce: true, at: '2026-11-21T02:00:00.000Z', source: 'lead' },
    { verdict: 'not_same', by: '东办员', isInForce: false, why: '户口簿上李*是另一户', matterId },
  ]);
  expect(two).toEqual({
    left: {
      ...{ name: '李*', id: `339901********${idNumber(301).slice(-4)}`, birthOn: '1960-07-07' },
      ...{ town: '东乡', village: '一村' },
    },
    right: { name: '李*', id: null, birthOn: '1960-07-07', town: '东乡', village: null },
  });
  const household = await desk.people.eastCase.client.identity.list({ householdId: desk.homes.east });
  expect(household.items.map(({ id }) => id)).toEqual(items.map(({ id }) => id));
});

it('refuses short reasons, numbers in reasons, two valid numbers as one person, and kin', async () => {
  await expect(judge('eastCase', 'same', '是')).rejects.toEqual(code('API-101'));
  await expect(judge('eastCase', 'same', `证件${idNumber(301)}`)).rejects.toEqual(code('MAT-103'));
  const two = { matterId: made.get('J2') };
  await expect(judge('eastCase', 'same', '看着像同一人', two)).rejects.toEqual(code('JDG-101'));
  await judge('eastCase', 'unsure', '两个号码都有效', two);
  await desk.people.eastCase2.client.household.declareKin({ householdId: desk.homes.east, relation: '叔侄' });
  await expect(judge('eastCase2', 'unsure', '说不清楚的')).rejects.toEqual(code('WF-105'));
});

it('is there for nobody outside area, programme or compartment, and no right of those who only look', async () => {
  for (const who of ['westLead', 'southLead', 'tekunLead', 'otherCounty'] as const) {
    await expect(judge(who, 'same', '看过户口簿')).rejects.toEqual(code('API-104'));
    await expect(list(who)).rejects.toEqual(code('API-104'));
  }
  await expect(judge('inspector', 'same', '看过户口簿')).rejects.toEqual(code('API-103'));
  await judge('countyLead', 'unsure', '两份名单要再核', { matterId: kinMatter });
  await expect(judge('eastLead', 'same', '看过户口簿', { matterId: kinMatter })).rejects.toEqual(
    code('API-104'),
  );
  // Nor by way of another lead about the same two.
  const seen = await desk.people.eastLead.client.identity.list({ matterId: made.get('J2') ?? '' });
  expect(seen.items.map(({ by }) => by)).toEqual(['东办员']);
  const both = await desk.people.countyLead.client.identity.list({ matterId: made.get('J2') ?? '' });
  expect(both.items).toHaveLength(2);
});

const columns =
  'left_name,left_id,left_birth_on,left_town,left_village,right_name,right_id,right_birth_on,right_town,right_village,verdict,by,at,why';
const upload = (who: Person, text: string | Uint8Array, isTrial: boolean, region = '339901') =>
  desk.people[who].client.identity.upload(
    { region, isTrial },
    typeof text === 'string' ? new TextEncoder().encode(text) : text,
  );

it('takes judgements from a file, row by row, after a trial that takes none, and once', async () => {
  const rows = [
    `王建国,,1960-07-07,西乡,,王健国,,1960-07-07,西乡,,同一人,公安局,2026-10-01,"户籍档案，同一人"`,
    `王建国,,,,,王建军,,,,,maybe,公安局,2026-10-01,户籍档案两人`,
    `赵一,${idNumber(401)},,,,赵一,${idNumber(402)},,,,same,公安局,2026-10-01,看着像同一人`,
    '王建国,,,,,王建君,,,,,not_same,公安局,2027-01-01,户籍档案两人',
    '',
  ];
  const file = `\uFEFF${columns}\r\n${rows.join('\r\n')}`;
  const trial = await upload('county', file, true);
  expect(trial).toMatchObject({ taken: 1, known: 0, refused: [{ row: 3 }, { row: 4 }, { row: 5 }] });
  expect(trial.refused[1]?.why.zh).toContain('两个有效证件号不同');
  expect(trial.refused[2]?.why.zh).toContain('晚于现在');
  const count = () =>
    desk.one.office.db.asOwner((tx) => tx.get<{ n: bigint }>(sql`select count(*) n from identity_judgement`));
  const before = (await count()).n;
  expect(await upload('county', file, false)).toMatchObject({ taken: 1, known: 0 });
  expect(await upload('county', file, false)).toMatchObject({ taken: 1, known: 1 });
  expect((await count()).n).toBe(before + 1n);
  await expect(upload('county', 'name,id\n', true)).rejects.toEqual(code('JDG-104'));
  await expect(upload('county', new Uint8Array([0xc4, 0xe3]), true)).rejects.toEqual(code('JDG-104'));
  await expect(upload('county', file, true, '339902')).rejects.toEqual(code('API-104'));
  await expect(upload('eastLead', file, true)).rejects.toEqual(code('API-103'));
});

async function textOf({ content }: Download): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of content) pieces.push(piece);
  return Buffer.concat(pieces).toString('utf8');
}

it('gives out what is in force, registered, and takes its own file back without adding anything', async () => {
  const asked = { id: newId(), region: '339901', purpose: '单机核查使用', reason: '须按号码核对' };
  const download = await desk.people.countyLead.client.identity.export(asked);
  const text = await textOf(download);
  expect(text.split('\n')[0]).toBe(`\uFEFF${columns},taken_by`);
  // One row a pair: three pairs, of four and more judgements.
  expect(text.trim().split('\n')).toHaveLength(4);
  expect(text).toContain(`李大山,${idNumber(301)}`);
  expect(text).toContain('县局长');
  const [entry] = await desk.one.office.db.asOwner((tx) =>
    tx.rows<{ row_count: number; purpose: string }>(sql`select row_count, purpose from export_entry`),
  );
  expect(entry).toMatchObject({ row_count: 3, purpose: '单机核查使用' });
  const back = await upload('county', text, true);
  expect(back).toMatchObject({ taken: 3, refused: [] });
  await expect(desk.people.county.client.identity.export({ ...asked, id: newId() })).rejects.toEqual(
    code('API-103'),
  );
  await expect(
    desk.people.countyLead.client.identity.export({ ...asked, id: newId(), region: '339902' }),
  ).rejects.toEqual(code('API-104'));
});

it('a run is given what was in force when it was asked for, in a file for nobody else', async () => {
  const { db, vault, now } = desk.one.office;
  const given = await db.within(everywhere, (tx) => judgementsInArea(tx, everywhere, vault, '339901', now()));
  const home = mkdtempSync(join(tmpdir(), 'judgements-'));
  try {
    expect(await writeJudgements(home, [])).toBe('');
    const path = await writeJudgements(home, given);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const lines = readFileSync(path, 'utf8').trim().split('\n');
    expect(lines[0]).toBe(columns);
    expect(lines).toHaveLength(4);
    const [one] = lines.filter((line) => line.includes('县经办'));
    expect(one?.startsWith(`李大山,${idNumber(301)},1960-07-07,东乡,一村,李大珊,,`)).toBe(true);
    expect(one?.endsWith(',same,县经办,2026-11-21T02:00:00.000Z,公安核实同一人，名字写错')).toBe(true);
  } finally {
    rmSync(home, { recursive: true });
  }
});

it('writes nothing that a reader of the file would refuse', () => {
  const given = {
    faces,
    verdict: 'not_same' as const,
    by: '县复核',
    judged_at: new Date('2026-11-21T02:00:00Z'),
  };
  for (const why of [null, '错', '户口簿上是另一个人']) {
    const judgement = { ...given, why, source: 'step' } as unknown as Parameters<typeof filedJudgement>[0];
    const { left, right } = faces;
    const filed = filedJudgement(judgement);
    const row = {
      ...{ left_name: left.name, left_id: left.id, right_name: right.name, verdict: filed.verdict },
      ...{ by: filed.by, at: filed.at, why: filed.why },
    };
    expect(readJudgementRow(row)).toMatchObject({ verdict: 'not_same', why: filed.why });
  }
});

it('every act is on record without a name or number, and none stands in the log', async () => {
  const lines = await desk.one.office.db.asOwner((tx) =>
    tx.rows<{ subject: object }>(sql`select subject from read_log where operation like 'identity.%'`),
  );
  expect(lines.length).toBeGreaterThan(5);
  const text = JSON.stringify(lines) + desk.one.logLines.join('\n');
  for (const hidden of ['李大山', '王建国', ...everyNumber([301, 303, 401, 402])])
    expect(text).not.toContain(hidden);
});
