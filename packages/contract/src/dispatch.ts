import { z } from 'zod';
import { filterTokens } from './filter-token.ts';
import { Failure } from './import.ts';
import { leadFilters } from './lead-filters.ts';
import { Colleague } from './matter-parts.ts';
import { DateOn, Id, Instant, operation, RegionCode, Words } from './operation.ts';
import { Progress } from './progress.ts';

const count = z.number().int().min(0);

/** Leads not yet dispatched; of several values any, of none all. */
const Filter = {
  area: z.string().regex(/^\d{6}(\d{3}){0,2}$/, 'a county, town or village'),
  campaignId: Id.nullable().default(null),
  severities: z
    .array(z.enum(['info', 'suspect', 'serious']))
    .max(3)
    .default([]),
  rules: z
    .array(z.string().regex(/^[A-Z]{3}-\d{2}$/))
    .max(200)
    .default([]),
  /** Filters of the queue, each one word; what they leave out is not sent. */
  filter: filterTokens(leadFilters),
  /** Only these, where any are named. */
  matterIds: z.array(Id).max(5000).default([]),
} as const;

/** Of what was chosen, what a dispatch leaves where it is: because of its state, or because the caller is kin. */
const LeftOut = z.strictObject({ state: z.string(), title: Words, leads: count });

const TownShare = z.strictObject({
  /** 9 digits; 6 for leads of no known town, which stay with the county. */
  region: RegionCode,
  name: z.string(),
  leads: count,
  households: count,
  serious: count,
  suspect: count,
  info: count,
  /** What is due first and last, by the limits in force. */
  dueFrom: DateOn.nullable(),
  dueTo: DateOn.nullable(),
});

/** What was sent. */
export const DispatchReport = z.strictObject({
  dispatched: count,
  towns: z.array(z.strictObject({ region: RegionCode, leads: count })),
  /** What the workflow refused, by code: they stay where they were. */
  refused: z.array(z.strictObject({ code: z.string(), leads: count })),
});
export type DispatchReport = z.output<typeof DispatchReport>;

/** 派发: leads of a county to the offices of its towns, each with the day the law and the campaign leave. */
export const dispatch = {
  preview: operation({
    method: 'POST',
    path: '/dispatch/preview',
    title: { zh: '派发预览', en: 'Preview a dispatch' },
    about: {
      zh: '各乡镇将收到多少疑点、多少户、何时到期；什么也不改动。',
      en: 'How many leads and households each town would get, and when they would be due. Changes nothing.',
    },
    may: 'lead.dispatch',
    input: z.strictObject(Filter),
    output: z.strictObject({
      leads: count,
      households: count,
      towns: z.array(TownShare),
      /** Empty when neither filters nor leads are named: whatever was sent before is not asked for. */
      leftOut: z.array(LeftOut),
      /** Of `leads`, those the caller must keep out of as kin: another one has to send them. */
      ofKin: count,
    }),
    refusals: [],
    logs: 'list',
  }),
  send: operation({
    method: 'POST',
    path: '/dispatch/send',
    title: { zh: '派发', en: 'Dispatch' },
    about: {
      zh: '按预览的条件在后台逐条派发到乡镇；数量与预览不符时不派发，重复提交不重复派发。',
      en: 'Sends what the preview showed to the towns, in the background, each lead once; refused when the number is no longer that of the preview.',
    },
    may: 'lead.dispatch',
    input: z.strictObject({
      id: Id,
      ...Filter,
      /** Leads as the preview counted them. */
      expected: z.number().int().min(1),
    }),
    output: z.strictObject({ id: Id, state: z.string() }),
    refusals: ['DSP-101', 'DSP-102'],
    logs: 'act',
  }),
  get: operation({
    method: 'GET',
    path: '/dispatch',
    title: { zh: '派发结果', en: 'A dispatch' },
    about: {
      zh: '进度、各乡镇数量、未能派发的及原因。',
      en: 'Progress, numbers by town, what was refused and why.',
    },
    may: 'lead.dispatch',
    input: z.strictObject({ id: Id }),
    output: z.strictObject({
      id: Id,
      area: RegionCode,
      campaignId: Id.nullable(),
      state: z.enum(['waiting', 'done', 'failed', 'cancelled']),
      progress: Progress.nullable(),
      report: DispatchReport.nullable(),
      failure: Failure.nullable(),
      sentBy: Colleague.nullable(),
      createdAt: Instant,
      endedAt: Instant.nullable(),
      version: z.number().int(),
    }),
    refusals: [],
    logs: 'list',
  }),
} as const;
