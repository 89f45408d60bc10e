import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import type { TestOffice } from '@yangguang/server/test-office';
import { journalRoom } from '@yangguang/server/office/journal-room';
import type { Transaction } from '@yangguang/store/database';
import { addEvidence } from '@yangguang/store/evidence/evidence';
import { putHouseholds } from '@yangguang/store/household/household';
import { type Opening, openMatters, plainHeader } from '@yangguang/store/journal/open-matters';
import type { Room } from '@yangguang/store/journal/room';
import { enterLeads, type NewLead } from '@yangguang/store/lead/enter-leads';
import { sql } from '@yangguang/store/sql';
import { facesOf, seedJudgement } from './seed-judgement.ts';
import { idOf, leadIdOf, numbersOf, type Place } from './walk-place.ts';

const openedAt = new Date('2026-11-02T09:00:00+08:00');

/** The journal's room with ids that follow from the place, so that what is asked for can be asked for before it exists. */
function roomOf(t: TestOffice, place: Place, purpose: string): Room {
  let n = 0;
  return { ...journalRoom(t.office), newId: () => idOf(place, `${purpose} ${++n}`) };
}

/** The matter of the finding: the first id its room gives. */
export const leadMatterOf = (place: Place, isRestricted: boolean): string =>
  idOf(place, `${isRestricted ? 'restricted lead' : 'lead'} 1`);

/** What belongs to no programme: people, their office, a task, a petition, a run, a look from outside. */
export async function seedOffice(t: TestOffice, around: Place): Promise<void> {
  const place = { ...around, mark: around.officeMark };
  const room = roomOf(t, place, 'office');
  const id = (name: string): string => idOf(place, name);
  await t.office.db.asOwner(async (tx) => {
    await tx.run(sql`insert into unit (id, area, name, kind, created_at)
      values (${id('unit')}, ${place.region}, ${`${place.mark}办公室`}, 'village', ${openedAt})`);
    await tx.run(sql`insert into account (id, user_name, full_name, unit_id, must_change_password, created_at, oidc_subject)
      values (${id('account')}, ${`u${id('account').slice(0, 12)}`}, ${`${place.mark}干部`}, ${id('unit')}, false,
        ${openedAt}, ${`subject-${id('account')}`})`);
    await tx.run(sql`insert into session (token_hash, id, account_id, created_at, last_seen_at, expires_at, is_complete,
      address) values (${randomBytes(32)}, ${id('session')}, ${id('account')}, ${openedAt}, '2098-01-01', '2099-01-01', true,
        ${`address-${id('session').slice(0, 8)}`})`);
    await tx.run(sql`insert into appointment (id, account_id, role, area, from_on, granted_at) values
      (${id('appointment')}, ${id('account')}, 'villageAide', ${place.region}, '2026-01-01', ${openedAt})`);
    await tx.run(sql`insert into appointment (id, account_id, role, area, from_on, granted_at, kind, reason, expires_at)
      values (${id('glass')}, ${id('account')}, 'inspector', ${place.region}, '2026-11-20', '2026-11-20', 'breakGlass',
        ${`${place.mark}紧急查看的理由`}, '2098-01-01')`);
    await tx.run(sql`insert into export_entry (id, account_id, region, purpose, what, row_count, people, watermark,
        expires_at, made_at)
      values (${id('export')}, ${id('account')}, ${place.region}, ${`${place.mark}用途`}, '{}', 3, 2,
        ${`${place.mark}水印`}, '2027-01-01', ${openedAt})`);
    await tx.run(sql`insert into retention_plan (id, area, ended_before, years, matters, households, state, proposed_by,
      proposed_at) values (${id('plan')}, ${place.region}, '2016-01-01', 10, '{}', '{}', 'proposed', ${id('account')},
        ${openedAt})`);
    await tx.run(sql`insert into retention_hold (id, area, subject_kind, subject_id, reason, set_by, set_at) values
      (${id('hold')}, ${place.region}, 'matter', ${id('task')}, ${`${place.mark}保全的理由`}, ${id('account')}, ${openedAt})`);
    await tx.run(sql`insert into division_change (id, region, kind, new_name, effective_on, reason, changed_by, changed_at)
      values (${id('division change')}, ${place.region}, 'added', ${`${place.mark}村`}, '2026-11-02', ${`${place.mark}撤并`},
        ${id('account')}, ${openedAt})`);
    await tx.run(sql`insert into local_value (id, region, parameter, value, from_on, basis, proposed_by, proposed_at)
      values (${id('value')}, ${place.region}, 'house.averageArea', '31', '2026-01-01', ${`${place.mark}民发〔2026〕3号`},
        ${id('account')}, ${openedAt})`);
    await openMatters(tx, room, [
      opening(place, 'task', 'task', { programme: 'none' }),
      opening(place, 'petition', 'petition', { programme: 'none' }),
      opening(place, 'campaign matter', 'campaign', { programme: 'none' }),
    ]);
    await tx.run(sql`insert into receiver_key (id, region, name, public_key, algorithm, fingerprint, added_at)
      values (${id('key')}, ${place.region.slice(0, 6)}, ${`${place.mark}纪委`}, '{}', 'RSA-OAEP-256',
        ${`print-of-${id('key')}`}, ${openedAt})`);
    await tx.run(sql`insert into campaign (id, matter_id, template, title, document_no, region, from_on, to_on, settings)
      values (${id('campaign')}, ${id('campaign matter')}, 's1-linyi-2018', ${`${place.mark}专项`}, ${`${place.mark}发〔2026〕1号`},
        ${place.region}, '2026-04-01', '2026-12-31', '{}')`);
  });
}

