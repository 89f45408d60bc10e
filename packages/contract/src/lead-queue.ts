import { z } from 'zod';
import { filterTokens } from './filter-token.ts';
import { leadFilters, leadOrders } from './lead-filters.ts';
import { LeadLine } from './lead-line.ts';
import { Id, operation, page, RegionCode, Words } from './operation.ts';

/** Where a row stands in an order: what it is ordered by, and its id. */
export const Place = z
  .string()
  .regex(/^[\dTZ:.+-]{1,40}~[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/, 'a place in an order');

/** Which part: from a place on (its row is the first), after so many rows, before another place. */
export const Part = {
  at: Place.optional(),
  before: Place.optional(),
  skip: z.coerce.number().int().min(0).max(1000).default(0),
} as const;

/** What the queue is cut to and in which order it stands. */
const Queue = {
  filter: filterTokens(leadFilters),
  /** Leads that have ended stand in one order only: those that ended last first. */
  order: z.enum(leadOrders).default('due'),
} as const;

const Tally = z.strictObject({ code: z.string(), leads: z.number().int() });

/** The queue of leads as a whole: any part of a hundred thousand rows opens at once. */
export const leadQueue = {
  outline: operation({
    method: 'GET',
    path: '/lead/outline',
    title: { zh: '疑点队列概况', en: 'Outline of the queue' },
    about: {
      zh: '同一筛选、同一次序下共多少条，以及每隔 step 条的位置；凭位置可直接打开队列任何一处，见 lead.window。至多数到三十万条。',
      en: 'How many leads a filter gives, and the place of every step-th in the order; from a place any part of the queue opens at once, see lead.window. Counted up to three hundred thousand.',
    },
    may: 'lead.read',
    input: z.strictObject({
      ...Queue,
      /** By household: the first lead of each, soonest due first whatever the order asked for. */
      by: z.enum(['lead', 'household']).default('lead'),
    }),
    output: z.strictObject({
      total: z.number().int(),
      isMore: z.boolean(),
      step: z.number().int(),
      /** The n-th is that of row n × step. */
      places: z.array(Place),
    }),
    refusals: [],
    logs: 'list',
  }),
  window: operation({
    method: 'GET',
    path: '/lead/window',
    title: { zh: '疑点队列的一段', en: 'Part of the queue' },
    about: {
      zh: '从一个位置起跳过 skip 条后的一段，到 before 为止；从头起时不给位置。',
      en: 'Rows of the queue from a place on, after `skip` of them and before another place; from the beginning when no place is given.',
    },
    may: 'lead.read',
    input: z.strictObject({
      ...Queue,
      ...Part,
      limit: z.coerce.number().int().min(1).max(200).default(100),
    }),
    output: z.strictObject({ items: z.array(LeadLine) }),
    refusals: [],
    logs: 'list',
  }),
  tally: operation({
    method: 'GET',
    path: '/lead/tally',
    title: { zh: '疑点分布', en: 'Leads by kind and place' },
    about: {
      zh: '同一筛选下，按状态、严重程度、规则、救助项目和 under 的下级区划各有多少条；区划按官方次序，不排名。',
      en: 'How many leads of a filter there are by state, severity, rule and programme, and in each division below `under`, in the official order.',
    },
    may: 'lead.read',
    input: z.strictObject({ filter: filterTokens(leadFilters), under: RegionCode.default('') }),
    output: z.strictObject({
      states: z.array(Tally),
      severities: z.array(Tally),
      rules: z.array(Tally.extend({ title: Words })),
      programmes: z.array(Tally),
      divisions: z.array(Tally),
    }),
    refusals: [],
    logs: 'list',
  }),
  pick: operation({
    method: 'GET',
    path: '/lead/pick',
    title: { zh: '筛选出的疑点编号', en: 'Ids of the leads of a filter' },
    about: {
      zh: '供批量办理：同一筛选下全部疑点的编号和版本，一次至多 1000 条。',
      en: 'For a step for many: ids and versions of all leads that a filter gives, a thousand at a time.',
    },
    may: 'lead.read',
    input: z.strictObject({
      filter: filterTokens(leadFilters),
      cursor: Place.optional(),
      limit: z.coerce.number().int().min(1).max(1000).default(1000),
    }),
    output: page(z.strictObject({ matterId: Id, version: z.number().int() })),
    refusals: [],
    logs: 'list',
  }),
} as const;
