import { programmes } from '@yangguang/domain/people/scope';
import { workflowIds } from '@yangguang/domain/workflows/all';
import { z } from 'zod';
import type { Instrument } from './law-file.ts';
import { PackError } from './pack-error.ts';
import { filesUnder, type PackRoot, readPackFile } from './pack-files.ts';
import { BilingualText, DateText } from './rule-head.ts';
import { readYaml } from './yaml-file.ts';

/**
 * A day of a campaign that can be held in any year: '08-15'; '+1 02-20' in the year after the one it begins in, '-1 01-01'
 * in the one before; '2018-01-01' where the notice itself names the year; 'springFestival' the last day before its holiday.
 */
const CampaignDay = z
  .string()
  .regex(
    /^(springFestival|([+-]1 )?(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])|\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01]))$/,
    "a day in quotes: '08-15', '+1 02-20', '2018-01-01' or springFestival",
  );

/** Kinds of unit that a task or report lies with. */
const unitKinds = [
  'province',
  'city',
  'county',
  'leadingGroup',
  'town',
  'village',
  'institution',
  'finance',
  'bank',
  'inspectionTeam',
  'issuer',
] as const;

/** The notice's own words, at most one sentence, and their clause: 'S1-2.1.5' is part 二, item （一）, sub-item 5. */
const Clause = z.string().regex(/^[A-Z][A-Z0-9]*-\d+(\.\d+)*$/, 'a clause such as S1-2.1.5');
const Quote = z.string().min(2).max(160);
const cited = { clause: Clause, quote: Quote };
const words = { zh: z.string().min(1), en: z.string().min(1) };

/** V: the notice says so. INF: the notice leaves it open and this product chose. */
const Sure = z.enum(['V', 'INF']);

const Phase = z.strictObject({
  id: z.string().regex(/^[a-z][A-Za-z]*$/),
  ...words,
  ...cited,
  /** The state of the campaign workflow this phase is. */
  state: z.enum(['mobilising', 'selfCheck', 'inspecting', 'summarising']),
  from: CampaignDay,
  /** Last day, inclusive. */
  until: CampaignDay,
});

const Task = z.strictObject({
  ...words,
  ...cited,
  phase: z.string().min(1),
  unit: z.enum(unitKinds),
  /** Absent: the last day of the phase. */
  due: CampaignDay.optional(),
  /** Rules whose leads are checked with it. */
  rules: z.array(z.string().regex(/^[A-Z]{3}-\d{2}$/)).default([]),
  /** Workflow that carries it, when it is more than a task. */
  workflow: z.enum(workflowIds).optional(),
});

const List = z.strictObject({
  id: z.enum(['problemList', 'taskList', 'responsibilityList']),
  ...words,
  columns: z.array(z.string().min(1)).min(3),
});

const Ledger = z.strictObject({
  ...words,
  ...cited,
  every: z.enum(['week', 'fortnight', 'month', 'quarter']),
  /** Day of the first month of the next period by which it is due; absent: the last day of the period. */
  day: z.number().int().min(1).max(28).optional(),
  cadenceSure: Sure,
  from: z.enum(unitKinds),
  to: z.enum(unitKinds),
  columns: z.array(z.string().min(1)).min(3),
  columnsSure: Sure,
});

const Report = z.strictObject({
  id: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
  ...words,
  ...cited,
  due: CampaignDay,
  from: z.enum(unitKinds),
  to: z.enum(unitKinds),
  /** Columns of a table form, in the order of the notice. */
  columns: z.array(z.string().min(1)).optional(),
});

const Cohort = z.strictObject({
  id: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
  ...words,
  ...cited,
  /** Looked back to. */
  since: CampaignDay.optional(),
});

const CampaignFile = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a kebab-case id such as s1-linyi-2018'),
  title: BilingualText,
  /** Id of the notice in policy/law. */
  instrument: z.string().min(1),
  number: z.string().min(1).optional(),
  issuer: z.string().min(1),
  issuedOn: DateText.optional(),
  level: z.enum(['province', 'city', 'county', 'town']),
  addressees: z.array(z.string().min(1)).min(1),
  openness: z.enum(['public', 'onRequest', 'unstated']),
  /** Division code the notice was for. */
  region: z.string().regex(/^\d{2}(\d{2}(\d{2}(\d{3})?)?)?$/),
  /** Year in which it began; its dates move with the year it is held in. */
  year: z.number().int().min(2000).max(2100),
  programmes: z.array(z.enum(programmes)).min(1),
  goals: z.array(z.strictObject(cited)).min(1),
  leadingGroup: z.array(z.string().min(1)).default([]),
  phases: z.array(Phase).min(1),
  tasks: z.array(Task).min(1),
  lists: z.array(List).min(1),
  ledgers: z.array(Ledger),
  reports: z.array(Report).min(1),
  cohorts: z.array(Cohort).min(1),
  /** Families of rules that run, all their active pages. */
  families: z.array(z.string().regex(/^[A-Z]{3}$/)).min(1),
  /** Null: the notice asks for no sample. */
  sampling: z
    .strictObject({ ...cited, parameter: z.string().min(1), priority: z.array(Quote).default([]) })
    .nullable(),
  /** Days before a due date on which those responsible are reminded. */
  remindDays: z.array(z.number().int().min(0).max(60)).min(1),
  /** Staff and cadres as proxies, with the consent of the county (domain §11.5). */
  officialProxyAllowed: z.boolean().default(false),
  /** Photos and position in visits: off; turned on only with the legal need in words. Never a condition for closing. */
  photos: z.union([z.literal(false), z.strictObject({ legalNeed: z.string().min(4) })]).default(false),
  position: z.union([z.literal(false), z.strictObject({ legalNeed: z.string().min(4) })]).default(false),
});

