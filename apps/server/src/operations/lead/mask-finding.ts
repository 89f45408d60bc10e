import { hidden, maskAddress, maskName } from '@yangguang/domain/people/masking';
import { maskColumn } from '@yangguang/engine/outputs/mask-values';
import { healthColumn, maskNames, nameColumn } from '@yangguang/store/lead/open-summary';

/** How much of a finding somebody may see. */
export interface Sight {
  /** Names of people, in columns and in sentences: those it is assigned to see them. */
  readonly names: boolean;
}

/** Masks what one finding says. */
export interface FindingMask {
  /** Everything in it, column by column. */
  readonly json: (value: unknown) => unknown;
  readonly text: (text: string) => string;
  /** A value of a column as text; empty where nothing is said. */
  readonly cell: (value: string, column: string) => string;
  /** Whether a column is shown to nobody, as health is not. */
  readonly hides: (column: string) => boolean;
}

/**
 * A masker for one finding: numbers always, health always, names unless assigned. Names are taken from the columns that
 * hold them, so that they are masked in sentences and file names as well.
 * @param parts everything of the finding that has columns
 * @param known names known otherwise, such as the subject's
 */
export function maskerFor(
  parts: readonly unknown[],
  known: readonly string[],
  { names: seesNames }: Sight,
): FindingMask {
  const names = seesNames ? [] : [...known, ...parts.flatMap((part) => namesIn(part))];
  const text = (plain: string, column = ''): string => maskNames(maskColumn(column, plain), names);
  const cell = (value: string, column: string): string => {
    if (!seesNames && nameColumn.test(column)) return maskName(value);
    return text(!seesNames && addressColumn.test(column) ? maskAddress(value) : value, column);
  };
  const json = (value: unknown, column = ''): unknown => {
    if (isEmpty(value)) return null;
    if (healthColumn.test(column)) return hidden;
    if (typeof value === 'string') return cell(value, column);
    if (typeof value === 'number') return maskedNumber(value, column);
    if (Array.isArray(value)) return value.map((one) => json(one, column));
    if (typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value as object).map(([name, one]) => [name, json(one, name)]));
  };
  return {
    json: (value) => json(value),
    text: (plain) => text(plain),
    cell: (value, column) => {
      if (value === '') return '';
      return healthColumn.test(column) ? hidden : cell(value, column);
    },
    hides: (column) => healthColumn.test(column),
  };
}

const addressColumn = /address|住址|地址/u;

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '';
}

function maskedNumber(value: number, column: string): number | string {
  const masked = maskColumn(column, String(value));
  return masked === String(value) ? value : masked;
}

function namesIn(value: unknown, column = ''): string[] {
  if (typeof value === 'string') return nameColumn.test(column) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((one) => namesIn(one, column));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => namesIn(one, name));
}
