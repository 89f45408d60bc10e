import { UserError } from '@yangguang/domain/errors/user-error';

/** Errors of the socket, and PostgreSQL's classes 08 (connection) and 57P01–57P03 (going down, crashed, starting up). */
const connectionCodes = /^(08...|57P0[1-3]|ECONN.*|EPIPE|ENOENT|ENOTFOUND|ETIMEDOUT|EAI_AGAIN|EHOSTUNREACH)$/;

/** True when the connection failed, not the statement. Whether a commit under way took place is then unknown. */
export function isConnectionFailure(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: string };
  return (
    (code !== undefined && connectionCodes.test(code)) ||
    /Connection terminated|Client has encountered a connection error|not queryable/.test(error.message)
  );
}

/** DB-110: no connection. */
export function databaseGone(cause: unknown): UserError {
  return new UserError(
    'DB-110',
    {
      what: { zh: '暂时连不上数据库', en: 'The database cannot be reached just now' },
      why: {
        zh: '数据库正在重启，或地址、口令不对',
        en: 'it is starting again, or its address or password is wrong',
      },
      remedy: {
        zh: '请稍后重试：重复提交同一操作不会办理两次；一直连不上时请联系系统管理员',
        en: 'try again shortly: sending the same act twice does it once; if it stays away, tell the system administrator',
      },
    },
    { cause },
  );
}

/** DB-111: every connection is busy. */
export function databaseBusy(cause: unknown): UserError {
  return new UserError(
    'DB-111',
    {
      what: { zh: '系统繁忙，请求没有办理', en: 'The system is busy: the request was not carried out' },
      why: { zh: '等待空闲连接超过 10 秒', en: 'no connection became free within 10 seconds' },
      remedy: {
        zh: '请稍后重试；经常出现时请系统管理员调大连接数',
        en: 'try again shortly; if it happens often, let the system administrator allow more connections',
      },
    },
    { cause },
  );
}
