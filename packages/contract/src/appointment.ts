import { z } from 'zod';
import { DateOn, Id, Instant, operation, page, PageInput } from './operation.ts';
import { AreaCode, ProgrammeNames, RoleName } from './people.ts';

const Done = z.strictObject({ ok: z.literal(true) });
const content = {
  id: Id,
  accountId: Id,
  role: RoleName,
  area: AreaCode,
  programmes: ProgrammeNames,
  fromOn: DateOn,
  /** Exclusive; null: until revoked. */
  toOn: DateOn.nullable(),
};

/** Who may do what where, for how long: role, area, programmes, period. */
export const appointment = {
  list: operation({
    method: 'GET',
    path: '/appointment/list',
    title: { zh: '任命列表', en: 'List appointments' },
    about: {
      zh: '本人管理地区内的任命，最新在前；已结束的须指明才列出。',
      en: 'Appointments of the areas one looks after, the newest first; those that are over when asked for.',
    },
    may: 'account.read',
    input: z.strictObject({
      ...PageInput,
      accountId: Id.optional(),
      withEnded: z.stringbool().default(false),
    }),
    output: page(
      z.strictObject({
        ...content,
        grantedBy: Id.nullable(),
        grantedAt: Instant,
        revokedAt: Instant.nullable(),
      }),
    ),
    refusals: [],
    logs: 'list',
  }),
  grant: operation({
    method: 'POST',
    path: '/appointment/grant',
    title: { zh: '任命', en: 'Appoint' },
    about: {
      zh: '给账号一个岗位、地区、项目和任期。互相监督的岗位不能由一人同时担任；不能任命自己。',
      en: 'Gives an account a role, an area, programmes and a period. Roles that watch each other are refused, and so is oneself.',
    },
    may: 'appointment.grant',
    input: z.strictObject(content),
    output: Done,
    refusals: ['ACC-120', 'ACC-124', 'ACC-125', 'ACC-126', 'ACC-127', 'ACC-129', 'ACC-134'],
    logs: 'act',
  }),
  revoke: operation({
    method: 'POST',
    path: '/appointment/revoke',
    title: { zh: '撤销任命', en: 'Revoke an appointment' },
    about: {
      zh: '立即结束一项任命；最后一名安全保密管理员不能撤销。',
      en: 'Ends an appointment at once; the last security administrator stays.',
    },
    may: 'appointment.grant',
    input: z.strictObject({ id: Id }),
    output: Done,
    refusals: ['ACC-124', 'ACC-128', 'ACC-130'],
    logs: 'act',
  }),
} as const;
