import { combinedProgrammes, compatibilities } from '@yangguang/domain/arithmetic/combination';
import { z } from 'zod';
import { FindingLine } from './lead-line.ts';
import { Colleague, MatterLine } from './matter-parts.ts';
import { Id, Instant, operation, page, PageInput, RegionCode, Words } from './operation.ts';

const HouseholdLine = z.strictObject({
  id: Id,
  region: RegionCode,
  programme: z.string(),
  /** 张* unless something of the household is assigned to the caller. */
  headName: z.string(),
  members: z.number().int().nullable(),
});

const Member = z.strictObject({
  name: z.string(),
  /** First six and last four. */
  idNumber: z.string().nullable(),
  relation: z.string(),
  isInsured: z.boolean(),
});

const Entitlement = z.strictObject({
  id: Id,
  programme: z.string(),
  monthlyFen: z.number().int(),
  fromMonth: z.string(),
  toMonth: z.string().nullable(),
  /** Made by a decision here; otherwise as the department's roll has it. */
  isByDecision: z.boolean(),
});

const Change = Entitlement.extend({
  /** The decisions that began and ended it; null when the roll did, or when the decision is out of reach. */
  begunBy: Id.nullable(),
  endedBy: Id.nullable(),
});

/** Whether a benefit may be received beside another, by one person in one month. */
const Beside = z.strictObject({
  /** What the household receives. */
  programme: z.enum(combinedProgrammes),
  title: Words,
  other: z.enum(combinedProgrammes),
  otherTitle: Words,
  is: z.enum(compatibilities),
  says: Words,
  basis: Words,
  /** V: the text was read · V2: a quotation of it · BK: to be checked before it is printed · INF: our reading. */
  sure: z.enum(['V', 'V2', 'BK', 'INF']),
  /** The household, or a member of it on another card, receives the other as well: perhaps not the same person. */
  isReceived: z.boolean(),
});

const LeadOfCard = FindingLine.extend({ state: z.string(), stateTitle: Words, isEnded: z.boolean() });

const Kin = z.strictObject({ colleague: Colleague, relation: z.string(), declaredAt: Instant });

const Look = z.string().trim().min(4).max(400);

const Full = z.strictObject({
  id: Id,
  headName: z.string(),
  address: z.string().nullable(),
  members: z.array(
    Member.extend({
      health: z.string().nullable(),
      disability: z.string().nullable(),
      employment: z.string().nullable(),
      birthOn: z.string().nullable(),
    }),
  ),
  accounts: z.array(z.strictObject({ number: z.string(), name: z.string(), bank: z.string() })),
  phones: z.array(z.string()),
});

