import type { SourceColumn } from './source.ts';
import { FAST } from './typed-column.ts';
import * as type from './type-value.ts';

/** How the columns of a type that give one value, cell by cell, are typed. */
export interface SimpleType {
  /** SQL predicate of cells that are their own value. */
  readonly fast: (expr: string) => string;
  readonly convert: (raw: string) => type.TypedCell;
  readonly cast: 'date' | 'double' | 'boolean' | null;
}

/** Which end of a range a column wants, by its name. */
export const endOf = (column: SourceColumn): type.RangeEnd =>
  /(?:_to|_until|^to_on|^to_month)$/u.test(column.name) ? 'last' : 'first';

const none = (): string => FAST.none;

/** The simple type of a column; null for those that need more than one value or several columns. */
export function simpleType(column: SourceColumn): SimpleType | null {
  const isShare = column.name === 'share';
  switch (column.type) {
    case 'date':
      return { fast: FAST.date, convert: (raw) => type.typeDate(raw, endOf(column)), cast: 'date' };
    case 'decimal':
      return {
        fast: isShare ? none : FAST.decimal,
        convert: (raw) => type.typeDecimal(raw, isShare),
        cast: 'double',
      };
    case 'yesno':
      return { fast: none, convert: (raw) => type.typeYesNo(raw, column.values), cast: 'boolean' };
    case 'phone':
      return { fast: FAST.phone, convert: type.typePhone, cast: null };
    case 'credit':
      return { fast: none, convert: type.typeCredit, cast: null };
    default:
      return null;
  }
}
