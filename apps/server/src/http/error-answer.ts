import { statusOf } from '@yangguang/contract/api-refusals';
import type { ErrorAnswer } from '@yangguang/contract/operation';
import { UserError } from '@yangguang/domain/errors/user-error';
import { ApiRefusal } from './api-refusal.ts';

/** What Fastify says about a request before we see it, in our codes. */
const frameworkCodes: Readonly<Record<string, ApiRefusal>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: new ApiRefusal('API-107'),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: new ApiRefusal('API-109'),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: new ApiRefusal('API-101'),
  FST_ERR_CTP_EMPTY_JSON_BODY: new ApiRefusal('API-101'),
  FST_ERR_CTP_INVALID_JSON_BODY: new ApiRefusal('API-101'),
  FST_ERR_BAD_URL: new ApiRefusal('API-104'),
  FST_ERR_NOT_FOUND: new ApiRefusal('API-104'),
};

/** The refusal in whatever was thrown, or null: then it is a fault of ours. */
export function findUserError(thrown: unknown): UserError | null {
  if (thrown instanceof UserError) return thrown;
  if (!(thrown instanceof Error)) return null;
  const { code, statusCode } = thrown as { code?: unknown; statusCode?: unknown };
  // A body that is no JSON, or that reaches for a prototype, comes as a plain SyntaxError with status 400.
  if (statusCode === 400 && thrown instanceof SyntaxError) return new ApiRefusal('API-101');
  return typeof code === 'string' ? (frameworkCodes[code] ?? null) : null;
}

/** Status and body of the answer to a refusal. */
export function errorAnswer(error: UserError, reference: string): { status: number; answer: ErrorAnswer } {
  const { code, zh, en, whyZh, whyEn, remedyZh, remedyEn } = error;
  const fields = error instanceof ApiRefusal && error.fields.length > 0 ? { fields: [...error.fields] } : {};
  const details = error.details === null ? {} : { details: error.details };
  return {
    status: statusOf(code),
    answer: { code, zh, en, whyZh, whyEn, remedyZh, remedyEn, reference, ...fields, ...details },
  };
}

/** Kind of error and places in the program: a frame holds names of functions and files, never data. */
export function describeFault(thrown: unknown): Record<string, unknown> {
  if (!(thrown instanceof Error)) return { kind: typeof thrown };
  const { code, table, constraint, routine } = thrown as Error & Partial<Record<string, unknown>>;
  const places = (thrown.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at [\w$.<>[\] /:@()-]+/.test(line))
    .slice(0, 12)
    .map((line) => line.trim());
  const cause = thrown.cause === undefined ? {} : { cause: describeFault(thrown.cause) };
  // PostgreSQL's class 42 (a statement that is wrong) names tables and columns, never what is in them.
  const words = typeof code === 'string' && /^42[0-9A-Z]{3}$/.test(code) ? { words: thrown.message } : {};
  return { kind: thrown.constructor.name, code, ...words, table, constraint, routine, places, ...cause };
}
