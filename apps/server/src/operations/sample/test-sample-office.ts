import type { Input, Output } from '@yangguang/contract/operation';
import type { sample } from '@yangguang/contract/sample';
import { sql } from '@yangguang/store/sql';
import { type TestOffice, testOffice, type TestVisitor } from '../../test-office.ts';

type Signed = TestVisitor & { readonly account: { readonly id: string } };

interface SampleHousehold {
  readonly id: string;
  readonly town: string;
  readonly persons: number;
}

/** A city that inspects a county with forty households in two towns. */
export interface SampleOffice {
  readonly one: TestOffice;
  readonly city: Signed;
  /** The team of every draw: this one and the second. */
  readonly inspector: Signed;
  readonly second: Signed;
  /** Of the city as well, and of no team. */
  readonly stranger: Signed;
  readonly clerk: Signed;
  readonly county: Signed;
  readonly campaignId: string;
  readonly households: readonly SampleHousehold[];
  /** Of these the first is in a lead about kin, the second in a serious one, the third in a petition. */
  readonly kin: string;
  readonly serious: string;
  readonly complained: string;
  /** Receives nothing any more. */
  readonly left: string;
  /** An inspection of the county. */
  plan(kind?: 'sample' | 'unannounced'): Promise<string>;
  draw(
    matterId: string,
    isSealed?: boolean,
    weights?: Record<string, number>,
  ): Promise<{ input: Input<typeof sample.draw>; drawn: Output<typeof sample.draw> }>;
  itemsOf(sampleId: string): Promise<Output<typeof sample.items>['items']>;
  /** The team is there, without a seal to open. */
  arrive(matterId: string): Promise<void>;
  /** The second visit is on record, as the workflow of visits leaves it. */
  visited(matters: readonly string[]): Promise<void>;
}

/** @param given an office that is open already; its own when left out */
export async function sampleOffice(given?: TestOffice): Promise<SampleOffice> {
  const one = given ?? (await testOffice({ at: '2026-06-01T09:00:00+08:00' }));
  const id = (): string => one.office.newId();
  const city = await one.visitor('市经办', { role: 'cityOfficer', area: '3399' });
  const inspector = await one.visitor('督查甲', { role: 'inspector', area: '3399' });
  const second = await one.visitor('督查乙', { role: 'inspector', area: '3399' });
  const campaignId = id();
  await city.client.campaign.create({
    ...{ stepId: id(), campaignId, template: 's1-linyi-2018', year: 2026, region: '3399' },
  });
  const households = Array.from({ length: 40 }, (_, n) => ({
    ...{ id: id(), town: n % 3 === 0 ? '339901002' : '339901001', persons: 1 + (n % 4) },
  }));
  const [kin = '', serious = '', complained = ''] = households.map((h) => h.id);
  const left = households[39]?.id ?? '';
  await addHouseholds(one, households, left);
  await addPetition(one, complained);
  await addLead(one, kin, 'suspect', true);
  await addLead(one, serious, 'serious', false);
  return {
    ...{ one, city, inspector, second, campaignId, households, kin, serious, complained, left },
    stranger: await one.visitor('督查丙', { role: 'inspector', area: '3399' }),
    clerk: await one.visitor('东乡经办', { role: 'townCaseworker', area: '339901001' }),
    county: await one.visitor('县复核', { role: 'countyReviewer', area: '339901' }),
    ...inspections(one, inspector, second, campaignId),
  };
}

function inspections(
  one: TestOffice,
  inspector: Signed,
  second: Signed,
  campaignId: string,
): Pick<SampleOffice, 'plan' | 'draw' | 'itemsOf' | 'arrive' | 'visited'> {
  const id = (): string => one.office.newId();
  return {
    plan: async (kind = 'sample') => {
      const matterId = id();
      await inspector.client.matter.open({
        ...{ stepId: id(), matterId, workflow: 'inspection', region: '3399', title: '甲县抽查', campaignId },
        facts: { kind, inspectedRegion: '339901', plan: '分两组入户', fromOn: '2026-06-02' },
      });
      return matterId;
    },
    draw: async (matterId, isSealed = false, weights = {}) => {
      const team = [inspector.account.id, second.account.id];
      const input = { sampleId: id(), stepId: id(), matterId, expectedVersion: 0, team, isSealed, weights };
      const drawn = await inspector.client.sample.draw(input);
      return { input: { ...input, leastHouseholds: 2 }, drawn };
    },
    itemsOf: async (sampleId) => (await inspector.client.sample.items({ id: sampleId, limit: 200 })).items,
    arrive: async (matterId) => {
      const { version } = await inspector.client.matter.get({ id: matterId });
      const facts = { openedAt: '2026-06-02T09:00:00+08:00', place: '东乡' };
      const step = { stepId: id(), matterId, action: 'arrive', expectedVersion: version, facts };
      await inspector.client.matter.act(step);
    },
    visited: async (matters) => {
      await one.office.db.asOwner((tx) =>
        tx.run(sql`update matter set state = 'visited' where id = any(${matters}::uuid[])`),
      );
    },
  };
}

async function addHouseholds(
  one: TestOffice,
  households: readonly SampleHousehold[],
  left: string,
): Promise<void> {
  await one.office.db.asOwner(async (tx) => {
    for (const [n, { id, town, persons }] of households.entries()) {
      await tx.run(sql`insert into household (id, region, programme, head_name, members, updated_at)
        values (${id}, ${`${town}001`}, 'dibao_rural', ${`张${n}`}, ${persons}, now())`);
      await tx.run(sql`insert into entitlement (id, household_id, region, programme, monthly_fen, from_month, to_month)
        values (${one.office.newId()}, ${id}, ${`${town}001`}, 'dibao_rural', 30000, '2025-01-01',
          ${id === left ? '2026-03-01' : null})`);
    }
  });
}

async function addPetition(one: TestOffice, household: string): Promise<void> {
  await one.office.db.asOwner((tx) =>
    tx.run(sql`insert into matter (id, workflow, household_id, region, programme, title, state, opened_at, changed_at)
      select ${one.office.newId()}, 'petition', id, region, programme, '来信', 'registered', now(), now()
      from household where id = ${household}`),
  );
}

async function addLead(
  one: TestOffice,
  household: string,
  severity: 'suspect' | 'serious',
  isRestricted: boolean,
): Promise<void> {
  const matter = one.office.newId();
  await one.office.db.asOwner(async (tx) => {
    await tx.run(sql`insert into matter (id, workflow, household_id, region, programme, title, state, severity, opened_at,
        changed_at)
      select ${matter}, 'lead', id, region, programme, '张', 'triaged', ${severity}, now(), now()
      from household where id = ${household}`);
    await tx.run(sql`insert into lead (id, matter_id, household_id, run_id, last_run_id, rule, family, severity,
        identity_tier, grade, subject_kind, subject_name, is_restricted, summary_zh, summary_en, private, region,
        programme, pack_version, rule_hash)
      select ${household}, ${matter}, id, ${matter}, ${matter}, 'X-01', ${isRestricted ? 'KIN' : 'INC'}, ${severity},
        'same', 'lead', 'person', '张', ${isRestricted}, 's', 's', '', region, programme, '1', 'h'
      from household where id = ${household}`);
  });
}
