import { z } from 'zod';
import { Id, Instant, operation, page, PageInput } from './operation.ts';
import { AreaCode, RoleName } from './people.ts';

/** Looking outside one's own area in an emergency: with a reason, for some hours, to read only, and seen by the owners. */
export const glass = {
  break: operation({
    method: 'POST',
    path: '/glass/break',
    title: { zh: '紧急越区查看', en: 'Break the glass' },
    about: {
      zh: '以本人的岗位在限定小时内查看本人地区以外的内容，只能看，须写理由；该地区的负责人会看到，全程留痕。',
      en: 'Lets one read outside one’s own area for some hours, with a reason. The owners of the area see it, and all is logged.',
    },
    may: 'glass.break',
    input: z.strictObject({
      id: Id,
      role: RoleName,
      area: AreaCode,
      reason: z.string().trim().min(10).max(500),
    }),
    output: z.strictObject({ expiresAt: Instant }),
    refusals: ['ACC-126', 'ACC-133', 'ACC-134', 'ACC-135'],
    logs: 'act',
  }),
  list: operation({
    method: 'GET',
    path: '/glass/list',
    title: { zh: '越区查看记录', en: 'Looks from outside' },
    about: {
      zh: '别人对本人负责地区的紧急查看，最新在前。',
      en: 'Who looked into one’s area from outside, the newest first.',
    },
    may: 'glass.watch',
    input: z.strictObject({ ...PageInput, onlyUnseen: z.stringbool().default(false) }),
    output: page(
      z.strictObject({
        id: Id,
        accountId: Id,
        fullName: z.string(),
        unitName: z.string().nullable(),
        role: RoleName,
        area: AreaCode,
        reason: z.string(),
        brokenAt: Instant,
        expiresAt: Instant,
        seenAt: Instant.nullable(),
      }),
    ),
    refusals: [],
    logs: 'list',
  }),
  note: operation({
    method: 'POST',
    path: '/glass/note',
    title: { zh: '知悉越区查看', en: 'Take note of a look from outside' },
    about: {
      zh: '负责人知悉一次紧急查看；本人的不能由本人知悉。',
      en: 'An owner of the area takes note; nobody takes note of one’s own.',
    },
    may: 'glass.watch',
    input: z.strictObject({ id: Id }),
    output: z.strictObject({ ok: z.literal(true) }),
    refusals: ['ACC-130'],
    logs: 'act',
  }),
} as const;
