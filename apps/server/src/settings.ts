import { isIP } from 'node:net';
import { delimiter, resolve } from 'node:path';
import { UserError } from '@yangguang/domain/errors/user-error';
import { z } from 'zod';

/** One environment variable: how it is read, and what it is for, in both languages. */
interface Setting<T extends z.ZodType = z.ZodType> {
  readonly schema: T;
  readonly zh: string;
  readonly en: string;
}

function setting<const T extends z.ZodType>(schema: T, zh: string, en: string): Setting<T> {
  return { schema, zh, en };
}

const whole = (least: number, most: number, usual: number) =>
  z.string().regex(/^\d+$/).transform(Number).pipe(z.number().min(least).max(most)).default(usual);
const file = z
  .string()
  .min(1)
  .transform((path) => resolve(path))
  .optional();
const httpUrl = z.url({ protocol: /^https?$/ }).optional();
const listOf = (separator: string | RegExp) =>
  z
    .string()
    .transform((text) =>
      text
        .split(separator)
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    )
    .default([]);

/** An address or a network such as 10.0.0.0/8: what a proxy may be trusted by. */
function isPlace(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}

/** Every setting of the server, by the name of its environment variable. Docs and refusals come from here. */
export const settingList = {
  HOST: setting(z.string().min(1).default('127.0.0.1'), '监听地址', 'address to listen on'),
  PORT: setting(whole(0, 65_535, 8420), '监听端口；0 为任意空闲端口', 'port; 0 takes any free one'),
  DATA_DIR: setting(
    z
      .string()
      .min(1)
      .default('data')
      .transform((path) => resolve(path)),
    '数据目录：内置数据库、证据文件、密钥',
    'folder of the embedded database, the files and the keys',
  ),
  DATABASE_URL: setting(
    z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    '外部 PostgreSQL（15–18）；不设则用内置数据库',
    'a PostgreSQL server (15 to 18); without it the embedded one is used',
  ),
  KEY_FILE: setting(
    file,
    '密钥文件；默认在数据目录的 keys/vault.json',
    'file of the keys; keys/vault.json of the data folder by default',
  ),
  PUBLIC_URL: setting(
    httpUrl,
    '用户访问的地址，如 https://jz.example.gov.cn',
    'address people use, such as https://jz.example.gov.cn',
  ),
  TLS_CERT: setting(file, 'TLS 证书文件（PEM）', 'TLS certificate file (PEM)'),
  TLS_KEY: setting(file, 'TLS 私钥文件（PEM）', 'TLS key file (PEM)'),
  TRUSTED_PROXIES: setting(
    listOf(',').refine((places) => places.every(isPlace)),
    '可信反向代理的地址或网段，逗号分隔',
    'addresses or networks of trusted proxies, separated by commas',
  ),
  LOG_LEVEL: setting(
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
    '日志级别',
    'level of the log',
  ),
  POLICY_OVERLAYS: setting(
    listOf(delimiter),
    `地方政策包目录，按顺序以“${delimiter}”分隔`,
    `folders of local policy overlays, in order, separated by "${delimiter}"`,
  ),
  OIDC_ISSUER: setting(httpUrl, '单点登录（OIDC）颁发者地址', 'issuer of single sign-on (OIDC)'),
  OIDC_CLIENT_ID: setting(z.string().min(1).optional(), '单点登录客户端编号', 'client id of single sign-on'),
  OIDC_CLIENT_SECRET: setting(
    z.string().min(1).optional(),
    '单点登录客户端密钥',
    'client secret of single sign-on',
  ),
  OIDC_MAY_USE_HTTP: setting(
    z.enum(['yes', 'no']).default('no'),
    '单点登录服务可否不加密（只限本机）',
    'whether single sign-on may go unencrypted (within one machine only)',
  ),
  REQUESTS_PER_MINUTE: setting(
    whole(10, 100_000, 600),
    '每个会话每分钟请求数',
    'requests a minute for one session',
  ),
  ADDRESS_REQUESTS_PER_MINUTE: setting(
    whole(10, 1_000_000, 12_000),
    '每个地址每分钟请求数（一个单位可能共用一个地址）',
    'requests a minute from one address (an office may share one)',
  ),
  SIGN_INS_PER_MINUTE: setting(
    whole(1, 100_000, 60),
    '每个地址每分钟未登录的提交数',
    'requests a minute from one address that change something without a session',
  ),
  BODY_LIMIT_KB: setting(whole(16, 65_536, 1024), 'JSON 请求大小上限（KB）', 'largest JSON request in KB'),
  UPLOAD_LIMIT_MB: setting(whole(1, 4096, 200), '上传文件大小上限（MB）', 'largest upload in MB'),
  BODY_SECONDS: setting(
    whole(1, 600, 20),
    'JSON 请求须在几秒内传完',
    'seconds within which a JSON request must have arrived',
  ),
  UPLOAD_SECONDS: setting(
    whole(5, 3600, 600),
    '上传须在几秒内传完',
    'seconds within which an upload must have arrived',
  ),
  DRAIN_SECONDS: setting(
    whole(0, 60, 0),
    '停止前先答“未就绪”并继续受理的秒数，供前置代理改派',
    'seconds of answering "not ready" and still serving before the stop, for a proxy to turn elsewhere',
  ),
  BACKUP_DIR: setting(
    file,
    '从管理界面备份时放备份的目录（另一块盘）',
    'folder for backups started from the desk (on another disk)',
  ),
  BACKUP_PASSPHRASE_FILE: setting(
    file,
    '上述备份的口令文件（第一行，权限 0600）',
    'file with the passphrase of those backups (first line, mode 0600)',
  ),
  STOP_SECONDS: setting(
    whole(1, 600, 25),
    '停止时等待在途请求的秒数',
    'seconds given to requests under way when stopping',
  ),
} as const;

