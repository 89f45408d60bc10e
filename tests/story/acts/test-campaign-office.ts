import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateCounty } from '@yangguang/county/generate-county';
import type { matter } from '@yangguang/contract/matter';
import type { Output } from '@yangguang/contract/operation';
import type { Truth } from '@yangguang/county/truth';
import type { Worker } from '@yangguang/server/jobs/open-worker';
import { sql } from '@yangguang/store/sql';
import { testWork } from './test-intake.ts';
import type { Person } from './test-person.ts';
import { openStory, type Story } from './test-story.ts';

export const linyi = '3713';

/** The twelve who carry the campaign. */
export interface Twelve {
  readonly cityOfficer: Person;
  readonly inspector: Person;
  readonly secondInspector: Person;
  readonly countyLead: Person;
  readonly officer: Person;
  readonly secondOfficer: Person;
  readonly reviewer: Person;
  readonly townLead: Person;
  readonly otherTownLead: Person;
  readonly clerk: Person;
  readonly colleague: Person;
  readonly otherClerk: Person;
}

/** A city with one county of made-up departments' files, its people, and the clock at the day of the notice. */
export interface CampaignOffice {
  readonly story: Story;
  readonly truth: Truth;
  /** The files of the departments. */
  readonly folder: string;
  readonly towns: readonly string[];
  readonly people: Twelve;
  /** Made when the campaign is created. */
  readonly campaignId: string;
  /** Those who work in the town of that division: who leads it, and two who visit. */
  deskOf(region: string): { readonly lead: Person; readonly pair: readonly [Person, Person] };
  /**
   * Who carries a lead: the town's desk, or, of one that names officials, the county's lead and reviewer, who alone may
   * read it.
   */
  carriersOf(lead: {
    readonly id: string;
    readonly region: string;
  }): Promise<{ readonly opener: Person; readonly judge: Person }>;
  /** All matters of the campaign that a filter gives, as the county lead sees them. */
  matters(...filter: string[]): Promise<Output<typeof matter.list>['items']>;
  /** Sees a matter as it is now: a job may have taken a step of it. */
  look(person: Person, matterId: string): Promise<void>;
  /** The same step for many, each of which must let it. */
  bulk(person: Person, matters: readonly { readonly id: string }[], action: string): Promise<void>;
  /** A family that receives rural dibao and that nothing of the campaign is about; another one each time. */
  quietFamily(): Promise<{ readonly household: string; readonly region: string }>;
  /** Names of those who took a step of the campaign's matters, sorted. */
  whoActed(): Promise<string[]>;
  /** Open matters of the campaign that are not on the look-back list. */
  unlisted(): Promise<string[]>;
  close(): Promise<void>;
}

export async function campaignOffice(on: string): Promise<CampaignOffice> {
  const scratch = mkdtempSync(join(tmpdir(), 'yangguang-campaign-'));
  const folder = join(scratch, 'county');
  const truth = await generateCounty({ folder, households: 40, seed: 5, asOf: '2018-05-31' });
  const story = await openStory(on);
  const towns = await addDivisions(story, truth);
  const worker: Worker = await testWork(story.t);
  const people = await twelve(story, truth.region, towns);
  const campaignId = story.t.office.newId();
  const deskOf: CampaignOffice['deskOf'] = (region) =>
    towns.indexOf(region.slice(0, 9)) < 2
      ? { lead: people.townLead, pair: [people.clerk, people.colleague] }
      : { lead: people.otherTownLead, pair: [people.otherClerk, people.colleague] };
  return {
    ...{ story, truth, folder, towns, people, campaignId, deskOf },
    carriersOf: async ({ id, region }) => {
      const { items } = await people.officer.client.matter.list({
        filter: [`campaign:${campaignId}`],
        limit: 200,
      });
      const { lead, pair } = deskOf(region);
      return items.some((one) => one.id === id)
        ? { opener: pair[0], judge: lead }
        : { opener: people.countyLead, judge: people.reviewer };
    },
    matters: async (...filter) => {
      const wanted = [`campaign:${campaignId}`, ...filter];
      return (await people.countyLead.client.matter.list({ filter: wanted, limit: 200 })).items;
    },
    look: async (person, matterId) =>
      story.seen(matterId, (await person.client.matter.get({ id: matterId })).version),
    bulk: (person, matters, action) => bulk(story, person, matters, action),
    quietFamily: () => quietFamily(story, truth.region),
    whoActed: () => whoActed(story, campaignId),
    unlisted: () => unlisted(story, campaignId),
    close: async () => {
      await worker.stop();
      await story.close();
      rmSync(scratch, { recursive: true, force: true });
    },
  };
}

