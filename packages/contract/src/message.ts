import { z } from 'zod';
import { Colleague } from './matter-parts.ts';
import { DateOn, Id, Instant, operation, RegionCode, Words } from './operation.ts';

/**
 * What a message may be about: given to the caller; sent back; given back by whom it was assigned to; a remark; a step of
 * somebody else; a step of the clock; soon due; overdue; a time that is over told to the caller's office; work given to
 * the office and to nobody in it yet.
 */
export const messageKinds = [
  ...[
    'assigned',
    'returned',
    'givenBack',
    'remark',
    'step',
    'clock',
    'dueSoon',
    'overdue',
    'escalated',
    'handedOver',
  ],
] as const;

const Message = z.strictObject({
  id: z.string(),
  kind: z.enum(messageKinds),
  at: Instant,
  workflow: z.string(),
  /** Kind of the matter, where its workflow has kinds. */
  matterKind: z.string().nullable(),
  region: RegionCode,
  /** Null when it stands for several: of one workflow, place and day. */
  matterId: Id.nullable(),
  count: z.number().int().min(1),
  dueOn: DateOn.nullable(),
  /** What the step is called. */
  step: Words.nullable(),
  /** Null for the clock, and for what nobody did. */
  by: Colleague.nullable(),
  isSeen: z.boolean(),
});

/** 消息: computed from the journal, never written; no name, number or amount of a family is in them. */
export const message = {
  list: operation({
    method: 'GET',
    path: '/message/list',
    title: { zh: '消息', en: 'Messages' },
    about: {
      zh: '最近三十天：交给我的、退回的、临期和逾期的、报到本单位的，以及别人在我经办事项上的操作，最新在前，至多二百条。',
      en: 'Of the last thirty days: given to me, sent back, soon due and overdue, told to my office, and others’ steps on my matters; newest first, two hundred at most.',
    },
    may: 'matter.read',
    input: z.strictObject({ kind: z.enum(messageKinds).optional() }),
    output: z.strictObject({ items: z.array(Message), isMore: z.boolean(), seenTo: Instant.nullable() }),
    refusals: [],
    logs: 'none',
  }),
  count: operation({
    method: 'GET',
    path: '/message/count',
    title: { zh: '未读消息数', en: 'Messages not yet seen' },
    about: {
      zh: '未读消息的条数，数到九十九为止。',
      en: 'How many were not seen, counted up to ninety-nine.',
    },
    may: 'matter.read',
    input: z.strictObject({}),
    output: z.strictObject({ unseen: z.number().int(), isMore: z.boolean() }),
    refusals: [],
    logs: 'none',
  }),
  see: operation({
    method: 'POST',
    path: '/message/see',
    title: { zh: '标为已读', en: 'Mark messages as seen' },
    about: {
      zh: '该时刻以前的消息记为已读；只能往后，不能往前，不影响事项本身。',
      en: 'What came up to this instant is seen; a mark moves forward only, and nothing else changes.',
    },
    may: 'matter.read',
    input: z.strictObject({ upTo: Instant }),
    output: z.strictObject({ seenTo: Instant }),
    refusals: [],
    logs: 'none',
  }),
} as const;