/** Households and what is carried on about them. */
export async function seedCases(t: TestOffice, place: Place): Promise<void> {
  const { vault, db } = t.office;
  const numbers = numbersOf(place);
  const id = (name: string): string => idOf(place, name);
  const member = { name: `${place.mark}氏`, relation: '户主', isInsured: true, health: `${place.mark}之疾` };
  const household = {
    id: id('household'),
    region: place.region,
    programme: place.programme,
    headName: `${place.mark}氏`,
    address: `${place.mark}路`,
    private: {
      members: [{ ...member, idNumber: numbers.id }],
      accounts: [{ number: numbers.account, name: `${place.mark}氏`, bank: `${place.mark}银行` }],
      phones: [numbers.phone],
    },
    entitlements: [
      {
        id: id('entitlement'),
        programme: place.programme,
        monthlyFen: place.amountFen,
        fromMonth: '2026-01-01',
        toMonth: null,
      },
    ],
  };
  await seedImport(t, place);
  await db.asOwner((tx) => putHouseholds(tx, vault, [household], openedAt));
  await db.asOwner(async (tx) => {
    const room = roomOf(t, place, 'lead');
    await enterLeads(tx, room, [newLead(place, false)], openedAt);
    await openMatters(tx, room, [
      opening(place, 'verification', 'verification', {
        householdId: household.id,
        campaignId: id('campaign'),
      }),
      {
        ...opening(place, 'inspection', 'inspection', { campaignId: id('campaign') }),
        facts: { inspectedRegion: place.region },
      },
      opening(place, 'decision', 'decision', { householdId: household.id, campaignId: id('campaign') }),
    ]);
  });
  await seedJudgement(t, place, false, openedAt);
  await seedEvidence(t, place, id('verification'), 'evidence');
  await db.asOwner((tx) => seedSample(tx, place));
  await db.asOwner((tx) =>
    tx.run(sql`insert into kinship (account_id, household_id, relation, declared_at)
      values (${id('account')}, ${household.id}, ${`${place.mark}之叔`}, ${openedAt})`),
  );
}

