import { z } from 'zod';
import { operation, Words } from './operation.ts';

/** The server itself: is it there, what is it, with which algorithms. */
export const system = {
  health: operation({
    method: 'GET',
    path: '/system/health',
    title: { zh: '是否在运行', en: 'Is it running' },
    about: {
      zh: '进程在运行即答“是”；不查数据库。也在 /health。',
      en: 'Answers as long as the process runs; does not ask the database. Also at /health.',
    },
    may: null,
    input: z.strictObject({}),
    output: z.strictObject({ ok: z.literal(true) }),
    refusals: [],
    logs: 'none',
  }),
  ready: operation({
    method: 'GET',
    path: '/system/ready',
    title: { zh: '能否受理', en: 'Is it ready' },
    about: {
      zh: '数据库可用、没有正在停止时答“是”，否则 503。也在 /ready。',
      en: 'Yes when the database answers and the server is not stopping, otherwise 503. Also at /ready.',
    },
    may: null,
    input: z.strictObject({}),
    output: z.strictObject({ ok: z.literal(true) }),
    refusals: ['API-503'],
    logs: 'none',
  }),
  about: operation({
    method: 'GET',
    path: '/system/about',
    title: { zh: '关于本系统', en: 'About this system' },
    about: {
      zh: '登录页需要知道的：系统名称、是否可单点登录。',
      en: 'What the sign-in page has to know: the name, and whether single sign-on is there.',
    },
    may: null,
    input: z.strictObject({}),
    output: z.strictObject({ name: Words, hasSingleSignOn: z.boolean() }),
    refusals: [],
    logs: 'none',
  }),
  version: operation({
    method: 'GET',
    path: '/system/version',
    title: { zh: '版本', en: 'Versions' },
    about: {
      zh: '程序、政策包和运行环境的版本。',
      en: 'Versions of the program, the policy pack and the runtime.',
    },
    may: 'system.read',
    input: z.strictObject({}),
    output: z.strictObject({
      program: z.string(),
      policy: z.string(),
      policyHash: z.string(),
      runtime: z.string(),
    }),
    refusals: [],
    logs: 'none',
  }),
  algorithms: operation({
    method: 'GET',
    path: '/system/algorithms',
    title: { zh: '密码算法', en: 'Algorithms' },
    about: {
      zh: '正在使用的密码算法和密钥版本；可打印的页面在 /algorithms。',
      en: 'The cryptographic algorithms and key version in use; a page to print is at /algorithms.',
    },
    may: 'system.read',
    input: z.strictObject({}),
    output: z.strictObject({
      keyVersion: z.number().int(),
      algorithms: z.array(z.strictObject({ use: Words, name: z.string() })),
    }),
    refusals: [],
    logs: 'none',
  }),
} as const;
