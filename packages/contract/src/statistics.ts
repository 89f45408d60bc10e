import { z } from 'zod';
import { DateOn, Id, operation, RegionCode, Words } from './operation.ts';

/** A number and the line of campaign.cases that opens the cases behind it. */
const Figure = z.strictObject({ line: z.string(), title: Words, count: z.number().int() });

const Movement = Figure.extend({ people: z.number().int() });

/** Money in fen, and the matters that carry it. */
const Money = z.strictObject({ line: z.string(), title: Words, amountFen: z.number().int() });

const PhaseOnBoard = z.strictObject({
  id: z.string(),
  zh: z.string(),
  en: z.string(),
  state: z.string(),
  fromOn: DateOn,
  /** Last day, with all extensions. */
  untilOn: DateOn,
  isCurrent: z.boolean(),
  workingDaysLeft: z.number().int().nullable(),
});

/** 看板: figures counted case by case in reach. No ranks and no scores: towns stand in the order of their codes. */
export const statistics = {
  board: operation({
    method: 'GET',
    path: '/statistics/board',
    title: { zh: '专项整治看板', en: 'Board of a campaign' },
    about: {
      zh: '一次给出阶段、数字、疑点每日未答复数、疑点去向、补进与退出、金额和各乡镇情况；都从事项逐件数出，每个数字可用 campaign.cases 打开。乡镇按区划代码排列，不排名。',
      en: 'Phases, numbers, leads unanswered by day, where leads went, added beside removed, money, and towns, in one answer; all counted from the cases, each opened by campaign.cases. Towns in the order of their codes, never ranked.',
    },
    may: 'statistics.read',
    input: z.strictObject({ campaignId: Id }),
    output: z.strictObject({
      campaignId: Id,
      title: z.string(),
      region: RegionCode,
      state: z.string(),
      today: DateOn,
      fromOn: DateOn,
      endOn: DateOn,
      phases: z.array(PhaseOnBoard),
      counts: z.array(Figure.extend({ of: z.string().nullable() })),
      /** Leads found and answered, by day; days on which nothing happened are left out. Ascending. */
      days: z.array(z.strictObject({ on: DateOn, found: z.number().int(), answered: z.number().int() })),
      /** Share of the leads that the phases leave unanswered on a day, 1 to 0: corners of a line. Ascending. */
      plan: z.array(z.strictObject({ on: DateOn, share: z.number() })),
      /** Leads by the way they came: waiting, toVisit, confirmed/stopped … They add up to the leads. */
      paths: z.array(z.strictObject({ path: z.string(), count: z.number().int() })),
      added: z.array(Movement),
      removed: z.array(Movement),
      money: z.array(Money),
      towns: z.array(
        z.strictObject({
          town: RegionCode,
          name: z.string(),
          received: z.number().int(),
          answered: z.number().int(),
          dueSoon: z.number().int(),
          overdue: z.number().int(),
          /** Past their time or handed up: what the office above should talk about with the town. */
          escalated: z.number().int(),
        }),
      ),
    }),
    refusals: [],
    logs: 'list',
  }),
} as const;
