import { programmes } from '@yangguang/domain/people/scope';
import { workflowIds } from '@yangguang/domain/workflows/all';
import { z } from 'zod';
import { filterTokens } from './filter-token.ts';
import { Colleague, DoneAt, Facts, MatterLine, Reason } from './matter-parts.ts';
import { StepId, StepTaken, stepRefusals, Why } from './matter-parts.ts';
import { DateOn, Id, Instant, operation, page, PageInput, RegionCode, Words } from './operation.ts';

const filterNames = [
  ...['workflow', 'kind', 'state', 'severity', 'town', 'assigned', 'area', 'household', 'campaign'],
  ...['due-by', 'overdue', 'ended', 'remind', 'escalated'],
] as const;

const Cited = z.strictObject({
  id: Id,
  kind: z.string(),
  /** Null for a file. */
  paperNo: z.string().nullable(),
});

const StepLine = z.strictObject({
  id: Id,
  stepNo: z.number().int(),
  action: z.string(),
  title: Words,
  fromState: z.string().nullable(),
  toState: z.string(),
  at: Instant,
  recordedAt: Instant,
  by: Colleague.nullable(),
  role: z.string(),
  area: z.string(),
  reason: z.string().nullable(),
  facts: Facts,
  evidence: z.array(Cited),
});

const Running = z.strictObject({
  name: z.string(),
  title: Words,
  startedOn: DateOn,
  /** Null while it stands still: the family's own time. */
  dueOn: DateOn.nullable(),
  dueAt: Instant.nullable(),
  remindOn: z.array(DateOn),
  then: z.string(),
  isOver: z.boolean(),
});

const Allowance = z.strictObject({
  action: z.string(),
  title: Words,
  /** Whether the caller may take it now, once what it asks for is given. */
  may: z.boolean(),
  why: Why.nullable(),
});

const Target = z.strictObject({ matterId: Id, expectedVersion: z.number().int().min(0) });

