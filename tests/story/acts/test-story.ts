import type { Role } from '@yangguang/domain/people/role';
import type { Programme } from '@yangguang/domain/people/scope';
import { checkDigit } from '@yangguang/domain/words/id-check';
import { workflows } from '@yangguang/domain/workflows/all';
import { type TestOffice, testOffice } from '@yangguang/server/test-office';
import { verify } from '@yangguang/store/audit/verify';
import { putHouseholds } from '@yangguang/store/household/household';
import { sql } from '@yangguang/store/sql';
import { vi } from 'vitest';
import { letClocksAct } from './test-clock.ts';
import { type Person, type SeenVersions, testPerson } from './test-person.ts';

// A story is hundreds of requests: seconds, and a minute where many share the machine.
vi.setConfig({ testTimeout: 240_000 });

/** Places of every story: a county with two towns, a village in each, and its city. */
export const city = '3399';
export const county = '339901';
export const east = '339901001';
export const firstVillage = '339901001001';
export const west = '339901002';
export const westVillage = '339901002001';

/** A family as the department's roll has it; nobody of that name and number exists. */
export interface Family {
  readonly head: string;
  readonly members?: readonly { readonly name: string; readonly relation: string }[];
  readonly village?: string;
  readonly programme?: Exclude<Programme, 'none'>;
  /** Integer fen a month; 0 receives nothing. */
  readonly monthlyFen?: number;
  /** 'YYYY-MM' */
  readonly since?: string;
}

/** A period of what a family receives, oldest first; `until` is exclusive, null goes on. */
export interface Receives {
  readonly monthlyFen: number;
  readonly from: string;
  readonly until: string | null;
}

/** An office, its people and its families, with a clock that only the story moves. */
export interface Story {
  readonly t: TestOffice;
  /** @param areas where the role is held */
  person(name: string, role: Role, ...areas: string[]): Promise<Person>;
  /** @returns the id of the household */
  family(family: Family): Promise<string>;
  receives(household: string, programme?: Programme): Promise<Receives[]>;
  /** A step taken by another operation than matter.act. */
  seen(matterId: string, version: number): void;
  stateOf(matterId: string): Promise<string>;
  /** The steps of the workflow, oldest first, documents, links and remarks left out. */
  journalOf(matterId: string): Promise<string[]>;
  /** Lets time pass to the morning of that day; the clocks that end on the way take their steps. @returns what they took */
  passTo(on: string): Promise<string[]>;
  /** What `yangguang verify` finds: nothing, in a story. */
  faults(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/**
 * @param on the morning the story begins on, 'YYYY-MM-DD'
 * @param desk folder of the built desk, for a story in a browser
 */
export async function openStory(on: string, desk?: string): Promise<Story> {
  const t = await testOffice({ at: `${on}T09:00:00+08:00`, ...(desk === undefined ? {} : { desk }) });
  const seen: SeenVersions = new Map();
  const stateOf = async (matterId: string): Promise<string> =>
    (await one<{ state: string }>(t, matterId)).state;
  return {
    t,
    person: (name, role, ...areas) => testPerson(t, seen, name, role, areas),
    seen: (matterId, version) => void seen.set(matterId, version),
    family: (family) => putFamily(t, family),
    receives: (household, programme = 'dibao_rural') => readReceives(t, household, programme),
    stateOf,
    journalOf: (matterId) => readJournal(t, matterId),
    passTo: async (day) => {
      t.setClock(`${day}T09:00:00+08:00`);
      const taken = await letClocksAct(t);
      for (const { matterId, version } of taken) seen.set(matterId, version);
      return taken.map(({ action }) => action).filter((action) => !action.includes('.'));
    },
    faults: async () => {
      const { vault } = t.office;
      const { findings } = await verify(t.office.db, { vault, workflows });
      return findings.map(({ what, table, key }) => `${what} ${table} ${key}`);
    },
    close: () => t.close(),
  };
}

function one<Row extends object>(t: TestOffice, matterId: string): Promise<Row> {
  return t.office.db.asOwner((tx) => tx.get<Row>(sql`select * from matter where id = ${matterId}`));
}

async function putFamily(t: TestOffice, family: Family): Promise<string> {
  const { head, members = [], village = firstVillage, programme = 'dibao_rural' } = family;
  const { monthlyFen = 0, since = '2018-01' } = family;
  const { db, vault, newId, now } = t.office;
  const id = newId();
  const everybody = [{ name: head, relation: '户主' }, ...members];
  const entitlement = { id: newId(), programme, monthlyFen: BigInt(monthlyFen), toMonth: null };
  await db.asOwner((tx) =>
    putHouseholds(
      tx,
      vault,
      [
        {
          id,
          region: village,
          programme,
          headName: head,
          address: null,
          private: {
            members: everybody.map(({ name, relation }, i) => ({
              name,
              relation,
              isInsured: monthlyFen > 0,
              idNumber: numberOf(village, id, i),
            })),
            accounts: [],
            phones: [],
          },
          entitlements: monthlyFen === 0 ? [] : [{ ...entitlement, fromMonth: `${since}-01` }],
        },
      ],
      now(),
    ),
  );
  return id;
}

/** A number that nobody has, made from the id of the household. */
function numberOf(village: string, household: string, member: number): string {
  const serial = String((Number.parseInt(household.slice(0, 6), 16) + member) % 1000).padStart(3, '0');
  const front = `${village.slice(0, 6)}1958${String(1 + (member % 9)).padStart(2, '0')}07${serial}`;
  return `${front}${checkDigit(front)}`;
}

async function readReceives(t: TestOffice, household: string, programme: Programme): Promise<Receives[]> {
  const rows = await t.office.db.asOwner((tx) =>
    tx.rows<{ fen: bigint; since: string; until: string | null }>(sql`
      select monthly_fen as fen, to_char(from_month, 'YYYY-MM') as since, to_char(to_month, 'YYYY-MM') as until
      from entitlement where household_id = ${household} and programme = ${programme}
        and (to_month is null or to_month > from_month) order by from_month`),
  );
  return rows.map(({ fen, since, until }) => ({ monthlyFen: Number(fen), from: since, until }));
}

async function readJournal(t: TestOffice, matterId: string): Promise<string[]> {
  const steps = await t.office.db.asOwner((tx) =>
    tx.rows<{ action: string }>(sql`select action from step where matter_id = ${matterId}
      and position('.' in action) = 0 order by step_no`),
  );
  return steps.map(({ action }) => action);
}
