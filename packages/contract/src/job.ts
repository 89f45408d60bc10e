import { z } from 'zod';
import { Id, Instant, operation, page, PageInput } from './operation.ts';
import { Progress } from './progress.ts';

const JobLine = z.strictObject({
  id: Id,
  kind: z.string(),
  progress: Progress,
  attempts: z.number().int(),
  maxAttempts: z.number().int(),
  isToStop: z.boolean(),
  /** A code or the kind of fault, never a message. */
  lastError: z.string().nullable(),
  runAfter: Instant,
  createdAt: Instant,
  endedAt: Instant.nullable(),
});

/** 后台任务: the queue as those who keep the server running see it. What a job is about is not shown. */
export const job = {
  list: operation({
    method: 'GET',
    path: '/job/list',
    title: { zh: '后台任务', en: 'Jobs' },
    about: {
      zh: '新的在前；只有种类、进度和故障编号，没有业务内容。',
      en: 'The newest first: kind, progress and codes of faults, nothing of what they are about.',
    },
    may: 'system.read',
    input: z.strictObject({
      ...PageInput,
      state: z
        .array(z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']))
        .max(5)
        .default([]),
    }),
    output: page(JobLine).extend({
      waiting: z.number().int(),
      running: z.number().int(),
      failedOfDay: z.number().int(),
      oldestWaitsSince: Instant.nullable(),
    }),
    refusals: [],
    logs: 'none',
  }),
  cancel: operation({
    method: 'POST',
    path: '/job/cancel',
    title: { zh: '停止任务', en: 'Stop a job' },
    about: {
      zh: '在下一个安全点停止；已完成的部分保留，不留半成品。',
      en: 'At its next safe point: what was entered before stays, nothing half-done does.',
    },
    may: 'system.operate',
    input: z.strictObject({ id: Id }),
    output: z.strictObject({ id: Id }),
    refusals: [],
    logs: 'act',
  }),
  hurry: operation({
    method: 'POST',
    path: '/job/hurry',
    title: { zh: '立即重试', en: 'Try again now' },
    about: {
      zh: '等待重试的任务立即开始，不等间隔时间。',
      en: 'A job that waits for its next attempt begins at once.',
    },
    may: 'system.operate',
    input: z.strictObject({ id: Id }),
    output: z.strictObject({ id: Id, isHurried: z.boolean() }),
    refusals: [],
    logs: 'act',
  }),
} as const;
