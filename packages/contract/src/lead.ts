import { z } from 'zod';
import { filterTokens } from './filter-token.ts';
import { leadFilters } from './lead-filters.ts';
import { LeadLine } from './lead-line.ts';
import {
  EvidenceCell,
  EvidencePair,
  EvidenceRow,
  FoundBy,
  IdentityProof,
  IdentityWeights,
} from './lead-proof.ts';
import { leadQueue, Part } from './lead-queue.ts';
import { MatterLine, StepId, StepTaken, stepRefusals } from './matter-parts.ts';
import { DateOn, Id, Instant, operation, page, PageInput, RegionCode, Words } from './operation.ts';

const Bucket = z.strictObject({
  workflow: z.string(),
  state: z.string(),
  title: Words,
  open: z.number().int(),
  overdue: z.number().int(),
  dueSoon: z.number().int(),
  nextDueOn: DateOn.nullable(),
});

/** Everything found about one household, or about what is none: a village, a batch, an official. */
const LeadCard = z.strictObject({
  householdId: Id.nullable(),
  region: RegionCode,
  programme: z.string(),
  /** 张* unless something of it is assigned to the caller. */
  headName: z.string(),
  /** The gravest of its open leads. */
  severity: z.string().nullable(),
  dueOn: DateOn.nullable(),
  isOverdue: z.boolean(),
  /** Of the open leads in reach. */
  openLeads: z.number().int(),
  amountFen: z.number().int(),
  /** What the household receives a month now. */
  receivesMonthlyFen: z.number().int(),
  /** Open leads that say it was left out of something. */
  mayBeMissing: z.number().int(),
  /** The first twenty, soonest due first; the rest is on the household's card. */
  leads: z.array(LeadLine),
});

/** The rule in words, as the policy pack has it now. */
export const RulePage = z.strictObject({
  title: Words,
  status: z.enum(['draft', 'active', 'retired']),
  what: Words,
  whyInnocent: Words,
  verify: Words,
  innocent: z.array(Words),
  basis: z.array(
    z.strictObject({
      instrument: z.string(),
      title: Words,
      number: z.string().nullable(),
      article: z.string(),
      text: z.string().nullable(),
      from: DateOn,
      to: DateOn.nullable(),
    }),
  ),
  columns: z.record(z.string(), Words),
});

const Verdict = z.enum(['confirmed', 'partly', 'innocent', 'dataWrong', 'identityWrong']);

const Earlier = z.strictObject({
  leadId: z.string(),
  matterId: Id,
  state: z.string(),
  isEnded: z.boolean(),
  verdict: Verdict.nullable(),
  openedAt: Instant,
  period: z.string().nullable(),
  packVersion: z.string(),
  /** Whether it rested on the very same facts. */
  hasSameFacts: z.boolean(),
});

/** A rule's record: what became of what it found. */
export const RuleRecord = z.strictObject({
  found: z.number().int(),
  /** Dispatched to be verified, or further. */
  dispatched: z.number().int(),
  /** Found out, one way or another: the sum of the five below. */
  checked: z.number().int(),
  confirmed: z.number().int(),
  partly: z.number().int(),
  innocent: z.number().int(),
  dataWrong: z.number().int(),
  identityWrong: z.number().int(),
  /** Money at stake in those confirmed, wholly or partly. */
  confirmedFen: z.number().int(),
  /** Confirmed, wholly or partly, of those checked; with the 95 % interval of Wilson. Null while nothing was checked. */
  precision: z.strictObject({ rate: z.number(), low: z.number(), high: z.number() }).nullable(),
});