/** Everything that is carried through a workflow. */
export const matter = {
  list: operation({
    method: 'GET',
    path: '/matter/list',
    title: { zh: '事项列表', en: 'List matters' },
    about: {
      zh: '范围内的事项，先到期的在前；filter 如 workflow:task、state:overdue、assigned:me、overdue:yes、remind:yes（到提醒日）、escalated:me（逾期已报本级）、ended:yes。翻页不随数量变慢。',
      en: 'Matters in reach, soonest due first; filters such as workflow:task, state:overdue, assigned:me, overdue:yes, remind:yes (to be reminded of), escalated:me (the office was told of a time that is over), ended:yes. A page costs the same however many there are.',
    },
    may: 'matter.read',
    input: z.strictObject({ ...PageInput, filter: filterTokens(filterNames) }),
    output: page(MatterLine),
    refusals: [],
    logs: 'list',
  }),
  count: operation({
    method: 'GET',
    path: '/matter/count',
    title: { zh: '事项计数', en: 'Count matters' },
    about: {
      zh: '同一筛选下的数量，数到一万为止。',
      en: 'How many a filter gives, counted up to ten thousand.',
    },
    may: 'matter.read',
    input: z.strictObject({ filter: filterTokens(filterNames) }),
    output: z.strictObject({ count: z.number().int(), isMore: z.boolean() }),
    refusals: [],
    logs: 'list',
  }),
  get: operation({
    method: 'GET',
    path: '/matter',
    title: { zh: '查看事项', en: 'One matter' },
    about: {
      zh: '历程、期限、关联事项，以及每个操作现在能否办理、为什么。个人信息均已遮盖。',
      en: 'Its steps, clocks and links, and for every action whether the caller may take it now, and why not. Personal data is masked.',
    },
    may: 'matter.read',
    input: z.strictObject({ id: Id }),
    output: MatterLine.extend({
      subject: z.string(),
      facts: Facts,
      /** Colleagues whom the facts name. */
      people: z.array(Colleague),
      steps: z.array(StepLine),
      clocks: z.array(Running),
      links: z.array(MatterLine),
      actions: z.array(Allowance),
    }),
    refusals: [],
    logs: 'person',
  }),
  unmask: operation({
    method: 'POST',
    path: '/matter/unmask',
    title: { zh: '查看事项中的完整信息', en: 'Unmask a matter' },
    about: {
      zh: '须写明理由，逐次留痕；当事人的近亲属不得查看。',
      en: 'The private facts in full, not for kin of the family. A reason is required; every look is on record.',
    },
    may: 'person.unmask',
    input: z.strictObject({ id: Id, reason: z.string().trim().min(4).max(400) }),
    output: z.strictObject({ id: Id, title: z.string(), facts: Facts }),
    refusals: ['WF-105'],
    logs: 'person',
  }),
  open: operation({
    method: 'POST',
    path: '/matter/open',
    title: { zh: '立项', en: 'Open a matter' },
    about: {
      zh: '按流程规定的角色立项，须填内容由流程规定。',
      en: 'By a role the workflow lets open it, with the facts it asks for.',
    },
    may: 'matter.open',
    input: z.strictObject({
      stepId: StepId,
      matterId: Id,
      workflow: z.enum(workflowIds),
      /** A household's division and programme are its own. */
      householdId: Id.optional(),
      region: RegionCode.optional(),
      programme: z.enum([...programmes, 'none']).optional(),
      title: z.string().trim().min(1).max(200).optional(),
      campaignId: Id.optional(),
      links: z.array(Id).max(50).default([]),
      facts: Facts.default({}),
      reason: Reason,
      doneAt: DoneAt,
    }),
    output: StepTaken,
    refusals: ['MAT-101', 'MAT-102', 'MAT-103', 'MAT-106', 'MAT-107', 'WF-105'],
    logs: 'act',
  }),
  act: operation({
    method: 'POST',
    path: '/matter/act',
    title: { zh: '办理一步', en: 'Take a step' },
    about: {
      zh: '同一编号重复提交不会重复办理；若已有人先办，两份内容都会给出（API-105）。',
      en: 'Sending the same id twice does nothing twice; when somebody was first, both texts are given (API-105).',
    },
    may: 'matter.act',
    input: z.strictObject({
      ...Target.shape,
      stepId: StepId,
      action: z.string().min(1).max(60),
      facts: Facts.default({}),
      reason: Reason,
      evidence: z.array(Id).max(50).default([]),
      doneAt: DoneAt,
    }),
    output: StepTaken,
    refusals: [...stepRefusals, 'LEAD-101'],
    logs: 'act',
  }),
  bulkPreview: operation({
    method: 'POST',
    path: '/matter/bulk-preview',
    title: { zh: '批量办理预览', en: 'Preview a step for many' },
    about: {
      zh: '逐件说明能否办理、为什么；什么也不改动。',
      en: 'For each whether the step could be taken, and why not. Changes nothing.',
    },
    may: 'matter.act',
    input: z.strictObject({
      matterIds: z.array(Id).min(1).max(200),
      action: z.string().min(1).max(60),
      facts: Facts.default({}),
      reason: Reason,
    }),
    output: z.strictObject({
      items: z.array(
        z.strictObject({
          matterId: Id,
          version: z.number().int().nullable(),
          may: z.boolean(),
          why: Why.nullable(),
        }),
      ),
    }),
    refusals: [],
    logs: 'list',
  }),
  bulkAct: operation({
    method: 'POST',
    path: '/matter/bulk-act',
    title: { zh: '批量办理', en: 'Take a step for many' },
    about: {
      zh: '一件一个结果：能办的办理，不能办的说明原因，互不影响。',
      en: 'A result for each: what can be done is done, what cannot says why; none hinders another.',
    },
    may: 'matter.act',
    input: z.strictObject({
      items: z
        .array(z.strictObject({ ...Target.shape, stepId: StepId }))
        .min(1)
        .max(200),
      action: z.string().min(1).max(60),
      facts: Facts.default({}),
      reason: Reason,
    }),
    output: z.strictObject({
      items: z.array(z.strictObject({ matterId: Id, taken: StepTaken.nullable(), why: Why.nullable() })),
    }),
    refusals: [],
    logs: 'act',
  }),
  assign: operation({
    method: 'POST',
    path: '/matter/assign',
    title: { zh: '分派、改派', en: 'Assign' },
    about: {
      zh: '交给一个单位、一个人或两者，可定期限。回避人员不能被分派。',
      en: 'To an office, a person or both, with a day. Kin of the family cannot be given it.',
    },
    may: 'lead.dispatch',
    input: z.strictObject({
      ...Target.shape,
      stepId: StepId,
      area: RegionCode.min(2).nullable().default(null),
      accountId: Id.nullable().default(null),
      dueOn: DateOn.nullable().default(null),
      reason: Reason,
    }),
    output: StepTaken,
    refusals: ['MAT-101', 'MAT-103', 'MAT-105', 'MAT-108', 'MAT-111', 'WF-105'],
    logs: 'act',
  }),
  giveBack: operation({
    method: 'POST',
    path: '/matter/give-back',
    title: { zh: '退回分派', en: 'Give back' },
    about: {
      zh: '把派给自己或本单位的事项退回，须写明理由。',
      en: 'Returns what was assigned to oneself or the own office, with a reason.',
    },
    may: 'matter.act',
    input: z.strictObject({
      ...Target.shape,
      stepId: StepId,
      reason: z.string().trim().min(2).max(4000),
    }),
    output: StepTaken,
    refusals: ['MAT-101', 'MAT-103', 'MAT-108', 'MAT-110'],
    logs: 'act',
  }),
  note: operation({
    method: 'POST',
    path: '/matter/note',
    title: { zh: '备注', en: 'Add a remark' },
    about: {
      zh: '写入历程，不改变状态和期限，也不妨碍别人正在办理的步骤。',
      en: 'Goes into its history, changes neither state nor clocks, and stands in nobody’s way.',
    },
    may: 'matter.act',
    input: z.strictObject({ matterId: Id, stepId: StepId, text: z.string().trim().min(1).max(4000) }),
    output: StepTaken,
    refusals: ['MAT-101', 'MAT-103', 'WF-105'],
    logs: 'act',
  }),
  link: operation({
    method: 'POST',
    path: '/matter/link',
    title: { zh: '关联事项', en: 'Link matters' },
    about: { zh: '说明两件事项有关。', en: 'Says that two matters belong together.' },
    may: 'matter.act',
    input: z.strictObject({ matterId: Id, to: Id, stepId: StepId, reason: Reason }),
    output: StepTaken,
    refusals: ['MAT-101', 'MAT-103', 'MAT-106', 'WF-105'],
    logs: 'act',
  }),
} as const;
