import { programmes } from '@yangguang/domain/people/scope';
import { z } from 'zod';
import { StepId, StepTaken, stepRefusals } from './matter-parts.ts';
import { Id, Instant, operation, page, PageInput } from './operation.ts';

const Hash = z.string();

const SampleLine = z.strictObject({
  id: Id,
  /** The inspection it belongs to. */
  matterId: Id.nullable(),
  campaignId: Id.nullable(),
  region: z.string(),
  isSealed: z.boolean(),
  /** Null while it is sealed: seed and frozen list give the draw. */
  seed: z.string().nullable(),
  /** SHA-256: of the seed, of the frozen list, of the households drawn. Printed with the sample. */
  seedHash: Hash.nullable(),
  frameHash: Hash,
  drawHash: Hash.nullable(),
  drawnAt: Instant,
  openedAt: Instant.nullable(),
  openedPlace: z.string().nullable(),
  drawnHouseholds: z.number().int(),
  drawnPersons: z.number().int(),
});

const Item = z.strictObject({
  householdId: Id,
  /** 张* */
  title: z.string(),
  region: z.string(),
  stratum: z.string(),
  drawNo: z.number().int(),
  persons: z.number().int(),
  /** Of a 100 % stratum. */
  isMust: z.boolean(),
  replaces: Id.nullable(),
  isReplaced: z.boolean(),
  /** Why it could not be checked itself. */
  reason: z.string().nullable(),
  /** Its visit. */
  matterId: Id.nullable(),
  first: z.string().nullable(),
  second: z.string().nullable(),
});

const Rate = z.strictObject({ rate: z.number(), low: z.number(), high: z.number() }).nullable();
const Result = z.enum(['keep', 'increase', 'reduce', 'stop']);

const One = z.strictObject({ id: Id });
const Household = { sampleId: Id, householdId: Id } as const;

