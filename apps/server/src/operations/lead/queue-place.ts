import { orderingOf, type Part, type Place, type Queue } from '@yangguang/store/lead/lead-window';
import { ApiRefusal } from '../../http/api-refusal.ts';
import { countShape, dayShape, instantShape } from '../cursor.ts';

const shapes = {
  due: dayShape,
  newest: instantShape,
  amount: new RegExp(`^-1$|${countShape.source}`),
  ended: instantShape,
} as const;

export const writePlace = ({ sort, id }: Place): string => `${sort}~${id}`;

/**
 * The place that a text stands for in this queue. It opens nothing: one made up by hand only chooses where to look.
 * @throws ApiRefusal API-101 when it is of another order, or no day or instant
 */
export function readPlace(text: string | undefined, queue: Queue, field: string): Place | null {
  if (text === undefined) return null;
  const [sort = '', id = ''] = text.split('~');
  const ordering = orderingOf(queue);
  const isReal = ordering === 'amount' || !Number.isNaN(Date.parse(sort));
  if (!shapes[ordering].test(sort) || !isReal || !isSameDay(sort))
    throw new ApiRefusal('API-101', { fields: [field] });
  return { sort, id };
}

/** The parser of dates takes the 31st of February for the 3rd of March; the database takes it for nothing. */
function isSameDay(sort: string): boolean {
  const day = /^\d{4}-\d\d-\d\d/.exec(sort)?.[0];
  return day === undefined || new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
}

interface PartAsked {
  readonly at?: string | undefined;
  readonly before?: string | undefined;
  readonly skip: number;
}

/** The part that was asked for. @throws ApiRefusal API-101 */
export function partOf({ at, before, skip }: PartAsked, queue: Queue, limit: number): Part {
  return { at: readPlace(at, queue, 'at'), before: readPlace(before, queue, 'before'), skip, limit };
}
