import { z } from 'zod';
import { Id, Instant, operation, page, PageInput } from './operation.ts';
import { AreaCode, PersonName, ProgrammeNames, RoleName, SessionLine } from './people.ts';

const one = z.strictObject({ id: Id });
const Done = z.strictObject({ ok: z.literal(true) });
/** Shown this once; null for single sign-on only, and when the same request was carried out before. */
const FirstPassword = z.strictObject({ firstPassword: z.string().nullable() });

const Account = z.strictObject({
  id: Id,
  userName: z.string(),
  fullName: z.string(),
  unitId: Id.nullable(),
  unitName: z.string().nullable(),
  /** Area of the unit; '' for those of the whole installation. */
  area: AreaCode,
  createdAt: Instant,
  disabledAt: Instant.nullable(),
  /** Null when not locked now. */
  lockedUntil: Instant.nullable(),
  mustChangePassword: z.boolean(),
  hasPassword: z.boolean(),
  hasTotp: z.boolean(),
  oidcSubject: z.string().nullable(),
  version: z.number().int(),
});

/** Accounts, looked after by the security administrator of their area. An account alone gives no right. */
export const account = {
  list: operation({
    method: 'GET',
    path: '/account/list',
    title: { zh: '账号列表', en: 'List accounts' },
    about: {
      zh: '本人管理地区内的账号，按用户名。',
      en: 'Accounts of the areas one looks after, by user name.',
    },
    may: 'account.read',
    input: z.strictObject({
      ...PageInput,
      unitId: Id.optional(),
      state: z.enum(['active', 'disabled', 'locked']).optional(),
    }),
    output: page(Account),
    refusals: [],
    logs: 'list',
  }),
  get: operation({
    method: 'GET',
    path: '/account',
    title: { zh: '查看账号', en: 'One account' },
    about: { zh: '一个账号的状况；从不含口令和密钥。', en: 'How an account stands; never its secrets.' },
    may: 'account.read',
    input: one,
    output: Account,
    refusals: ['ACC-120'],
    logs: 'list',
  }),
  colleagues: operation({
    method: 'GET',
    path: '/account/colleagues',
    title: { zh: '可指派的同事', en: 'Colleagues who can be given work' },
    about: {
      zh: '本人工作地区内现任职的同事，带单位、岗位、地区，以免同名派错。',
      en: 'Colleagues in office in the areas one works in, with unit, role and area, so that namesakes are told apart.',
    },
    may: 'matter.act',
    input: z.strictObject({ ...PageInput, role: RoleName.optional(), area: AreaCode.optional() }),
    output: page(
      z.strictObject({
        accountId: Id,
        fullName: z.string(),
        unitName: z.string().nullable(),
        role: RoleName,
        area: AreaCode,
        programmes: ProgrammeNames,
      }),
    ),
    refusals: [],
    logs: 'list',
  }),
  create: operation({
    method: 'POST',
    path: '/account/create',
    title: { zh: '开设账号', en: 'Open an account' },
    about: {
      zh: '开设没有任何权限的账号，给出初始口令（只此一次），首次登录须更换。',
      en: 'Opens an account without any right and gives a first password, this once, to be changed at the first login.',
    },
    may: 'account.manage',
    input: z.strictObject({
      id: Id,
      userName: z.string().min(2).max(40),
      fullName: PersonName,
      unitId: Id,
      oidcSubject: z.string().trim().min(1).max(255).optional(),
      /** False: single sign-on only. */
      withPassword: z.boolean().default(true),
    }),
    output: FirstPassword,
    refusals: ['ACC-121', 'ACC-122', 'ACC-131', 'ACC-132', 'ACC-134'],
    logs: 'act',
  }),
  disable: operation({
    method: 'POST',
    path: '/account/disable',
    title: { zh: '停用账号', en: 'Disable an account' },
    about: {
      zh: '停用账号并结束其会话；什么也不删除。',
      en: 'Closes an account and its sessions; nothing is deleted.',
    },
    may: 'account.manage',
    input: one,
    output: Done,
    refusals: ['ACC-120', 'ACC-123', 'ACC-128'],
    logs: 'act',
  }),
  enable: operation({
    method: 'POST',
    path: '/account/enable',
    title: { zh: '恢复账号', en: 'Enable an account' },
    about: {
      zh: '恢复停用的账号；任命照旧。',
      en: 'Opens a disabled account again, with its appointments as they stand.',
    },
    may: 'account.manage',
    input: one,
    output: Done,
    refusals: ['ACC-120'],
    logs: 'act',
  }),
  unlock: operation({
    method: 'POST',
    path: '/account/unlock',
    title: { zh: '解锁账号', en: 'Unlock an account' },
    about: { zh: '提前解除因连续输错造成的锁定。', en: 'Ends a lock after failed logins before its time.' },
    may: 'account.manage',
    input: one,
    output: Done,
    refusals: ['ACC-120'],
    logs: 'act',
  }),
  resetPassword: operation({
    method: 'POST',
    path: '/account/reset-password',
    title: { zh: '重置口令', en: 'Reset a password' },
    about: {
      zh: '给出新的初始口令（只此一次），结束该账号的会话。',
      en: 'Gives a new first password, this once, and ends the account’s sessions.',
    },
    may: 'account.manage',
    input: one,
    output: FirstPassword,
    refusals: ['ACC-120', 'ACC-123'],
    logs: 'act',
  }),
  resetTotp: operation({
    method: 'POST',
    path: '/account/reset-totp',
    title: { zh: '解除验证器', en: 'Take an authenticator away' },
    about: {
      zh: '手机丢失时解除验证器和恢复码，结束该账号的会话。',
      en: 'For a lost telephone: takes authenticator and recovery codes away and ends the sessions.',
    },
    may: 'account.manage',
    input: one,
    output: Done,
    refusals: ['ACC-120', 'ACC-123'],
    logs: 'act',
  }),
  linkSingleSignOn: operation({
    method: 'POST',
    path: '/account/link-single-sign-on',
    title: { zh: '绑定单点登录', en: 'Tie to single sign-on' },
    about: {
      zh: '把账号与统一身份认证的标识绑定或解绑，结束该账号的会话。',
      en: 'Ties an account to an identity of the provider, or unties it, and ends its sessions.',
    },
    may: 'account.manage',
    input: z.strictObject({ id: Id, oidcSubject: z.string().trim().min(1).max(255).nullable() }),
    output: Done,
    refusals: ['ACC-120', 'ACC-123', 'ACC-132'],
    logs: 'act',
  }),
  listSessions: operation({
    method: 'GET',
    path: '/account/sessions',
    title: { zh: '账号的会话', en: 'Sessions of an account' },
    about: { zh: '一个账号仍有效的会话。', en: 'The sessions of an account that are still open.' },
    may: 'session.manage',
    input: one,
    output: z.strictObject({ items: z.array(SessionLine) }),
    refusals: ['ACC-120'],
    logs: 'list',
  }),
  endSessions: operation({
    method: 'POST',
    path: '/account/end-sessions',
    title: { zh: '结束账号的会话', en: 'End sessions of an account' },
    about: { zh: '结束一个账号的一个或全部会话。', en: 'Ends one session of an account, or all.' },
    may: 'session.manage',
    input: z.strictObject({ id: Id, sessionId: Id.optional() }),
    output: z.strictObject({ ended: z.number().int() }),
    refusals: ['ACC-116', 'ACC-120'],
    logs: 'act',
  }),
} as const;
