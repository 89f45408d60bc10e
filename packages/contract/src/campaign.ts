import { z } from 'zod';
import {
  CampaignLine,
  CampaignSettings,
  CountLine,
  Deadline,
  HandPlan,
  Phase,
  Post,
  PreviewedTask,
  TaskLine,
  Titled,
} from './campaign-parts.ts';
import { MatterLine, StepId, StepTaken, stepRefusals } from './matter-parts.ts';
import { DateOn, Id, Instant, operation, page, PageInput, RegionCode, Words } from './operation.ts';

/** 专项整治: from the template of its notice to the look-back list. Numbers are counted from the cases, never typed. */
export const campaign = {
  templates: operation({
    method: 'GET',
    path: '/campaign/templates',
    title: { zh: '方案模板', en: 'Templates of campaigns' },
    about: {
      zh: '五个通知的模板：阶段、任务、台账和抽查要求；日期按所给年份推算。',
      en: 'The notices as templates: phases, tasks, ledgers and samples, with their days in the year asked for.',
    },
    may: 'campaign.read',
    input: z.strictObject({ year: z.coerce.number().int().min(2000).max(2100).optional() }),
    output: z.strictObject({
      items: z.array(
        z.strictObject({
          id: z.string(),
          title: Words,
          number: z.string().nullable(),
          issuer: z.string(),
          level: z.string(),
          year: z.number().int(),
          programmes: z.array(z.string()),
          phases: z.array(Phase),
          tasks: z.number().int(),
          sampleShare: z.string().nullable(),
        }),
      ),
    }),
    refusals: [],
    logs: 'none',
  }),
  create: operation({
    method: 'POST',
    path: '/campaign/create',
    title: { zh: '按模板建立专项整治', en: 'Create a campaign' },
    about: {
      zh: '按模板推算各阶段日期，逐项逐单位立任务；休息日到期的提前到前一个工作日。建立后由流程印发。',
      en: 'Dates of its phases from the template, a task for every item and office; what would be due on a day of rest is due on the working day before. Issued by its workflow afterwards.',
    },
    may: 'campaign.run',
    input: z.strictObject({
      stepId: StepId,
      campaignId: Id,
      template: z.string().max(60),
      year: z.number().int().min(2000).max(2100),
      region: RegionCode.min(2),
      title: z.string().trim().min(2).max(120).optional(),
      documentNo: z.string().trim().min(2).max(60).optional(),
      leadingGroup: z.array(Post).max(60).default([]),
    }),
    output: z.strictObject({ campaignId: Id, matterId: Id, tasks: z.number().int() }),
    refusals: ['CAM-101', 'CAM-102', 'CAM-103', 'CAM-106', 'MAT-101', 'MAT-103', 'MAT-107'],
    logs: 'act',
  }),
  createByHand: operation({
    method: 'POST',
    path: '/campaign/create-by-hand',
    title: { zh: '自拟方案建立专项整治', en: 'Create a campaign without a template' },
    about: {
      zh: '没有模板时，由本单位写明阶段、日期、任务、抽查比例、救助项目和领导小组；检查和工作日规则与模板相同。',
      en: 'Without a template: phases, days, tasks, share of the sample, programmes and leading group as the office writes them; the same checks and working-day rules.',
    },
    may: 'campaign.run',
    input: z.strictObject({
      stepId: StepId,
      campaignId: Id,
      region: RegionCode.min(2),
      title: z.string().trim().min(2).max(120),
      documentNo: z.string().trim().min(2).max(60).optional(),
      leadingGroup: z.array(Post).max(60).default([]),
      plan: HandPlan,
    }),
    output: z.strictObject({ campaignId: Id, matterId: Id, tasks: z.number().int() }),
    refusals: ['CAM-102', 'CAM-106', 'CAM-107', 'MAT-101', 'MAT-103', 'MAT-107'],
    logs: 'act',
  }),
  preview: operation({
    method: 'POST',
    path: '/campaign/preview',
    title: { zh: '预览方案日期', en: 'Preview the days of a campaign' },
    about: {
      zh: '建立之前先看各阶段、任务、台账、报告的日期和要分到的单位数；什么也不建立。',
      en: 'Days of phases, tasks, ledgers and reports, and how many offices get a task, before anything is created.',
    },
    may: 'campaign.run',
    input: z.strictObject({
      region: RegionCode.min(2),
      of: z.union([
        z.strictObject({ template: z.string().max(60), year: z.number().int().min(2000).max(2100) }),
        z.strictObject({ plan: HandPlan }),
      ]),
    }),
    output: z.strictObject({
      fromOn: DateOn,
      endOn: DateOn,
      phases: z.array(Phase.extend({ workingDays: z.number().int() })),
      tasks: z.array(PreviewedTask),
      /** How many task matters would be opened. */
      taskCount: z.number().int(),
      ledgers: z.array(z.strictObject({ ...Titled, dueOn: z.array(DateOn) })),
      reports: z.array(z.strictObject({ ...Titled, dueOn: DateOn })),
      sampleShare: z.number().nullable(),
    }),
    refusals: ['CAM-101', 'CAM-102', 'CAM-103', 'CAM-107'],
    logs: 'none',
  }),
  list: operation({
    method: 'GET',
    path: '/campaign/list',
    title: { zh: '专项整治列表', en: 'List campaigns' },
    about: {
      zh: '本地区的和上级下发的专项整治，最新在前。',
      en: 'Campaigns of one’s area and of the levels above it, the newest first.',
    },
    may: 'campaign.read',
    input: z.strictObject({ ...PageInput }),
    output: page(CampaignLine),
    refusals: [],
    logs: 'list',
  }),
  get: operation({
    method: 'GET',
    path: '/campaign',
    title: { zh: '查看专项整治', en: 'One campaign' },
    about: {
      zh: '阶段、领导小组、参数，以及由事项逐件数出的各项数字；每个数字可用 campaign.cases 打开。',
      en: 'Phases, leading group, parameters, and the numbers, counted case by case in reach; campaign.cases opens each.',
    },
    may: 'campaign.read',
    input: z.strictObject({ id: Id }),
    output: CampaignLine.extend({
      phases: z.array(Phase.extend({ isCurrent: z.boolean(), workingDaysLeft: z.number().int().nullable() })),
      settings: CampaignSettings,
      counts: z.array(CountLine),
      /** Whether every line is the sum of its parts (law 10). */
      reconciles: z.boolean(),
      /** On the look-back list. */
      carriedOver: z.number().int(),
      /** What the next phase waits for, as the records have it. */
      guards: z.record(z.string(), z.string()),
    }),
    refusals: [],
    logs: 'list',
  }),
  cases: operation({
    method: 'GET',
    path: '/campaign/cases',
    title: { zh: '数字背后的事项', en: 'The cases behind a number' },
    about: {
      zh: '一项数字所数的每一件事项；逐页看完，件数与数字相同。',
      en: 'Every matter that a number counts; page by page they are as many as it says.',
    },
    may: 'campaign.read',
    input: z.strictObject({
      ...PageInput,
      id: Id,
      /** Of campaign.get or statistics.board. */
      line: z.string().max(60),
      /** Of one town only; a shorter code: what lies with that county or city itself, and with none of its towns. */
      town: RegionCode.min(4).max(9).optional(),
      /** Of one county with all its towns. */
      county: RegionCode.length(6).optional(),
    }),
    output: page(MatterLine),
    refusals: ['CAM-105'],
    logs: 'list',
  }),
  tasks: operation({
    method: 'GET',
    path: '/campaign/tasks',
    title: { zh: '问题、任务、责任清单', en: 'The three lists' },
    about: {
      zh: '专项整治的任务，按编号；问题清单、任务清单、责任清单都由它得出。',
      en: 'Tasks of a campaign by number: problem list, task list and responsibility list are made from them.',
    },
    may: 'campaign.read',
    input: z.strictObject({ ...PageInput, id: Id }),
    output: page(TaskLine),
    refusals: [],
    logs: 'list',
  }),
  deadlines: operation({
    method: 'GET',
    path: '/campaign/deadlines',
    title: { zh: '期限和提醒', en: 'Times and reminders' },
    about: {
      zh: '未过完的阶段、报告、台账和未办结任务的期限，按日期；到了提醒日的注明。',
      en: 'Times of phases, reports, ledgers and open tasks that are not over, by day; those to be reminded of are marked.',
    },
    may: 'campaign.read',
    input: z.strictObject({ id: Id }),
    output: z.strictObject({ today: DateOn, items: z.array(Deadline) }),
    refusals: [],
    logs: 'list',
  }),
  lookBack: operation({
    method: 'GET',
    path: '/campaign/look-back',
    title: { zh: '“回头看”清单', en: 'The look-back list' },
    about: {
      zh: '转入“回头看”清单的事项：登入时的状态和现在的状态。',
      en: 'What was put on the look-back list: its state then and now.',
    },
    may: 'campaign.read',
    input: z.strictObject({ ...PageInput, id: Id }),
    output: page(MatterLine.extend({ carriedState: z.string(), carriedAt: Instant })),
    refusals: [],
    logs: 'list',
  }),
  extend: operation({
    method: 'POST',
    path: '/campaign/extend',
    title: { zh: '延长阶段期限', en: 'Extend a phase' },
    about: {
      zh: '凭文件延长正在进行的阶段，写到某日或再加若干工作日；整治结束日期随之顺延。',
      en: 'With a document, the phase under way gets a later last day or so many working days more; the end of the whole moves with it.',
    },
    may: 'campaign.run',
    input: z.strictObject({
      campaignId: Id,
      stepId: StepId,
      expectedVersion: z.number().int().min(0),
      until: z.union([
        z.strictObject({ on: DateOn }),
        z.strictObject({ workingDays: z.number().int().min(1).max(120) }),
      ]),
      reason: z.string().trim().min(2).max(4000),
      evidence: z.array(Id).max(50).default([]),
    }),
    output: StepTaken,
    refusals: [...stepRefusals, 'CAM-104'],
    logs: 'act',
  }),
  carryOver: operation({
    method: 'POST',
    path: '/campaign/carry-over',
    title: { zh: '转入“回头看”清单', en: 'Put what is open on the look-back list' },
    about: {
      zh: '把未办结的事项逐件登入清单；再次执行只补登新的。',
      en: 'Every matter still open, one by one; doing it again adds only what is new.',
    },
    may: 'campaign.run',
    input: z.strictObject({ id: Id }),
    output: z.strictObject({ added: z.number().int(), onList: z.number().int() }),
    refusals: [],
    logs: 'act',
  }),
} as const;
