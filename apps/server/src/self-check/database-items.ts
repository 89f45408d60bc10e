import type { Transaction } from '@yangguang/store/database';
import { sql } from '@yangguang/store/sql';
import type { Office } from '../http/call.ts';
import { type CheckItem, checkItem, type Found, good } from './check-item.ts';

interface Server {
  readonly version: string;
  readonly encoding: string;
  readonly locale: string;
  readonly letters: number;
  readonly at: Date;
  readonly newest: Date | null;
}

/** The database itself: which one, whether it knows Chinese, whether its clock and ours agree. */
export async function databaseItems({
  db,
  settings,
  now,
}: Pick<Office, 'db' | 'settings' | 'now'>): Promise<CheckItem[]> {
  const server = await db.asOwner(askServer);
  const isEmbedded = settings.DATABASE_URL === undefined;
  return [
    checkItem('database', { zh: '数据库', en: 'Database' }, findDatabase(server, isEmbedded)),
    checkItem('chinese', { zh: '中文检索', en: 'Search in Chinese' }, findChinese(server)),
    checkItem('clock', { zh: '时钟', en: 'Clock' }, judgeClock(now(), server)),
  ];
}

function askServer(tx: Transaction): Promise<Server> {
  return tx.get<Server>(sql`
    select current_setting('server_version') as version, current_setting('server_encoding') as encoding,
      (select datcollate || ', ' || datctype from pg_database where datname = current_database()) as locale,
      cardinality(show_trgm('张三丰')) as letters, clock_timestamp() as at,
      (select max(recorded_at) from step where seq = (select seq from chain_head where name = 'step')) as newest`);
}

function findDatabase({ version }: Server, isEmbedded: boolean): Found {
  return isEmbedded
    ? good(`内置 PostgreSQL ${version}，正常应答。`, `The embedded PostgreSQL ${version} answers.`)
    : good(`外部 PostgreSQL ${version}，正常应答。`, `A PostgreSQL ${version} of its own answers.`);
}

function findChinese({ encoding, locale, letters }: Server): Found {
  const finding = { zh: `编码 ${encoding}，区域 ${locale}。`, en: `Encoding ${encoding}, locale ${locale}.` };
  if (encoding === 'UTF8' && letters > 0) return { state: 'good', finding };
  return {
    state: 'bad',
    finding,
    remedy: {
      zh: '按姓名查找会找不到人：请用 UTF8 编码、C.UTF-8 区域重建数据库并恢复备份。',
      en: 'A search by name finds nobody: make the database anew with UTF8 and C.UTF-8, and restore a backup.',
    },
  };
}

/** Times and deadlines are only as right as the clock. */
export function judgeClock(now: Date, { at, newest }: Pick<Server, 'at' | 'newest'>): Found {
  const apart = Math.round(Math.abs(now.getTime() - at.getTime()) / 1000);
  if (newest !== null && newest.getTime() > now.getTime() + 60_000)
    return {
      state: 'bad',
      finding: {
        zh: '最近一条办理记录的时间晚于现在：时钟被拨回过。',
        en: 'The newest act is later than now: the clock was put back.',
      },
      remedy: {
        zh: '请校准服务器时间并启用网络对时。',
        en: 'Set the clock of the server and let it follow a time server.',
      },
    };
  const finding = {
    zh: `服务器与数据库的时间相差 ${apart} 秒。`,
    en: `The clocks of server and database are ${apart} seconds apart.`,
  };
  if (apart <= 5) return { state: 'good', finding };
  return {
    state: apart > 60 ? 'bad' : 'attention',
    finding,
    remedy: {
      zh: '请让两台机器使用同一对时服务。',
      en: 'Let both machines follow the same time server.',
    },
  };
}
