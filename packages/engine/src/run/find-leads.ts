import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { JudgedPair } from '@yangguang/domain/identity/judgement';
import { storedColumns } from '../import/canonical-tables.ts';
import type { Source } from '../import/source.ts';
import { readModel } from '../linkage/model/shipped.ts';
import { linkPeople } from '../linkage/people/link-people.ts';
import type { PersonSlot } from '../linkage/people/person-slot.ts';
import { weighLeads } from '../linkage/people/weigh-leads.ts';
import type { Pack } from '../pack/load-pack.ts';
import { loadPackTables } from '../pack/load-tables.ts';
import { isLookalike, loadLookalikes } from '../pack/lookalikes.ts';
import type { RulePage } from '../pack/rule-page.ts';
import { loadCodeWords } from '../rules/code-words.ts';
import { deriveTables, findDerivedTables } from '../rules/derive-tables.ts';
import { foldFloods } from '../rules/fold-floods.ts';
import { type RulesOutcome, runRules } from '../rules/run-rules.ts';
import { writeLeads } from '../rules/write-leads.ts';
import type { RunPlaceChoice } from './choose-place.ts';
import type { Progress } from './run-options.ts';

/** What `findLeads` works on. */
export interface FindingJob {
  readonly pack: Pack;
  readonly sources: readonly Source[];
  readonly pages: readonly RulePage[];
  readonly place: RunPlaceChoice;
  readonly policyFolder: string;
  /** What people have judged of identity. */
  readonly judgements: readonly JudgedPair[];
}

/** Shares of the whole run at which the stages of finding begin and end; import comes before, outputs after. */
const share = { link: 0.55, derive: 0.65, rules: 0.7, leads: 0.82 };

/** From imported data sets to table `lead`: link people, derive tables, run the rules, fold floods. */
export async function findLeads(
  db: DuckDBConnection,
  job: FindingJob,
  progress: Progress,
): Promise<RulesOutcome> {
  await loadPackTables(db, job.pack, job.place);
  await loadCodeWords(db, job.policyFolder, job.sources);
  progress.stage('识别同一人', 'Linking people', share.link);
  await completeHukouBooks(db);
  const looks = loadLookalikes(job.pack);
  const knowledge = {
    looks: (a: string, b: string): boolean => isLookalike(looks, a, b),
    shipped: await readModel(join(job.policyFolder, 'linkage', 'models'), 'registers'),
  };
  await linkPeople(db, personSlots(job.sources), knowledge, job.judgements);
  progress.stage('整理数据', 'Deriving tables', share.derive);
  await deriveTables(db, findDerivedTables(job.policyFolder));
  const outcome = await runRules(db, job.pages, (page, at) =>
    progress.stage(
      `${page.id} ${page.title.zh}`,
      `${page.id} ${page.title.en}`,
      share.rules + ((share.leads - share.rules) * at) / job.pages.length,
    ),
  );
  await foldFloods(db, job.pages);
  progress.stage('汇总疑点', 'Writing leads', share.leads);
  await writeLeads(
    db,
    job.pages,
    job.sources.map((s) => s.table),
  );
  await weighLeads(db, knowledge);
  return outcome;
}

/** Extracts without book numbers still say who heads the household: head and address stand in for the book. */
async function completeHukouBooks(db: DuckDBConnection): Promise<void> {
  await db.run(`update hukou set hukou_no = 'head:' || coalesce(head_id, concat_ws('|', head_name, address))
    where hukou_no is null and coalesce(head_id, head_name) is not null`);
}

/** The places for people in all data sets. */
export function personSlots(sources: readonly Source[]): PersonSlot[] {
  return sources.flatMap((source) =>
    source.persons.map((p) => ({
      table: source.table,
      slot: p.slot,
      name: p.name,
      id: p.id,
      columns: new Set(source.columns.flatMap(storedColumns).map(([name]) => name)),
    })),
  );
}