export type CampaignTemplate = z.output<typeof CampaignFile> & { readonly file: string };
export type CampaignPhase = CampaignTemplate['phases'][number];
export type CampaignTask = CampaignTemplate['tasks'][number];
export type CampaignLedger = CampaignTemplate['ledgers'][number];

/**
 * Reads one file of policy/campaigns.
 * @throws PackError PACK-02 (shape), PACK-50 (file name), PACK-51 (a task names no phase, or a clause of another notice)
 */
export function readCampaign(text: string, file: string): CampaignTemplate {
  const read = readYaml(text, file, CampaignFile);
  const base = (file.split(/[\\/]/).at(-1) ?? '').replace(/\.ya?ml$/, '');
  if (base !== read.id) {
    throw new PackError(
      'PACK-50',
      { file, line: 1 },
      {
        zh: `文件名与方案编号 ${read.id} 不同。请把文件改名为 ${read.id}.yml。`,
        en: `The file is not named after its campaign. Rename it ${read.id}.yml.`,
      },
    );
  }
  const phases = new Set(read.phases.map((p) => p.id));
  const lost = read.tasks.find((t) => !phases.has(t.phase));
  const strange = clausesOf(read).find((c) => !c.startsWith(`${read.instrument}-`));
  if (lost !== undefined || strange !== undefined) {
    const what = lost?.phase ?? strange ?? '';
    throw new PackError(
      'PACK-51',
      { file, line: 1 },
      {
        zh: `“${what}”不是本方案的阶段或条款。任务的 phase 要写 phases 中的编号，条款以 ${read.instrument}- 开头。`,
        en: `"${what}" is no phase or clause of this campaign. Name a phase of the list; clauses begin with ${read.instrument}-.`,
      },
    );
  }
  return { ...read, file };
}

/** Every clause a template cites. */
export function clausesOf(campaign: z.output<typeof CampaignFile>): string[] {
  const { goals, phases, tasks, ledgers, reports, cohorts, sampling } = campaign;
  const parts = [goals, phases, tasks, ledgers, reports, cohorts, sampling === null ? [] : [sampling]];
  return parts.flat().map((part) => part.clause);
}

/**
 * The campaign templates of all directories; a later directory replaces a template of the same id. Sorted by id.
 * @throws PackError as readCampaign does
 */
export function loadCampaigns(roots: readonly PackRoot[]): CampaignTemplate[] {
  const byId = new Map<string, CampaignTemplate>();
  for (const root of roots) {
    for (const file of filesUnder(root, 'campaigns/', '.yml')) {
      const campaign = readCampaign(readPackFile(root, file), file);
      byId.set(campaign.id, campaign);
    }
  }
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** What a template may name. */
export interface CampaignNames {
  readonly law: ReadonlyMap<string, Instrument>;
  readonly rules: readonly { readonly id: string; readonly family: string }[];
  readonly parameters: readonly { readonly name: string }[];
}

/** Checks that notice, rules, families and parameters of every template exist. @throws PackError PACK-52 */
export function checkCampaigns(campaigns: readonly CampaignTemplate[], names: CampaignNames): void {
  const families = new Set(names.rules.map((r) => r.family));
  const rules = new Set(names.rules.map((r) => r.id));
  const parameters = new Set(names.parameters.map((p) => p.name));
  for (const campaign of campaigns) {
    const odd =
      (names.law.has(campaign.instrument) ? undefined : campaign.instrument) ??
      campaign.families.find((f) => !families.has(f)) ??
      campaign.tasks.flatMap((t) => t.rules).find((r) => !rules.has(r)) ??
      (campaign.sampling === null || parameters.has(campaign.sampling.parameter)
        ? undefined
        : campaign.sampling.parameter);
    if (odd === undefined) continue;
    throw new PackError(
      'PACK-52',
      { file: campaign.file, line: 1 },
      {
        zh: `“${odd}”在政策包中不存在（法规、规则、规则类或参数）。请核对编号。`,
        en: `"${odd}" is not in the pack (law, rule, family or parameter). Check the id.`,
      },
    );
  }
}