/** The county and its towns, as the office knows them before any file comes. @returns codes of the towns */
async function addDivisions({ t }: Story, truth: Truth): Promise<string[]> {
  const names = [...new Set(truth.planted.flatMap(({ town }) => town ?? []))].sort();
  const towns = names.map((name, i) => [`${truth.region}${String(i + 1).padStart(3, '0')}`, name] as const);
  const places = [['37', '山东省'], [linyi, '临沂市'], [truth.region, truth.regionName], ...towns];
  await t.office.db.asOwner((tx) =>
    tx.run(sql`insert into division (code, name)
      select * from unnest(${places.map(([code]) => code)}::text[], ${places.map(([, name]) => name)}::text[])`),
  );
  return towns.map(([code]) => code);
}

async function twelve(story: Story, county: string, towns: readonly string[]): Promise<Twelve> {
  const [near, far] = [towns.slice(0, 2), towns.slice(2)];
  return {
    cityOfficer: await story.person('常青', 'cityOfficer', linyi),
    inspector: await story.person('严察', 'inspector', linyi),
    secondInspector: await story.person('宋督', 'inspector', linyi),
    countyLead: await story.person('高峰', 'countyLead', county),
    officer: await story.person('何静', 'countyCaseworker', county),
    secondOfficer: await story.person('方正', 'countyCaseworker', county),
    reviewer: await story.person('秦明', 'countyReviewer', county),
    townLead: await story.person('郑强', 'townLead', ...near),
    otherTownLead: await story.person('万里', 'townLead', ...far),
    clerk: await story.person('林晓', 'townCaseworker', ...near),
    colleague: await story.person('周宁', 'townCaseworker', ...towns),
    otherClerk: await story.person('贺文', 'townCaseworker', ...far),
  };
}

async function bulk(
  story: Story,
  person: Person,
  matters: readonly { readonly id: string }[],
  action: string,
): Promise<void> {
  const { client } = person;
  const items = [];
  for (const { id } of matters) {
    const { version } = await client.matter.get({ id });
    items.push({ matterId: id, expectedVersion: version, stepId: story.t.office.newId() });
  }
  const done = await client.matter.bulkAct({ items, action });
  for (const { matterId, taken, why } of done.items) {
    if (taken === null) throw new Error(`${action} was refused: ${why?.code ?? ''}`);
    story.seen(matterId, taken.version);
  }
}

function quietFamily({ t }: Story, county: string): Promise<{ household: string; region: string }> {
  return t.office.db.asOwner((tx) =>
    tx.get<{ household: string; region: string }>(sql`
      select h.id as household, h.region from household h
      where starts_with(h.region, ${county}) and h.programme = 'dibao_rural'
        and exists (select 1 from entitlement e where e.household_id = h.id and e.programme = 'dibao_rural'
          and e.to_month is null)
        and not exists (select 1 from matter m where m.household_id = h.id)
      order by h.id limit 1`),
  );
}

async function whoActed({ t }: Story, campaignId: string): Promise<string[]> {
  const rows = await t.office.db.asOwner((tx) =>
    tx.rows<{
      name: string;
    }>(sql`select distinct a.full_name as name from step s join matter m on m.id = s.matter_id
      join account a on a.id = s.account_id where m.campaign_id = ${campaignId}`),
  );
  return rows.map(({ name }) => name).sort();
}

async function unlisted({ t }: Story, campaignId: string): Promise<string[]> {
  const rows = await t.office.db.asOwner((tx) =>
    tx.rows<{
      id: string;
    }>(sql`select m.id from matter m where m.campaign_id = ${campaignId} and not m.is_ended
      and m.workflow <> 'campaign' and not exists (select 1 from look_back b where b.matter_id = m.id)`),
  );
  return rows.map(({ id }) => id);
}
