import type { EvidencePair } from '@yangguang/contract/lead-proof';
import { type ComparedKind, compareValues } from '@yangguang/domain/comparison/compare-values';
import { aspectWords } from '@yangguang/domain/comparison/difference-words';
import type { Aspect } from '@yangguang/domain/comparison/identity-ladder';
import { visibleMarks } from '@yangguang/domain/comparison/visible-marks';
import type { z } from 'zod';
import { type Cell, cellOf, type KeptRow, plain } from './evidence-row.ts';
import type { FindingMask } from './mask-finding.ts';
import type { RowPair, Slot } from './pair-rows.ts';

type Pair = z.output<typeof EvidencePair>;
type Field = Pair['fields'][number];
type LookAlike = (a: string, b: string) => boolean;

/** Where an aspect stands in a row about its own person. */
const ownColumns: readonly (readonly [Aspect, string, ComparedKind])[] = [
  ['birth', 'birth_on', 'date'],
  ['sex', 'sex', 'whole'],
  ['town', 'town', 'place'],
  ['village', 'village', 'place'],
  ['address', 'address', 'place'],
  ['phone', 'phone', 'number'],
  ['account', 'account_no', 'number'],
];
const places: ReadonlySet<string> = new Set(['town', 'village', 'address']);

/** Columns that bear one name and mean another thing in each list. */
const unlike: ReadonlySet<string> = new Set(['note', 'status', 'kind', 'reason', 'cause', 'role', 'place']);

/** Two rows field by field: who it is first, then whatever else both lists have. Marks stay within what is shown. */
export function comparePair(
  rows: readonly KeptRow[],
  pair: RowPair,
  mask: FindingMask,
  isLookAlike: LookAlike,
): Pair {
  const [left, right] = [rows[pair.left] as KeptRow, rows[pair.right] as KeptRow];
  const columns = [
    ...aspectColumns(left, pair.leftSlot, right, pair.rightSlot),
    ...sharedColumns(left, right),
  ];
  const fields = columns.flatMap((one) => fieldOf(one, left, right, mask, isLookAlike) ?? []);
  return { left: pair.left, right: pair.right, alike: [...pair.alike], fields };
}

interface ColumnPair {
  readonly aspect: Aspect | null;
  readonly left: string | null;
  readonly right: string | null;
  readonly kind: ComparedKind;
}

function aspectColumns(left: KeptRow, leftSlot: Slot, right: KeptRow, rightSlot: Slot): ColumnPair[] {
  const own = ownColumns.map(([aspect, column, kind]) => ({
    ...{ aspect, kind },
    left: ownColumn(left, leftSlot, column),
    right: ownColumn(right, rightSlot, column),
  }));
  return [
    { aspect: 'id', left: leftSlot.id, right: rightSlot.id, kind: 'id' },
    { aspect: 'name', left: leftSlot.name, right: rightSlot.name, kind: 'name' },
    ...own,
    ...relationColumns(left, leftSlot, right, rightSlot),
  ];
}

/** A row's columns belong to its own person; of somebody named beside him only the place is told. */
function ownColumn({ source, dataset }: KeptRow, { slot }: Slot, column: string): string | null {
  if (source?.columns.has(column) !== true) return null;
  if (slot === 'person' || slot === 'recipient' || (slot === 'head' && dataset.endsWith('household')))
    return column;
  return slot === 'head' && places.has(column) ? column : null;
}

/** Relations are compared where both lists say the relation to the head; to anybody else they mean another thing. */
function relationColumns(left: KeptRow, leftSlot: Slot, right: KeptRow, rightSlot: Slot): ColumnPair[] {
  const told = (row: KeptRow, slot: Slot): string | null =>
    row.source?.columns.get('relation')?.type === 'cat' ? ownColumn(row, slot, 'relation') : null;
  const pair = { left: told(left, leftSlot), right: told(right, rightSlot) };
  return pair.left === null || pair.right === null ? [] : [{ aspect: 'relation', ...pair, kind: 'whole' }];
}