/** 疑点: what the rules found, and the way it goes. Never a verdict. */
export const lead = {
  ...leadQueue,
  list: operation({
    method: 'GET',
    path: '/lead/list',
    title: { zh: '疑点列表', en: 'List leads' },
    about: {
      zh: '范围内的疑点，先到期的在前；filter 如 rule:INC-01、severity:serious、town:371302001、assigned:me。',
      en: 'Leads in reach, soonest due first; filters such as rule:INC-01, severity:serious, town:371302001, assigned:me.',
    },
    may: 'lead.read',
    input: z.strictObject({ ...PageInput, filter: filterTokens(leadFilters) }),
    output: page(LeadLine),
    refusals: [],
    logs: 'list',
  }),
  get: operation({
    method: 'GET',
    path: '/lead',
    title: { zh: '查看疑点', en: 'One lead' },
    about: {
      zh: '规则与依据、证据行（已遮盖，注明文件和行号）、是不是同一个人的正反理由、可能的正当原因、规则版本和此前的结论；历程见 matter.get。',
      en: 'The rule with its basis, the rows that prove it (masked, with file and row), what speaks for and against its being the same person, innocent explanations, the version of the rule and what was found before. Its steps are with matter.get.',
    },
    may: 'lead.read',
    input: z.strictObject({ matterId: Id }),
    output: LeadLine.extend({
      packVersion: z.string().nullable(),
      /** Version of the rule that found it. */
      ruleHash: z.string().nullable(),
      /** The pack has changed since: the page may say something else now. */
      isPackNewer: z.boolean(),
      /** Null for a lead that no rule found, or of a rule that is no longer in the pack. */
      page: RulePage.nullable(),
      /** What speaks for and against its being the same person. */
      match: z.strictObject({ for: Words.nullable(), against: Words.nullable() }),
      /** What must come first, such as identity_check. */
      firstStep: z.string().nullable(),
      /** A local number the rule needs is not told yet. */
      isUnconfirmed: z.boolean(),
      isRestricted: z.boolean(),
      /** Masked: identity and account numbers, telephones, names unless assigned, nothing about health. */
      facts: z.record(z.string(), z.unknown()),
      /** The facts in words, as the rule's page names them; what is not known is left out. */
      found: z.array(EvidenceCell),
      evidence: z.array(EvidenceRow),
      /** Rows that speak of one person, side by side; those about the subject first. */
      pairs: z.array(EvidencePair),
      /** Null where it is about nobody, or where one row alone speaks of him. */
      identity: IdentityProof.nullable(),
      /** Null where the run weighed nothing: decided by number, or found by an earlier release. */
      weights: IdentityWeights.nullable(),
      /** Null for a lead that no rule found, and to whom the run is out of reach. */
      foundBy: FoundBy.nullable(),
      /** What the same rule found about the same subject before, newest first. */
      earlier: z.array(Earlier),
    }),
    refusals: [],
    logs: 'person',
  }),
  households: operation({
    method: 'GET',
    path: '/lead/households',
    title: { zh: '疑点列表（按户）', en: 'Leads by household' },
    about: {
      zh: '一户一张卡：全部未办结疑点、现领金额、可能应享未享的；先到期的在前，筛选同 lead.list。给出位置（by=household 的 lead.outline）时从该处起。',
      en: 'One card a household: all its open leads, what it receives, what it may be missing. Soonest due first; filters as in lead.list. From a place on when one is given (lead.outline by household).',
    },
    may: 'lead.read',
    input: z.strictObject({ ...PageInput, ...Part, filter: filterTokens(leadFilters) }),
    output: page(LeadCard),
    refusals: [],
    logs: 'list',
  }),
  precision: operation({
    method: 'GET',
    path: '/lead/precision',
    title: { zh: '规则准确率', en: 'Record of the rules' },
    about: {
      zh: '范围内每条规则发现多少、派发多少、已查清多少、其中属实、不属实、数据有误、身份不符各多少，属实率及其区间；按规则和规则版本。',
      en: 'For every rule, in reach: how many were found, dispatched and found out, and of these how many confirmed, innocent, with wrong data or the wrong person; precision with its interval; by rule and by version of the rule.',
    },
    may: 'lead.read',
    input: z.strictObject({ filter: filterTokens(['rule', 'campaign']) }),
    output: z.strictObject({
      items: z.array(
        RuleRecord.extend({
          rule: z.string(),
          title: Words,
          versions: z.array(
            RuleRecord.extend({
              ruleHash: z.string(),
              /** Packs that carried this version. */
              packVersions: z.array(z.string()),
            }),
          ),
        }),
      ),
    }),
    refusals: [],
    logs: 'list',
  }),
  queue: operation({
    method: 'GET',
    path: '/lead/queue',
    title: { zh: '我的待办', en: 'My work' },
    about: {
      zh: '分派给我的事项，按流程和状态计数，并列出最先到期的。',
      en: 'What is assigned to me, counted by workflow and state, and what is due first.',
    },
    may: 'matter.read',
    input: z.strictObject({ limit: z.coerce.number().int().min(1).max(100).default(20) }),
    output: z.strictObject({ counts: z.array(Bucket), next: z.array(MatterLine) }),
    refusals: [],
    logs: 'list',
  }),
  merge: operation({
    method: 'POST',
    path: '/lead/merge',
    title: { zh: '合并重复疑点', en: 'Merge a duplicate' },
    about: {
      zh: '并入同一户的另一条未办结疑点；不删除任何内容。',
      en: 'Into another open lead of the same household. Nothing is deleted.',
    },
    may: 'lead.triage',
    input: z.strictObject({
      matterId: Id,
      expectedVersion: z.number().int().min(0),
      stepId: StepId,
      /** Another open lead of the same household, in reach. */
      into: Id,
      reason: z.string().trim().min(2).max(4000),
    }),
    output: StepTaken,
    refusals: [...stepRefusals, 'LEAD-101'],
    logs: 'act',
  }),
} as const;