/** 家庭: one card with everything known about it, what it receives, and what it may be missing. */
export const household = {
  get: operation({
    method: 'GET',
    path: '/household',
    title: { zh: '户卡', en: 'Household card' },
    about: {
      zh: '成员（已遮盖）、疑点、事项、所享受的救助、可能应享未享的，以及依法能否同享。',
      en: 'Members (masked), leads, matters, what it receives, what it may be missing, and what may lawfully be combined.',
    },
    may: 'household.read',
    input: z.strictObject({ id: Id }),
    output: HouseholdLine.omit({ members: true }).extend({
      address: z.string().nullable(),
      members: z.array(Member),
      accounts: z.array(z.strictObject({ number: z.string(), bank: z.string() })),
      phones: z.array(z.string()),
      leads: z.array(LeadOfCard),
      /** Leads of the omission rules that were not cleared. */
      mayBeMissing: z.array(LeadOfCard),
      /** All but its leads, open ones first. */
      matters: z.array(MatterLine),
      /** Those in force. */
      entitlements: z.array(Entitlement),
      receivesMonthlyFen: z.number().int(),
      /** Other cards in reach on which one of its members stands, and what is received there. */
      elsewhere: z.array(
        HouseholdLine.omit({ members: true }).extend({ entitlements: z.array(Entitlement) }),
      ),
      /** What may and may not be received beside what it receives; what both receive first. */
      combinations: z.array(Beside),
      /** The caller is on record as kin and must keep out of what is decided here. */
      isOwnKin: z.boolean(),
      version: z.number().int(),
    }),
    refusals: [],
    logs: 'person',
  }),
  find: operation({
    method: 'POST',
    path: '/household/find',
    title: { zh: '按号码或姓名查找', en: 'Find by number or name' },
    about: {
      zh: '证件号、账号、电话或家庭成员姓名须完整输入，并写明理由；只在本人范围内查找，范围外有无不予透露。',
      en: 'By a whole identity, account or telephone number or the whole name of a member, with a reason; in reach only: whether it is known elsewhere is not told.',
    },
    may: 'person.find',
    input: z.strictObject({
      kind: z.enum(['id', 'account', 'phone', 'name']),
      text: z.string().trim().min(2).max(60),
      reason: Look,
    }),
    output: z.strictObject({
      /** At most fifty. */
      items: z.array(HouseholdLine),
      isMore: z.boolean(),
    }),
    refusals: ['MAT-103', 'HH-105'],
    logs: 'search',
  }),
  search: operation({
    method: 'POST',
    path: '/household/search',
    title: { zh: '按户主姓名查找', en: 'Search by name' },
    about: {
      zh: '从姓名第一个字起匹配，限在一个区域内。',
      en: 'Heads of households whose name begins so, within one division.',
    },
    may: 'household.read',
    input: z.strictObject({
      ...PageInput,
      name: z.string().trim().max(40),
      area: RegionCode.min(2),
      reason: Look,
    }),
    output: page(HouseholdLine),
    refusals: ['MAT-103'],
    logs: 'search',
  }),
  unmask: operation({
    method: 'POST',
    path: '/household/unmask',
    title: { zh: '查看完整信息', en: 'Unmask a household' },
    about: {
      zh: '须写明理由，逐次留痕。',
      en: 'Numbers, names and health in full. A reason is required, and every look is on record.',
    },
    may: 'person.unmask',
    input: z.strictObject({ id: Id, reason: Look }),
    output: Full,
    refusals: ['MAT-103', 'HH-104'],
    logs: 'person',
  }),
  print: operation({
    method: 'POST',
    path: '/household/print',
    title: { zh: '打印户卡', en: 'Print a household card' },
    about: {
      zh: '打印之前留痕：谁、何时打印了哪一户。内容以户卡为准，已遮盖。',
      en: 'Puts on record who prints which card and when, before it is printed. The content is the card’s, masked.',
    },
    may: 'household.read',
    input: z.strictObject({ id: Id }),
    output: z.strictObject({ ok: z.literal(true) }),
    refusals: [],
    logs: 'print',
  }),
  benefits: operation({
    method: 'GET',
    path: '/household/benefits',
    title: { zh: '享受救助历史', en: 'Benefits history' },
    about: {
      zh: '现在和以前享受的每一段救助，以及使其开始、终止的决定。',
      en: 'Every period of aid, now and before, with the decisions that began and ended it.',
    },
    may: 'household.read',
    input: z.strictObject({ ...PageInput, id: Id }),
    output: page(Change),
    refusals: [],
    logs: 'person',
  }),
  declareKin: operation({
    method: 'POST',
    path: '/household/declare-kin',
    title: { zh: '申报亲属关系', en: 'Declare kin' },
    about: {
      zh: '工作人员与该户有亲属关系的，由本人申报；县乡负责人、经办也可为同事登记。申报后须回避。',
      en: 'A colleague who is kin of the household says so; the desks of town and county may record it of others. From then on he keeps out.',
    },
    may: 'household.read',
    input: z.strictObject({
      householdId: Id,
      /** The caller when left out. */
      accountId: Id.optional(),
      /** Such as 叔侄; no names or numbers. */
      relation: z.string().trim().min(1).max(20),
    }),
    output: Kin,
    refusals: ['HH-101', 'HH-102', 'MAT-103'],
    logs: 'act',
  }),
  withdrawKin: operation({
    method: 'POST',
    path: '/household/withdraw-kin',
    title: { zh: '更正亲属登记', en: 'Withdraw a declaration' },
    about: {
      zh: '登记有误的，由县级负责人或复核人员写明理由后撤销；不得撤销自己的。',
      en: 'A wrong record is taken back by the county’s lead or reviewer, with a reason; never one’s own.',
    },
    may: 'lead.triage',
    input: z.strictObject({ householdId: Id, accountId: Id, reason: Look }),
    output: z.strictObject({ ok: z.literal(true) }),
    refusals: ['HH-103', 'MAT-103'],
    logs: 'act',
  }),
  kin: operation({
    method: 'GET',
    path: '/household/kin',
    title: { zh: '亲属回避名单', en: 'Kin of a household' },
    about: {
      zh: '与该户有亲属关系、须回避的工作人员。',
      en: 'Colleagues who are kin of the household and keep out.',
    },
    may: 'lead.triage',
    input: z.strictObject({ householdId: Id }),
    output: z.strictObject({ items: z.array(Kin) }),
    refusals: [],
    logs: 'person',
  }),
} as const;