/** Columns of the same name and type in both lists, such as an amount or a month. */
function sharedColumns(left: KeptRow, right: KeptRow): ColumnPair[] {
  const taken = new Set([
    ...ownColumns.map(([, column]) => column),
    ...[left, right].flatMap(({ source }) => (source?.slots ?? []).flatMap(({ name, id }) => [name, id])),
    'relation',
  ]);
  return [...(left.source?.columns ?? [])].flatMap(([column, { type }]) => {
    const other = right.source?.columns.get(column);
    if (other?.type !== type || taken.has(column) || unlike.has(column)) return [];
    return [{ aspect: null, left: column, right: column, kind: kindOf(type) }];
  });
}

function kindOf(type: string): ComparedKind {
  if (type === 'name') return 'name';
  if (type === 'date' || type === 'month') return 'date';
  return type === 'text' || type === 'place' ? 'text' : 'whole';
}

function fieldOf(
  columns: ColumnPair,
  leftRow: KeptRow,
  rightRow: KeptRow,
  mask: FindingMask,
  isLookAlike: LookAlike,
): Field | null {
  const a = cellIn(leftRow, columns.left, mask);
  const b = cellIn(rightRow, columns.right, mask);
  const [shown] = [a, b].filter((cell) => !isEmpty(cell));
  // What is shown to nobody is not compared for anybody.
  if (shown === undefined || shown === null || [a, b].some((cell) => cell?.kind === 'hidden')) return null;
  const { aspect, kind } = columns;
  // That one list lacks an amount or a class says nothing; that it lacks a name or a number does.
  if (aspect === null && (isEmpty(a) || isEmpty(b))) return null;
  const label = aspect === null ? shown.label : aspectWords[aspect];
  return { aspect, label, left: a, right: b, ...compared(kind, [leftRow, a], [rightRow, b], isLookAlike) };
}

function cellIn(row: KeptRow, column: string | null, mask: FindingMask): Cell | null {
  return column === null ? null : cellOf(row, column, mask);
}

type Side = readonly [row: KeptRow, cell: Cell | null];

function compared(
  kind: ComparedKind,
  left: Side,
  right: Side,
  isLookAlike: LookAlike,
): Pick<Field, 'difference' | 'leftMarks' | 'rightMarks' | 'isCovered'> {
  const [a, b] = [wholeOf(...left), wholeOf(...right)];
  const { difference, ...at } = compareValues(kind, a, b, isLookAlike);
  const [marksA, marksB] = [marksOf(a, left[1], at.left, kind), marksOf(b, right[1], at.right, kind)];
  const isCovered = marksA.isCovered || marksB.isCovered;
  return {
    // That digits behind the stars changed places would tell too much of them.
    difference: difference === 'transposed' && isCovered ? 'differs' : difference,
    leftMarks: marksA.marks.map(([from, to]) => [from, to]),
    rightMarks: marksB.marks.map(([from, to]) => [from, to]),
    isCovered,
  };
}

function isEmpty(cell: Cell | null): boolean {
  return cell === null || cell.value === null;
}

/** What is compared: the value as it was kept, not as it is shown. */
function wholeOf(row: KeptRow, cell: Cell | null): string | null {
  if (cell === null || cell.value === null) return null;
  const whole = plain(row.fields[cell.column]);
  return cell.kind === 'month' ? whole.slice(0, 7) : whole;
}

/** Whole values are marked as a whole by whoever shows them. */
function marksOf(
  whole: string | null,
  cell: Cell | null,
  positions: readonly number[],
  kind: ComparedKind,
): ReturnType<typeof visibleMarks> {
  if (whole === null || cell?.value == null || kind === 'whole') return { marks: [], isCovered: false };
  return visibleMarks(whole, cell.value, positions);
}
