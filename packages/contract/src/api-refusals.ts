import type { Bilingual } from '@yangguang/domain/errors/user-error';
import type { Operation } from './operation.ts';

/** A refusal of the door itself, before or beside what an operation has to say: status, what, why, what to do. */
interface ApiRefusal {
  readonly status: number;
  readonly what: Bilingual;
  readonly why: Bilingual;
  readonly remedy: Bilingual;
}

const askTheAdministrator: Bilingual = {
  zh: '如工作需要，请联系安全保密管理员。',
  en: 'If your work needs it, ask the security administrator.',
};

/** Refusals that any operation may give, said once. Codes are permanent. */
export const apiRefusals = {
  'API-101': {
    status: 400,
    what: { zh: '提交的内容不合要求。', en: 'The request does not fit what the operation asks for.' },
    why: {
      zh: '有字段缺失、格式不对，或多出了未定义的字段。',
      en: 'A field is missing or misshapen, or there is one that is not asked for.',
    },
    remedy: {
      zh: '请核对指出的字段后再提交。',
      en: 'Correct the fields that are named and send it again.',
    },
  },
  'API-102': {
    status: 401,
    what: { zh: '还没有登录，或登录已失效。', en: 'You are not signed in, or the session has ended.' },
    why: {
      zh: '本操作需要登录后进行；登录超时或被注销后须重新登录。',
      en: 'This needs a session; sessions end when unused or signed out.',
    },
    remedy: { zh: '请登录后重试。', en: 'Sign in and try again.' },
  },
  'API-103': {
    status: 403,
    what: { zh: '没有进行这项操作的权限。', en: 'You are not permitted to do this.' },
    why: {
      zh: '现任职务中没有一项包含此权限。',
      en: 'None of the appointments you hold now carries the permission.',
    },
    remedy: askTheAdministrator,
  },
  'API-104': {
    status: 404,
    what: { zh: '没有找到。', en: 'Not found.' },
    why: {
      zh: '它不存在，或不在您的区域、项目范围内。',
      en: 'It does not exist, or it is outside your area or programmes.',
    },
    remedy: {
      zh: '请核对编号；如确需查看，请联系安全保密管理员。',
      en: 'Check the number; if your work needs it, ask the security administrator.',
    },
  },
  'API-105': {
    status: 409,
    what: { zh: '内容已被别人更新。', en: 'It was changed meanwhile.' },
    why: {
      zh: '您看到的版本不是最新版本，直接保存会覆盖别人的内容。',
      en: 'You saw an older version; saving would overwrite what somebody else wrote.',
    },
    remedy: {
      zh: '请重新打开，对照两份内容后再提交。',
      en: 'Open it again, compare both texts and send yours again.',
    },
  },
  'API-106': {
    status: 429,
    what: { zh: '请求过于频繁。', en: 'Too many requests.' },
    why: { zh: '短时间内的请求超过了上限。', en: 'More requests came in a short time than is allowed.' },
    remedy: { zh: '请稍候再试。', en: 'Wait a little and try again.' },
  },
  'API-107': {
    status: 413,
    what: { zh: '提交的内容过大。', en: 'The request is too large.' },
    why: { zh: '超过了大小上限。', en: 'It is longer than the limit.' },
    remedy: { zh: '请分次提交，或压缩文件。', en: 'Send it in parts, or a smaller file.' },
  },
  'API-108': {
    status: 408,
    what: { zh: '提交超时。', en: 'The request took too long to arrive.' },
    why: { zh: '内容没有在规定时间内传完。', en: 'Its content was not complete within the time allowed.' },
    remedy: { zh: '请检查网络后重试。', en: 'Check the network and try again.' },
  },
  'API-109': {
    status: 415,
    what: { zh: '提交的内容类型不对。', en: 'The content type is not the one expected.' },
    why: {
      zh: '操作只接受 JSON；上传文件只接受原始字节流。',
      en: 'Operations take JSON; uploads take raw bytes.',
    },
    remedy: {
      zh: '请使用 application/json，上传时使用 application/octet-stream。',
      en: 'Use application/json, and application/octet-stream for uploads.',
    },
  },
  'API-110': {
    status: 403,
    what: {
      zh: '请求不是从本系统的页面发出的。',
      en: 'The request did not come from a page of this system.',
    },
    why: {
      zh: '缺少本系统的请求标记，或来源是别的网站。',
      en: 'It lacks the mark of our own client, or its origin is another site.',
    },
    remedy: { zh: '请从本系统的页面操作。', en: 'Work from the pages of this system.' },
  },
  'API-111': {
    status: 403,
    what: { zh: '请先修改密码。', en: 'Change your password first.' },
    why: {
      zh: '密码是初始密码或已到期。',
      en: 'It is the first password, given to you by somebody else, or it is too old.',
    },
    remedy: { zh: '修改密码后即可继续。', en: 'Change it, then go on.' },
  },
  'API-112': {
    status: 401,
    what: { zh: '登录还差一步。', en: 'Signing in is not complete.' },
    why: { zh: '还没有输入动态口令。', en: 'The one-time code is still missing.' },
    remedy: { zh: '请输入动态口令。', en: 'Give the one-time code.' },
  },
  'API-113': {
    status: 403,
    what: { zh: '须先绑定验证器。', en: 'Set up your authenticator first.' },
    why: {
      zh: '您的岗位须使用第二因素登录。',
      en: 'Your role must sign in with a second factor.',
    },
    remedy: { zh: '请按提示用手机扫码绑定，然后继续。', en: 'Set it up with your telephone, then go on.' },
  },
  'API-500': {
    status: 500,
    what: { zh: '系统内部出错。', en: 'A fault of ours.' },
    why: { zh: '这不是您的操作问题。', en: 'It is not due to what you did.' },
    remedy: {
      zh: '请把参考号告诉维护人员。',
      en: 'Tell the maintainers the reference.',
    },
  },
  'API-503': {
    status: 503,
    what: { zh: '系统正在启动、停止或维护。', en: 'The system is starting, stopping or being maintained.' },
    why: { zh: '数据库暂时不可用。', en: 'The database cannot be reached for the moment.' },
    remedy: { zh: '请稍候再试。', en: 'Wait a little and try again.' },
  },
} as const satisfies Record<string, ApiRefusal>;

export type ApiRefusalCode = keyof typeof apiRefusals;

/** Codes of operations whose HTTP status is not 422 (understood, and refused for a reason the caller can act on). */
const statusOfCode: Readonly<Record<string, number>> = {
  'ACC-101': 401,
  'ACC-102': 429,
  'ACC-103': 401,
  'ACC-113': 401,
  'DB-110': 503,
  'DB-111': 503,
  'FILE-101': 413,
  'FILE-102': 410,
};

/** HTTP status of a refusal. */
export function statusOf(code: string): number {
  return code in apiRefusals ? apiRefusals[code as ApiRefusalCode].status : (statusOfCode[code] ?? 422);
}

/** Every refusal a caller of the operation must expect: the door's and its own. Sorted. */
export function refusalsOf(operation: Operation): string[] {
  const codes: string[] = ['API-101', 'API-106', 'DB-110', 'DB-111', ...operation.refusals];
  if (operation.method === 'POST') codes.push('API-107', 'API-108', 'API-109', 'API-110');
  if (operation.may !== null) codes.push('API-102', 'API-103', 'API-104', 'API-111', 'API-112', 'API-113');
  if (operation.may !== null && operation.method === 'POST') codes.push('API-105');
  return [...new Set(codes)].sort();
}
