import { checkDigit } from '@yangguang/domain/words/id-check';
import type { Programme } from '@yangguang/domain/people/scope';
import { putHouseholds } from '@yangguang/store/household/household';
import { openMatters, plainHeader } from '@yangguang/store/journal/open-matters';
import { journalRoom } from '../../office/journal-room.ts';
import { type TestOffice, testOffice, type TestVisitor } from '../../test-office.ts';

/** Divisions of the two counties. */
export const east = '339901001';
export const eastVillage = '339901001001';
export const west = '339901002';
export const south = '339902001';
export const southVillage = '339902001001';

/** An ID number nobody has: of a county that does not exist, with the right check digit. */
export function madeUpId(serial: number): string {
  const first = `339901${19600101 + (serial % 20)}${String(serial % 1000).padStart(3, '0')}`;
  return first + checkDigit(first);
}

/** A household of the roll; its members' numbers are made up. */
export async function household(
  { office }: TestOffice,
  headName: string,
  region: string,
  programme: Programme = 'dibao_rural',
): Promise<string> {
  const id = office.newId();
  const made = {
    ...{ id, region, programme, headName, address: null, entitlements: [] },
    private: {
      members: [{ name: headName, idNumber: madeUpId(7), relation: 'self', isInsured: true }],
      accounts: [],
      phones: [],
    },
  };
  await office.db.asOwner((tx) => putHouseholds(tx, office.vault, [made], office.now()));
  return id;
}

/** Opens many tasks of a division in one go, as a job would. @returns their ids */
export async function manyTasks(
  { office }: TestOffice,
  region: string,
  count: number,
  facts: Readonly<Record<string, string>> = {},
): Promise<string[]> {
  const openings = Array.from({ length: count }, (_, i) => ({
    matterId: office.newId(),
    stepId: office.newId(),
    header: plainHeader({ workflow: 'task', region, programme: 'none', title: `任务${i}` }),
    facts: { kind: 'inspection', problem: `问题${i}`, ...facts },
    reason: null,
    hand: { accountId: null, role: 'clock', area: '' },
    at: office.now(),
    sent: null,
  }));
  await office.db.asOwner((tx) => openMatters(tx, journalRoom(office), openings));
  return openings.map(({ matterId }) => matterId);
}

/** Opens a task over the wire. */
export async function task(
  { client }: TestVisitor,
  { office }: TestOffice,
  region: string,
  title = '整改',
): Promise<string> {
  const matterId = office.newId();
  await client.matter.open({
    ...{ stepId: office.newId(), matterId, workflow: 'task', region, title },
    facts: { kind: 'inspection', problem: '台账不全' },
  });
  return matterId;
}

/** Opens the verification of a household over the wire. */
export async function verification(
  { client }: TestVisitor,
  { office }: TestOffice,
  householdId: string,
): Promise<string> {
  const matterId = office.newId();
  await client.matter.open({
    ...{ stepId: office.newId(), matterId, workflow: 'verification', householdId },
    facts: { severity: 'suspect', isKinCase: false, isComplaint: false },
  });
  return matterId;
}

/** Those who work in the two counties: two towns of the first, one of the second. */
export async function twoCounties(): Promise<{
  readonly one: TestOffice;
  readonly people: Readonly<Record<Person, TestVisitor & { readonly account: { readonly id: string } }>>;
}> {
  const one = await testOffice();
  const people = {
    eastCase: await one.visitor('东办员', { role: 'townCaseworker', area: east }),
    eastCase2: await one.visitor('东办二', { role: 'townCaseworker', area: east }),
    eastLead: await one.visitor('东乡长', { role: 'townLead', area: east }),
    county: await one.visitor('县经办', { role: 'countyCaseworker', area: '339901' }),
    reviewer: await one.visitor('县复核', { role: 'countyReviewer', area: '339901' }),
    countyLead: await one.visitor('县局长', { role: 'countyLead', area: '339901' }),
    westLead: await one.visitor('西乡长', { role: 'townLead', area: west }),
    southLead: await one.visitor('南乡长', { role: 'townLead', area: south }),
    tekunLead: await one.visitor('特困员', { role: 'townLead', area: east, programmes: ['tekun'] }),
    otherCounty: await one.visitor('乙局长', { role: 'countyLead', area: '339902' }),
    inspector: await one.visitor('督查员', { role: 'inspector', area: '3399' }),
  };
  return { one, people };
}

type Person =
  | 'eastCase'
  | 'eastCase2'
  | 'eastLead'
  | 'county'
  | 'reviewer'
  | 'countyLead'
  | 'westLead'
  | 'southLead'
  | 'tekunLead'
  | 'otherCounty'
  | 'inspector';
