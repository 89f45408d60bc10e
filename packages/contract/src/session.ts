import { z } from 'zod';
import { Id, Instant, operation } from './operation.ts';
import { HeldAppointment, PermissionName, SessionLine } from './people.ts';

/** What stands between a login and the work. */
const NextStep = z.enum(['secondFactor', 'newPassword', 'enrolTotp', 'none']);
const Password = z.string().min(1).max(256);
const nothing = z.strictObject({});
const Done = z.strictObject({ ok: z.literal(true) });
const Next = z.strictObject({ next: NextStep });

/** Signing in and out, and what a person does with the own login. */
export const session = {
  signIn: operation({
    method: 'POST',
    path: '/session/sign-in',
    title: { zh: '登录', en: 'Sign in' },
    about: {
      zh: '用户名和口令换取会话；须第二因素的，此后只差一步。不论何种原因失败，回答都一样。',
      en: 'User name and password for a session, which may still lack the second factor. Whatever fails, the answer is the same.',
    },
    may: null,
    input: z.strictObject({ userName: z.string().min(1).max(80), password: Password }),
    output: Next,
    refusals: ['ACC-101', 'ACC-102', 'ACC-107'],
    logs: 'act',
  }),
  giveSecondFactor: operation({
    method: 'POST',
    path: '/session/second-factor',
    title: { zh: '输入验证码', en: 'Give the second factor' },
    about: {
      zh: '用验证器的六位验证码或一个恢复码完成登录；每个码只能用一次。',
      en: 'Completes the login with six digits of the authenticator or a recovery code; each works once.',
    },
    may: null,
    input: z.strictObject({ code: z.string().min(6).max(40) }),
    output: Next,
    refusals: ['ACC-103', 'API-102'],
    logs: 'act',
  }),
  signOut: operation({
    method: 'POST',
    path: '/session/sign-out',
    title: { zh: '退出', en: 'Sign out' },
    about: { zh: '结束本会话；没有会话也不报错。', en: 'Ends this session; without one nothing happens.' },
    may: null,
    input: nothing,
    output: Done,
    refusals: [],
    logs: 'act',
  }),
  startSingleSignOn: operation({
    method: 'GET',
    path: '/session/single-sign-on',
    title: { zh: '开始单点登录', en: 'Start single sign-on' },
    about: {
      zh: '转到本单位的统一身份认证页面（OpenID Connect）。',
      en: 'Sends the browser to the provider of this office (OpenID Connect).',
    },
    may: null,
    input: nothing,
    output: Done,
    refusals: ['ACC-112', 'ACC-113'],
    logs: 'none',
  }),
  finishSingleSignOn: operation({
    method: 'GET',
    path: '/session/single-sign-on/finish',
    title: { zh: '完成单点登录', en: 'Finish single sign-on' },
    about: {
      zh: '认证页面回到这里；账号须事先由安全保密管理员绑定，不会自动开户。',
      en: 'Where the provider sends the browser back. The account must have been tied to the identity before; none is made.',
    },
    may: null,
    input: z.strictObject({
      state: z.string().max(500).optional(),
      code: z.string().max(4000).optional(),
      iss: z.string().max(500).optional(),
      session_state: z.string().max(500).optional(),
      scope: z.string().max(500).optional(),
      error: z.string().max(200).optional(),
      error_description: z.string().max(2000).optional(),
      error_uri: z.string().max(500).optional(),
    }),
    output: Next,
    refusals: ['ACC-112', 'ACC-113'],
    logs: 'act',
  }),
  whoAmI: operation({
    method: 'GET',
    path: '/session',
    title: { zh: '我是谁', en: 'Who am I' },
    about: {
      zh: '本人的账号、现任职务、权限，登录是否还差一步，口令何时到期。',
      en: 'One’s own account, appointments in force, rights, what the login still lacks, and when the password runs out.',
    },
    may: 'session.own',
    input: nothing,
    output: z.strictObject({
      accountId: Id,
      sessionId: Id,
      userName: z.string(),
      fullName: z.string(),
      appointments: z.array(HeldAppointment),
      permissions: z.array(PermissionName),
      next: NextStep,
      hasTotp: z.boolean(),
      hasPassword: z.boolean(),
      passwordRunsOutAt: Instant.nullable(),
      /** Looks into one's area from outside that nobody has taken note of yet; 100 stands for more. */
      unseenGlasses: z.number().int(),
    }),
    refusals: [],
    logs: 'none',
  }),
  listOwn: operation({
    method: 'GET',
    path: '/session/list',
    title: { zh: '我的会话', en: 'My sessions' },
    about: { zh: '本人仍有效的会话。', en: 'One’s own sessions that are still open.' },
    may: 'session.own',
    input: nothing,
    output: z.strictObject({ items: z.array(SessionLine) }),
    refusals: [],
    logs: 'none',
  }),
  endOwn: operation({
    method: 'POST',
    path: '/session/end',
    title: { zh: '结束我的会话', en: 'End my sessions' },
    about: {
      zh: '结束本人的一个会话；不给编号则结束除本会话外的全部。',
      en: 'Ends one of one’s own sessions, or without an id all but this one.',
    },
    may: 'session.own',
    input: z.strictObject({ id: Id.optional() }),
    output: z.strictObject({ ended: z.number().int() }),
    refusals: ['ACC-116'],
    logs: 'act',
  }),
  changePassword: operation({
    method: 'POST',
    path: '/session/change-password',
    title: { zh: '更换口令', en: 'Change the password' },
    about: {
      zh: '验证当前口令后设新口令；本人其他会话随之结束。',
      en: 'Sets a new password after the present one; one’s other sessions end.',
    },
    may: 'session.own',
    input: z.strictObject({ present: Password, next: Password }),
    output: Next,
    refusals: ['ACC-108', 'ACC-109', 'ACC-110'],
    logs: 'act',
  }),
  enrolTotp: operation({
    method: 'POST',
    path: '/session/enrol-totp',
    title: { zh: '绑定验证器', en: 'Set up an authenticator' },
    about: {
      zh: '给出验证器的密钥（只此一次）；确认之前原有验证器照旧有效。',
      en: 'Gives the secret for an authenticator, this once; the present one goes on until the new one is confirmed.',
    },
    may: 'session.own',
    input: z.strictObject({ password: Password.optional() }),
    output: z.strictObject({ secret: z.string(), uri: z.string() }),
    refusals: ['ACC-108'],
    logs: 'act',
  }),
  confirmTotp: operation({
    method: 'POST',
    path: '/session/confirm-totp',
    title: { zh: '确认验证器', en: 'Confirm the authenticator' },
    about: {
      zh: '用第一个验证码确认，给出十个恢复码（只此一次）；以前的恢复码作废。',
      en: 'Confirms with a first code and gives ten recovery codes, this once; earlier ones are void.',
    },
    may: 'session.own',
    input: z.strictObject({ code: z.string().regex(/^\d{6}$/, 'six digits') }),
    output: z.strictObject({ recoveryCodes: z.array(z.string()), next: NextStep }),
    refusals: ['ACC-103', 'ACC-111'],
    logs: 'act',
  }),
  setUp: operation({
    method: 'POST',
    path: '/session/set-up',
    title: { zh: '初始设置', en: 'First set-up' },
    about: {
      zh: '凭服务器首次启动时显示的设置码，指定系统、安全保密、审计三名管理员（须三个人），给出各自的初始口令（只此一次）。没有默认账号和默认口令。',
      en: 'With the code the server shows at its first start, names the system, security and audit administrators (three people) and gives each a first password, this once. There is no default account.',
    },
    may: null,
    input: z.strictObject({
      code: z.string().min(1).max(40),
      systemAdmin: z.strictObject({
        userName: z.string().min(2).max(40),
        fullName: z.string().trim().min(2).max(40),
      }),
      securityAdmin: z.strictObject({
        userName: z.string().min(2).max(40),
        fullName: z.string().trim().min(2).max(40),
      }),
      auditAdmin: z.strictObject({
        userName: z.string().min(2).max(40),
        fullName: z.string().trim().min(2).max(40),
      }),
    }),
    output: z.strictObject({ systemAdmin: z.string(), securityAdmin: z.string(), auditAdmin: z.string() }),
    refusals: ['ACC-102', 'ACC-114', 'ACC-115', 'ACC-121', 'ACC-122'],
    logs: 'act',
  }),
} as const;
