import { z } from 'zod';
import { FindingLine } from './lead.ts';
import { MatterLine } from './matter-parts.ts';
import { Id, operation, page, PageInput, RegionCode } from './operation.ts';

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

const LeadOfCard = FindingLine.extend({ state: z.string(), isEnded: z.boolean() });

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
      zh: '成员（已遮盖）、疑点、事项、所享受的救助，以及可能应享未享的。',
      en: 'Members (masked), leads, matters, what it receives, and what it may be missing.',
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
      matters: z.array(MatterLine),
      entitlements: z.array(Entitlement),
      version: z.number().int(),
    }),
    refusals: [],
    logs: 'person',
  }),
  find: operation({
    method: 'POST',
    path: '/household/find',
    title: { zh: '按号码查找', en: 'Find by number' },
    about: {
      zh: '证件号、账号或电话须完整输入；只在本人范围内查找，范围外有无不予透露。',
      en: 'By a whole identity, account or telephone number, in reach only; whether it is known elsewhere is not told.',
    },
    may: 'person.find',
    input: z.strictObject({
      kind: z.enum(['id', 'account', 'phone']),
      number: z.string().trim().min(5).max(40),
    }),
    output: z.strictObject({ items: z.array(HouseholdLine) }),
    refusals: [],
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
    input: z.strictObject({ ...PageInput, name: z.string().trim().max(40), area: RegionCode.min(2) }),
    output: page(HouseholdLine),
    refusals: [],
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
    input: z.strictObject({ id: Id, reason: z.string().trim().min(4).max(400) }),
    output: Full,
    refusals: [],
    logs: 'person',
  }),
} as const;