/** A finding that names an official, with a document. */
export async function seedRestricted(t: TestOffice, open: Place): Promise<void> {
  const place = { ...open, mark: open.closedMark };
  const room = roomOf(t, place, 'restricted lead');
  await t.office.db.asOwner((tx) => enterLeads(tx, room, [newLead(place, true)], openedAt));
  await seedJudgement(t, place, true, openedAt);
  await seedEvidence(t, place, leadMatterOf(place, true), 'restricted evidence');
}

/** A sealed referral, with a document. */
export async function seedSealed(t: TestOffice, open: Place): Promise<void> {
  const place = { ...open, mark: open.closedMark };
  const room = roomOf(t, place, 'sealed');
  await t.office.db.asOwner(async (tx) => {
    await openMatters(tx, room, [opening(place, 'referral', 'referral', { isSealed: true })]);
    await tx.run(sql`insert into sealed_package (matter_id, number, receiver, package, sealed_at) values
      (${idOf(place, 'referral')}, '2026-7101', 'discipline', '\\x00', ${openedAt})`);
  });
  await seedEvidence(t, place, idOf(place, 'referral'), 'sealed evidence');
}

function opening(place: Place, name: string, workflow: string, more: Partial<Opening['header']>): Opening {
  const { region, programme, mark } = place;
  return {
    matterId: idOf(place, name),
    stepId: idOf(place, `step of ${name}`),
    header: { ...plainHeader({ workflow, region, programme, title: `${mark}之事` }), ...more },
    facts: {},
    reason: null,
    hand: { accountId: null, role: 'clock', area: '' },
    at: openedAt,
    sent: null,
  };
}

function newLead(place: Place, isRestricted: boolean): NewLead {
  const { region, programme, mark } = place;
  return {
    id: leadIdOf(place, isRestricted),
    household_id: idOf(place, 'household'),
    run_id: idOf(place, 'run'),
    rule: isRestricted ? 'SUP-01' : 'INC-01',
    family: 'INC',
    severity: 'suspect',
    identity_tier: 'same',
    grade: 'lead',
    subject_kind: 'person',
    subject_name: `${mark}氏`,
    period: '2026-03',
    summary_zh: `${mark}的情况`,
    summary_en: `About ${mark}`,
    is_restricted: isRestricted,
    region,
    programme,
    amount_fen: place.amountFen,
    pack_version: '1',
    rule_hash: `rule-hash-of-${mark}`,
    private: {
      idNumber: numbersOf(place).id,
      facts: { note: `${mark}的事实` },
      match: { for: null, against: null, faces: facesOf(place) },
    },
    campaignId: idOf(place, 'campaign'),
    facts: {},
  };
}

/** A file and a paper on a matter. */
async function seedEvidence(t: TestOffice, place: Place, matterId: string, name: string): Promise<void> {
  const stored = await t.office.files.put(Readable.from([Buffer.from(`${place.mark}的内容`)]), 1000);
  const { key: storageKey, bytes, sha256, sm3 } = stored;
  const file = { name: `${place.mark}.txt`, mediaType: 'text/plain', bytes, sha256, sm3, storageKey };
  const reach = { scopes: [{ area: '', programmes: null }], sealed: true, restricted: true };
  const room = roomOf(t, place, name);
  const hands = [{ accountId: null, role: 'clock', area: '' }];
  for (const one of ['file', 'paper'] as const) {
    const id = idOf(place, `${name} ${one}`);
    const added = {
      id,
      kind: 'visitForm',
      title: `${place.mark}的材料`,
      file: one === 'file' ? file : null,
      paperNo: one === 'paper' ? `纸-${place.mark}` : null,
    };
    const request = { stepId: id, matterId, expectedVersion: null, reason: null, hands };
    await t.office.db.asOwner((tx) => addEvidence(tx, room, reach, request, added));
  }
}

