import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from '@yangguang/contract/wire';
import type { Progress } from '@yangguang/contract/progress';
import { chinaDay } from '@yangguang/domain/words/china-day';
import { sql } from '@yangguang/store/sql';
import type { Office } from '../http/call.ts';
import { signInAs, unlessRefused } from './demo-client.ts';
import { demoPeople, demoPerson } from './demo-people.ts';
import { demoCounty, type DemoShow } from './demo-show.ts';
import { demoId } from './demo-state.ts';
import { makePeople } from './make-people.ts';
import { startWorking } from './start-working.ts';

/**
 * Brings the demo under way through the API, as an office would: campaign from its template, departments' files
 * imported and checked, leads dispatched, some taken up. Every step has its own lasting id: interrupted, it is simply
 * done again.
 */
export async function fillDemo(show: DemoShow): Promise<void> {
  const { office, state, address, say } = show;
  const clerk = await signInAs(address, state, demoPerson('countyCaseworker'));
  const campaignId = await createCampaign(show);
  say('导入示例县的部门文件', 'Importing the files of the departments');
  const batches = [await importFiles(show, clerk, campaignId)];
  const run = { id: demoId(state, 'run'), region: demoCounty.code, batches, campaignId, isDry: false };
  await clerk.run.start(run);
  await follow(show, async () => {
    const { state: at, progress, failure } = await clerk.run.get({ id: run.id });
    return { at, progress, fault: failure?.what.zh };
  });
  const town = await busiestTown(office);
  await makePeople(
    office,
    state,
    demoPeople.filter((person) => person.level > 6),
    town,
  );
  say('把疑点派发到乡镇', 'Dispatching the leads to the towns');
  await sendLeads(show, clerk, campaignId);
  await startWorking(show, town.slice(0, 9));
}

async function createCampaign({ office, state, address, say }: DemoShow): Promise<string> {
  say('按模板建立专项整治', 'Creating the campaign from its template');
  const chief = await signInAs(address, state, demoPerson('countyLead'));
  const [year = 0, month = 0] = chinaDay(office.now()).split('-').map(Number);
  const campaignId = demoId(state, 'campaign');
  await chief.campaign.create({
    campaignId,
    stepId: demoId(state, 'campaign step'),
    template: 's1-linyi-2018',
    // Its phases run from June to August: those of the next year when this one's are over.
    year: month > 6 ? year + 1 : year,
    region: demoCounty.code,
    title: '沂青县社会救助专项整治行动（演示）',
  });
  return campaignId;
}

async function importFiles(show: DemoShow, clerk: Client, campaignId: string): Promise<string> {
  const id = demoId(show.state, 'batch');
  const title = '示例县各部门数据（虚构）';
  await clerk.import.open({ id, region: demoCounty.code, title, campaignId });
  if ((await clerk.import.get({ id })).state === 'open') {
    for (const fileName of filesUnder(show.files))
      await clerk.import.upload({ batchId: id, fileName }, readFileSync(join(show.files, fileName)));
    await clerk.import.start({ id });
  }
  await follow(show, async () => {
    const { state: at, progress, failure } = await clerk.import.get({ id });
    return { at, progress, fault: failure?.what.zh };
  });
  return id;
}

async function sendLeads(show: DemoShow, clerk: Client, campaignId: string): Promise<void> {
  const id = demoId(show.state, 'dispatch');
  if ((await unlessRefused(() => clerk.dispatch.get({ id }))) === null) {
    const filter = { area: demoCounty.code, campaignId, severities: ['serious' as const] };
    const { leads } = await clerk.dispatch.preview(filter);
    if (leads === 0) return;
    await clerk.dispatch.send({ id, ...filter, expected: leads });
  }
  await follow(show, async () => {
    const { state: at, progress, failure } = await clerk.dispatch.get({ id });
    return { at, progress, fault: failure?.what.zh };
  });
}

interface Standing {
  readonly at: string;
  readonly progress: Progress | null;
  readonly fault: string | undefined;
}

/** Waits for a job, saying how far it is. @throws when it failed, or the abort's reason */
async function follow({ say, signal }: DemoShow, ask: () => Promise<Standing>): Promise<void> {
  let said = -1;
  for (;;) {
    const { at, progress, fault } = await ask();
    if (at === 'done') return;
    if (at !== 'waiting') throw new Error(`the demo could not be made: ${fault ?? at}`);
    said = sayStage(say, progress, said);
    await sleep(1000, null, { signal });
  }
}

/** Says the stage with every tenth of the way. @returns the tenth said last */
function sayStage(say: DemoShow['say'], progress: Progress | null, said: number): number {
  const stage = progress?.stage ?? null;
  const tenth = Math.floor((progress?.fraction ?? 0) * 10);
  if (stage === null || tenth === said) return said;
  say(`${percent(progress)} ${stage.zh}`, stage.en);
  return tenth;
}

function percent(progress: Progress | null): string {
  return `${String(Math.floor((progress?.fraction ?? 0) * 100)).padStart(3)}%`;
}

/** A village of the town with the most leads: there the people of town and village work. */
async function busiestTown(office: Office): Promise<string> {
  const row = await office.db.asOwner((tx) =>
    tx.find<{ region: string }>(sql`
      select max(l.region) as region from lead l where length(l.region) = 12
      group by left(l.region, 9) order by count(*) desc, 1 limit 1`),
  );
  return row?.region ?? demoCounty.code;
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}
