import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { workflows } from '@yangguang/domain/workflows/all';
import { everywhere } from '@yangguang/store/database';
import { addEvidence } from '@yangguang/store/evidence/evidence';
import { putHouseholds } from '@yangguang/store/household/household';
import { openMatters, plainHeader } from '@yangguang/store/journal/open-matters';
import type { Room } from '@yangguang/store/journal/room';
import { enterLeads, type NewLead } from '@yangguang/store/lead/enter-leads';
import { sql } from '@yangguang/store/sql';
import { journalRoom } from '../../office/journal-room.ts';
import type { TestOffice } from '../../test-office.ts';
import { madeUpId } from '../matter/test-matters.ts';

/** A family with a matter that ended, and a document in it. */
export interface EndedCase {
  readonly household: string;
  readonly matter: string;
  readonly file: string;
}

/** @param n tells them apart @param receives whether the family is still paid */
export async function endedCase(
  one: TestOffice,
  n: number,
  region: string,
  receives = false,
): Promise<EndedCase> {
  const { office } = one;
  const made = { household: office.newId(), matter: office.newId() };
  const household = {
    ...{ id: made.household, region, programme: 'dibao_rural', headName: `旧户${n}`, address: '一村 1 号' },
    private: {
      members: [{ name: `旧户${n}`, idNumber: madeUpId(n), relation: 'self', isInsured: true }],
      ...{ accounts: [], phones: [] },
    },
    entitlements: receives ? [roll(office.newId())] : [],
  };
  const header = plainHeader({ workflow: 'ended', region, programme: 'dibao_rural', title: `旧户${n}` });
  const opening = {
    matterId: made.matter,
    stepId: office.newId(),
    header: { ...header, householdId: made.household },
    facts: { illness: '尿毒症' },
    reason: null,
    hand: clock,
    at: office.now(),
    sent: null,
  };
  await office.db.asOwner(async (tx) => {
    await putHouseholds(tx, office.vault, [household], office.now());
    await openMatters(tx, endedRoom(one), [opening]);
  });
  return { ...made, file: await addPaper(one, made.matter) };
}

/** A finding whose matter is over. @returns the key of its row */
export async function endedLead(one: TestOffice, region: string): Promise<string> {
  const { office } = one;
  const lead: NewLead = {
    ...{
      id: 'a finding of long ago',
      household_id: null,
      run_id: office.newId(),
      rule: 'INC-01',
      family: 'INC',
    },
    ...{
      severity: 'serious',
      identity_tier: 'same',
      grade: 'lead',
      subject_kind: 'person',
      subject_name: '旧人',
    },
    ...{ period: null, summary_zh: '一句话', summary_en: 'a sentence', is_restricted: false, region },
    ...{
      programme: 'dibao_rural',
      amount_fen: null,
      pack_version: '1',
      rule_hash: 'h',
      campaignId: null,
      facts: {},
    },
    private: { idNumber: madeUpId(9) },
  };
  await office.db.asOwner((tx) => enterLeads(tx, endedRoom(one), [lead], office.now()));
  const { id } = await office.db.asOwner((tx) =>
    tx.get<{ id: string }>(sql`select id from lead where subject_name = '旧人'`),
  );
  return id;
}

const clock = { accountId: null, role: 'clock', area: '' };
const roll = (id: string) => ({
  ...{ id, programme: 'dibao_rural', monthlyFen: 100n, fromMonth: '2010-01-01', toMonth: null },
});

/** @returns the key of the stored file */
async function addPaper(one: TestOffice, matterId: string): Promise<string> {
  const { office } = one;
  const stored = await office.files.put(Readable.from([randomBytes(5000)]), 1e6);
  const step = { stepId: office.newId(), matterId, expectedVersion: null, reason: null, hands: [clock] };
  const file = { name: 'a.pdf', mediaType: 'application/pdf', ...stored, storageKey: stored.key };
  const paper = { id: office.newId(), kind: 'visitForm', title: '核查表', paperNo: null, file };
  await office.db.asOwner((tx) => addEvidence(tx, endedRoom(one), everywhere, step, paper));
  return stored.key;
}

/** A petition that is over as soon as it is opened: what is tested here is what comes after the end. */
export function endedRoom(one: TestOffice): Room {
  const { petition } = workflows;
  const over = {
    ...petition,
    id: 'ended',
    start: 'over',
    states: { over: { zh: '完', en: 'Over', end: true } },
  };
  return {
    ...journalRoom(one.office),
    workflows: { ...workflows, ended: over, lead: { ...over, id: 'lead' } } as Room['workflows'],
  };
}
