import { ApiRefusal } from '../http/api-refusal.ts';

/** The key of the last row seen, as one opaque word. */
export function writeCursor(...parts: readonly string[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/**
 * The key that a cursor stands for. It opens nothing: a key made up by hand only chooses where a list goes on.
 * @param shapes what each part must look like
 * @throws ApiRefusal API-101
 */
export function readCursor(cursor: string | undefined, ...shapes: readonly RegExp[]): string[] | null {
  if (cursor === undefined) return null;
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(parts) && parts.length === shapes.length && parts.every((p, i) => fits(p, shapes[i])))
      return parts as string[];
  } catch {
    // Not one of ours: the refusal below says so.
  }
  throw new ApiRefusal('API-101', { fields: ['cursor'] });
}

function fits(part: unknown, shape: RegExp | undefined): boolean {
  return typeof part === 'string' && shape !== undefined && shape.test(part) && !part.includes('\u0000');
}

/** Shapes of the parts of keys. */
export const uuidShape = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
export const dayShape = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
export const instantShape = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3,6}Z$/;
export const countShape = /^\d{1,18}$/;

/** Rows asked for beyond the page tell whether there are more. */
export function pageOfRows<Row, Item>(
  rows: readonly Row[],
  limit: number,
  items: readonly Item[],
  cursorOf: (row: Row) => string,
): { items: Item[]; next: string | null } {
  const last = rows[limit - 1];
  return {
    items: items.slice(0, limit),
    next: rows.length > limit && last !== undefined ? cursorOf(last) : null,
  };
}