type SettingName = keyof typeof settingList;

/** Settings by environment, checked. Paths are absolute. */
export type Settings = { readonly [K in SettingName]: z.output<(typeof settingList)[K]['schema']> };

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the settings. Empty variables count as absent.
 * @throws UserError SET-101 with every fault, in both languages
 */
export function readSettings(environment: Environment): Settings {
  const faults: { zh: string; en: string }[] = [];
  const settings: Record<string, unknown> = {};
  for (const [name, { schema, zh, en }] of Object.entries<Setting>(settingList)) {
    const text = environment[name]?.trim();
    const read = schema.safeParse(text === '' ? undefined : text);
    if (read.success) settings[name] = read.data;
    else faults.push({ zh: `${name}（${zh}）的值不能用`, en: `${name} (${en}) cannot be used` });
  }
  const complete = settings as Settings;
  if (faults.length === 0) faults.push(...together(complete));
  if (faults.length === 0) return complete;
  throw new UserError('SET-101', {
    what: {
      zh: `设置有 ${faults.length} 处错误：${faults.map((f) => f.zh).join('；')}。`,
      en: `${faults.length} settings are wrong: ${faults.map((f) => f.en).join('; ')}.`,
    },
    why: { zh: '环境变量的值不合要求。', en: 'Values of environment variables do not fit.' },
    remedy: {
      zh: '请按 docs/how-to/run-a-server.md 改正后重新启动。',
      en: 'Correct them as docs/how-to/run-a-server.md says, then start again.',
    },
  });
}

/** What must be set together. */
function together(s: Settings): { zh: string; en: string }[] {
  const faults = [];
  if ((s.TLS_CERT === undefined) !== (s.TLS_KEY === undefined))
    faults.push({ zh: 'TLS_CERT 和 TLS_KEY 须同时设置', en: 'TLS_CERT and TLS_KEY belong together' });
  if ((s.OIDC_ISSUER === undefined) !== (s.OIDC_CLIENT_ID === undefined))
    faults.push({
      zh: 'OIDC_ISSUER 和 OIDC_CLIENT_ID 须同时设置',
      en: 'OIDC_ISSUER and OIDC_CLIENT_ID belong together',
    });
  if ((s.BACKUP_DIR === undefined) !== (s.BACKUP_PASSPHRASE_FILE === undefined))
    faults.push({
      zh: 'BACKUP_DIR 和 BACKUP_PASSPHRASE_FILE 须同时设置',
      en: 'BACKUP_DIR and BACKUP_PASSPHRASE_FILE belong together',
    });
  if (s.OIDC_ISSUER !== undefined && s.PUBLIC_URL === undefined)
    faults.push({ zh: '使用单点登录须设置 PUBLIC_URL', en: 'single sign-on needs PUBLIC_URL' });
  return faults;
}

/** True when browsers reach the server by TLS, here or at a proxy: cookies are then marked Secure. */
export function isSecure(settings: Settings): boolean {
  return settings.TLS_CERT !== undefined || (settings.PUBLIC_URL?.startsWith('https:') ?? false);
}