/** 抽查: a draw that anybody can repeat, sealed where nobody may know it before the team arrives. */
export const sample = {
  draw: operation({
    method: 'POST',
    path: '/sample/draw',
    title: { zh: '组队并抽样', en: 'Draw a sample' },
    about: {
      zh: '冻结受检地区在保家庭名单，分层抽取：近亲属、被举报、严重疑点户必查，其余按人数不低于参数比例。种子由系统产生；密封的抽样到达前谁也看不到。',
      en: 'Freezes the list of those on benefit in the inspected division and draws by strata: kin, the complained of and serious leads whole, of the others at least the parameter’s share by persons. The system makes the seed; a sealed draw is seen by nobody before the arrival.',
    },
    may: 'sample.draw',
    input: z.strictObject({
      sampleId: Id,
      stepId: StepId,
      matterId: Id,
      expectedVersion: z.number().int().min(0),
      team: z.array(Id).min(2).max(20),
      isSealed: z.boolean(),
      /** Absent: those of the campaign. */
      programmes: z.array(z.enum(programmes)).min(1).max(10).optional(),
      /** Heavier towns or strata: only more, never less. */
      weights: z.record(z.string().max(80), z.number().min(1).max(10)).default({}),
      leastHouseholds: z.number().int().min(1).max(50).default(2),
    }),
    output: SampleLine.extend({ households: z.number().int(), persons: z.number().int(), step: StepTaken }),
    refusals: [...stepRefusals, 'SMP-101', 'SMP-103', 'SMP-105', 'SMP-113', 'SMP-116'],
    logs: 'act',
  }),
  list: operation({
    method: 'GET',
    path: '/sample/list',
    title: { zh: '抽样列表', en: 'List samples' },
    about: { zh: '本地区的抽样，最新在前。', en: 'Samples of one’s area, the newest first.' },
    may: 'sample.read',
    input: z.strictObject({ ...PageInput, matterId: Id.optional() }),
    output: page(SampleLine),
    refusals: [],
    logs: 'list',
  }),
  items: operation({
    method: 'GET',
    path: '/sample/items',
    title: { zh: '抽中名单', en: 'Households drawn' },
    about: { zh: '启封后可见；按抽取顺序。', en: 'Once it is open; in the order of the draw.' },
    may: 'sample.read',
    input: z.strictObject({ ...PageInput, id: Id }),
    output: page(Item),
    refusals: ['SMP-110'],
    logs: 'list',
  }),
  open: operation({
    method: 'POST',
    path: '/sample/open',
    title: { zh: '到达并启封', en: 'Open the sealed draw on arrival' },
    about: {
      zh: '由督查组成员到达后启封，时间、地点和启封人记入办理记录。',
      en: 'By one of the team, on the spot; who, when and where are entered in the journal.',
    },
    may: 'sample.draw',
    input: z.strictObject({
      sampleId: Id,
      stepId: StepId,
      expectedVersion: z.number().int().min(0),
      place: z.string().trim().min(2).max(120),
    }),
    output: SampleLine,
    refusals: [...stepRefusals, 'SMP-112', 'SMP-114', 'SMP-117'],
    logs: 'act',
  }),
  repeat: operation({
    method: 'GET',
    path: '/sample/repeat',
    title: { zh: '复核抽样', en: 'Repeat the draw' },
    about: {
      zh: '用存下的种子和冻结名单重抽一次，与登记的名单逐户比较。',
      en: 'Draws again from the seed and the frozen list and compares household by household.',
    },
    may: 'sample.read',
    input: One,
    output: z.strictObject({
      isSame: z.boolean(),
      seed: z.string(),
      frameHash: Hash,
      drawHash: Hash,
      households: z.number().int(),
      persons: z.number().int(),
      share: z.number(),
    }),
    refusals: ['SMP-110', 'SMP-112'],
    logs: 'list',
  }),
  assign: operation({
    method: 'POST',
    path: '/sample/assign',
    title: { zh: '安排复查', en: 'Have households checked' },
    about: {
      zh: '给抽中家庭立复查入户事项。首次调查人不得参加。',
      en: 'Opens the second visit of households drawn. Whoever investigated first may not take part.',
    },
    may: 'sample.draw',
    input: z.strictObject({
      sampleId: Id,
      householdIds: z.array(Id).min(1).max(200),
      checkers: z.array(Id).min(2).max(20),
    }),
    output: z.strictObject({ opened: z.array(z.strictObject({ householdId: Id, matterId: Id })) }),
    refusals: ['SMP-106', 'SMP-109', 'SMP-110', 'SMP-112', 'MAT-105'],
    logs: 'act',
  }),
  replace: operation({
    method: 'POST',
    path: '/sample/replace',
    title: { zh: '替换未能核查的家庭', en: 'Replace a household' },
    about: {
      zh: '按原抽取顺序递补，不能挑选；必查户不能替换。',
      en: 'By the next in the order of the draw, never by choice. A household that must be checked is not replaced.',
    },
    may: 'sample.draw',
    input: z.strictObject({ ...Household, reason: z.string().trim().min(2).max(400) }),
    output: z.strictObject({
      by: z.array(Id),
      /** Persons short of the share, once the order is used up. */
      shortPersons: z.number().int(),
    }),
    refusals: ['SMP-106', 'SMP-107', 'SMP-110', 'SMP-111', 'SMP-112', 'SMP-114', 'MAT-103'],
    logs: 'act',
  }),
  enter: operation({
    method: 'POST',
    path: '/sample/enter',
    title: { zh: '录入复查结果', en: 'Enter the result of a check' },
    about: {
      zh: '督查组成员录入；首次结果由系统从办理记录中取得，不能填写。首次调查人不得录入。',
      en: 'By one of the team; the first result is taken from the records and cannot be typed. Not by whoever investigated first.',
    },
    may: 'sample.draw',
    input: z.strictObject({ ...Household, result: Result }),
    output: z.strictObject({ first: z.string(), second: z.string(), isDifferent: z.boolean() }),
    refusals: ['SMP-106', 'SMP-109', 'SMP-110', 'SMP-111', 'SMP-112', 'SMP-114', 'SMP-115', 'MAT-105'],
    logs: 'act',
  }),
  differences: operation({
    method: 'GET',
    path: '/sample/differences',
    title: { zh: '差异报告', en: 'Difference report' },
    about: {
      zh: '首次结果与复查结果对照：分层、分乡镇，差错率及95%区间，逐户差异。',
      en: 'First results against the check: by stratum and town, the error rate with its 95 % interval, every differing household.',
    },
    may: 'sample.read',
    input: One,
    output: z.strictObject({
      seed: z.string(),
      frameHash: Hash,
      strata: z.array(
        z.strictObject({
          stratum: z.string(),
          part: z.enum(['must', 'drawn']),
          all: z.number().int(),
          drawn: z.number().int(),
          checked: z.number().int(),
          differing: z.number().int(),
          interval: Rate,
        }),
      ),
      towns: z.array(
        z.strictObject({
          town: z.string(),
          drawn: z.number().int(),
          checked: z.number().int(),
          differing: z.number().int(),
          differingPersons: z.number().int(),
        }),
      ),
      kinds: z.array(z.strictObject({ kind: z.string(), households: z.number().int() })),
      differences: z.array(
        z.strictObject({
          householdId: Id,
          first: z.string(),
          second: z.string(),
          town: z.string(),
          stratum: z.string(),
          persons: z.number().int(),
        }),
      ),
      unchecked: z.number().int(),
      checked: z.number().int(),
      differing: z.number().int(),
      overall: Rate,
      unknownHouseholds: z.number().int(),
      confidence: z.number(),
    }),
    refusals: ['SMP-110', 'SMP-112'],
    logs: 'list',
  }),
} as const;
