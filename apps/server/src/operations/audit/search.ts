import { audit } from '@yangguang/contract/audit';
import { readTokens } from '@yangguang/contract/filter-token';
import { type ReadFilter, searchReads } from '@yangguang/store/audit/search-reads';
import { ApiRefusal } from '../../http/api-refusal.ts';
import { handle } from '../../http/call.ts';
import { countShape, pageOfRows, readCursor, uuidShape, writeCursor } from '../cursor.ts';
import { auditLine } from './audit-line.ts';

export const search = handle(audit.search, async ({ filter, cursor, limit }, call) => {
  const sought = filterOf(filter);
  const page = { before: beforeOf(cursor), limit: limit + 1 };
  const rows = await call.db.within(call.reach, (tx) => searchReads(tx, call.reach, sought, page));
  call.note({ filter, lines: Math.min(rows.length, limit) });
  return pageOfRows(rows, limit, rows.map(auditLine), (row) => writeCursor(row.seq.toString()));
});

/** Where the list goes on. @throws ApiRefusal API-101 */
export function beforeOf(cursor: string | undefined): bigint | null {
  const [seq] = readCursor(cursor, countShape) ?? [];
  return seq === undefined ? null : BigInt(seq);
}

/** @throws ApiRefusal API-101 when a value has not the shape of its name */
function filterOf(tokens: readonly string[]): ReadFilter {
  const { account, kind, operation, outcome, code, household, matter, from, to } = readTokens(tokens);
  const [one, ...more] = household ?? [];
  const [other, ...others] = matter ?? [];
  if (more.length > 0 || others.length > 0) throw wrong();
  return {
    accounts: all(account, uuidShape),
    kinds: all(kind, /^[a-zA-Z]{1,20}$/),
    operations: all(operation, /^[a-zA-Z]{1,30}\.[a-zA-Z]{1,40}$/),
    outcomes: all(outcome, /^[a-zA-Z]{1,20}$/),
    codes: all(code, /^[A-Z]{2,6}-\d{3}$/),
    ...(one === undefined ? {} : { household: all([one], uuidShape)[0] ?? '' }),
    ...(other === undefined ? {} : { matter: all([other], uuidShape)[0] ?? '' }),
    ...instant('from', from),
    ...instant('to', to),
  };
}

function all(values: readonly string[] | undefined, shape: RegExp): readonly string[] {
  if (values?.every((value) => shape.test(value)) === false) throw wrong();
  return values ?? [];
}

/** A day of the office's clock, or an instant. `to` is exclusive. */
function instant<N extends 'from' | 'to'>(
  name: N,
  values: readonly string[] | undefined,
): { readonly [K in N]?: Date } {
  const [value, ...more] = values ?? [];
  if (value === undefined) return {};
  const isDay = /^(?:19|20|21)\d\d-\d\d-\d\d$/.test(value);
  const isInstant = /^(?:19|20|21)\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?Z$/.test(value);
  const at = new Date(isDay ? `${value}T00:00:00+08:00` : value);
  if (more.length > 0 || !(isDay || isInstant) || Number.isNaN(at.getTime())) throw wrong();
  return { [name]: at } as { readonly [K in N]: Date };
}

const wrong = (): ApiRefusal => new ApiRefusal('API-101', { fields: ['filter'] });