/** What reading the batch came to: one sheet with one row set aside. */
function seededReport(mark: string): object {
  const rows = { rowsIn: 3, rowsTaken: 1, rowsSetAside: 1, rowsStructure: 1 };
  const sheet = {
    ...{
      file: `${mark}.csv`,
      sheet: '',
      table: 'cremation',
      title: { zh: '火化', en: 'Cremations' },
      confidence: 1,
    },
    ...{ ...rows, sourceOn: null, alarms: [], mapping: [{ heading: '姓名', column: 'name' }], faults: [] },
  };
  return { ...rows, sheets: [sheet] };
}

/** A batch of files with one in it, and a run over it: for those who see every programme. */
async function seedImport(t: TestOffice, place: Place): Promise<void> {
  const { mark } = place;
  // Departments send the files of a whole county.
  const region = place.region.slice(0, 6);
  const id = (name: string): string => idOf(place, name);
  const stored = await t.office.files.put(Readable.from([Buffer.from(`${mark}的名单`)]), 1000);
  const [file, sheet] = [`${mark}.csv`, ''];
  const columns = [{ heading: '姓名', kind: 'name', confidence: 1 }];
  const preview = {
    sha256: 'a'.repeat(64),
    titles: [`${mark}的标题`],
    headerRow: 1,
    columns,
    rows: [],
    offers: [],
  };
  const row = {
    kind: 'setAside',
    file,
    sheet,
    row: 3,
    code: 'IMP-301',
    zh: '',
    en: '',
    cells: [`${mark}的人`],
  };
  const put = (content: object) =>
    t.office.files.put(Readable.from([Buffer.from(`${JSON.stringify(content)}\n`)]), 10_000);
  const shown = [
    ['preview', await put({ sheets: [{ file, sheet, ...preview }] })],
    ['rows', await put(row)],
  ] as const;
  await t.office.db.asOwner(async (tx) => {
    await tx.run(sql`insert into import_batch (id, region, title, state, request_hash, opened_at, opened_by, report)
      values (${id('batch')}, ${region}, ${`${mark}的一批`}, 'done', '\\x00', ${openedAt}, ${id('account')},
        ${JSON.stringify(seededReport(mark))}::jsonb)`);
    for (const [kind, file] of shown)
      await tx.run(sql`insert into import_file (id, batch_id, region, kind, name, bytes, sha256, sm3, storage_key, added_at)
        values (${id(`batch ${kind}`)}, ${id('batch')}, ${region}, ${kind}, ${kind}, ${file.bytes}, ${file.sha256},
          ${file.sm3}, ${file.key}, ${openedAt})`);
    await tx.run(sql`insert into import_file (id, batch_id, region, kind, name, bytes, sha256, sm3, storage_key, added_at, added_by)
      values (${id('batch file')}, ${id('batch')}, ${region}, 'setAside', ${`${mark}.csv`}, ${stored.bytes}, ${stored.sha256},
        ${stored.sm3}, ${stored.key}, ${openedAt}, ${id('account')})`);
    await tx.run(sql`insert into dispatch (id, region, filter, state, request_hash, sent_by, created_at)
      values (${id('dispatch')}, ${region}, '{}', 'done', '\\x00', ${id('account')}, ${openedAt})`);
    await tx.run(
      sql`insert into run (id, region, state, created_at, started_by)
      values (${id('run')}, ${region}, 'done', ${openedAt}, ${id('account')})`,
    );
  });
}

async function seedSample(tx: Transaction, place: Place): Promise<void> {
  const { region, programme, mark } = place;
  await tx.run(sql`insert into sample (id, matter_id, region, programme, seed, plan, frame_hash, is_sealed, drawn_at,
      drawn_households, drawn_persons)
    values (${idOf(place, 'sample')}, ${idOf(place, 'inspection')}, ${region}, ${programme}, ${`seed-${mark}`},
      ${{ note: mark }}::jsonb, '\\x00', false, ${openedAt}, 1, 1)`);
  await tx.run(sql`insert into sample_item (sample_id, household_id, stratum, draw_no, persons)
    values (${idOf(place, 'sample')}, ${idOf(place, 'household')}, ${`层-${mark}`}, 1, 1)`);
}
