import { normaliseId } from '@yangguang/domain/words/id-number';
import { compareNames, isCompatible } from '@yangguang/domain/words/name-compare';
import { type KeptRow, plain, roleOf } from './evidence-row.ts';

/** A place for a person in a row. */
export interface Slot {
  readonly slot: string;
  /** Columns of name and number. */
  readonly name: string;
  readonly id: string;
}

/** Two rows that speak of one person, and where in each. */
export interface RowPair {
  readonly left: number;
  readonly right: number;
  readonly leftSlot: Slot;
  readonly rightSlot: Slot;
  /** Rows that say the same of the person as the right-hand one. */
  readonly alike: readonly number[];
}

const pairsAtMost = 12;

/**
 * Puts rows side by side that speak of one person: the office's own on the left, what it is compared with on the right.
 * Each row is paired once, with the row of most trust that agrees best; rows of one list that say the same of the person
 * are one pair. Pairs about the subject come first, payments last.
 * @param subjectId number of the lead's subject, where it has one
 * @param isPerson whether the lead is about a person: its two first rows are shown side by side whether they agree or not
 */
export function pairRows(rows: readonly KeptRow[], subjectId: string | null, isPerson: boolean): RowPair[] {
  const found = folded(
    rows,
    rows.flatMap((_, right) => bestPair(rows, right) ?? []),
  );
  const weight = (pair: RowPair): number => {
    const [left, right] = [rows[pair.left] as KeptRow, rows[pair.right] as KeptRow];
    const isPayment = roleOf(right) === 'payment' ? 4 : 0;
    // The roll by household and the roll by member are one: that they agree says least.
    const isOneRoll = rollOf(left) === rollOf(right) ? 2 : 0;
    return isPayment + isOneRoll + (isAbout(rows, pair, subjectId) ? 0 : 1);
  };
  const pairs = found.sort((a, b) => weight(a) - weight(b) || a.right - b.right).slice(0, pairsAtMost);
  return pairs.length > 0 || !isPerson ? pairs : firstTwo(rows);
}

/** Which roll a row is of: dibao_household and dibao_member are of one. */
function rollOf({ dataset }: KeptRow): string {
  return dataset.split('_')[0] ?? '';
}

function isAbout(rows: readonly KeptRow[], pair: RowPair, subjectId: string | null): boolean {
  const { left, leftSlot, right, rightSlot } = pair;
  const ids = [plain(rows[left]?.fields[leftSlot.id]), plain(rows[right]?.fields[rightSlot.id])];
  return subjectId !== null && ids.includes(subjectId);
}

/** The row that this one is compared with: of those more trusted, the one that agrees best; the earlier of equal ones. */
function bestPair(rows: readonly KeptRow[], right: number): RowPair | null {
  const own = rows[right] as KeptRow;
  const scored = rows.flatMap((row, left) =>
    isMoreTrusted(row, left, own, right) ? slotPairs(row, left, own, right) : [],
  );
  const best = Math.max(0, ...scored.map(({ score }) => score));
  return scored.find(({ score }) => score === best && score > 0)?.pair ?? null;
}

function slotPairs(
  row: KeptRow,
  left: number,
  own: KeptRow,
  right: number,
): { readonly pair: RowPair; readonly score: number }[] {
  return (row.source?.slots ?? []).flatMap((leftSlot) =>
    (own.source?.slots ?? []).map((rightSlot) => ({
      pair: { left, right, leftSlot, rightSlot, alike: [] },
      score: agreement(row, leftSlot, own, rightSlot) * 10 - rankOf(row),
    })),
  );
}

function isMoreTrusted(row: KeptRow, place: number, other: KeptRow, otherPlace: number): boolean {
  const [rank, otherRank] = [rankOf(row), rankOf(other)];
  if (rank !== otherRank) return rank < otherRank;
  return place < otherPlace && (row.dataset !== other.dataset || rank === 0);
}

/** The roll first, then what was paid, then the register of the police, then the rest. */
function rankOf(row: KeptRow): number {
  const role = roleOf(row);
  if (role !== 'comparison') return role === 'payment' ? 1 : 0;
  return row.dataset === 'hukou' ? 2 : 3;
}

/** How far two places for a person speak of the same one: 0 not at all. Two valid numbers that differ are two people. */
function agreement(a: KeptRow, slotA: Slot, b: KeptRow, slotB: Slot): number {
  const [idA, idB] = [normaliseId(plain(a.fields[slotA.id])), normaliseId(plain(b.fields[slotB.id]))];
  if (idA.id !== null && idA.id === idB.id) return 4;
  if (isSound(idA.state) && isSound(idB.state)) return 0;
  const [nameA, nameB] = [plain(a.fields[slotA.name]), plain(b.fields[slotB.name])];
  if (nameA === '' || nameB === '') return 0;
  if (nameA === nameB) return 2;
  return isCompatible(compareNames(nameA, nameB).level) ? 1 : 0;
}

function isSound(state: string): boolean {
  return state === 'valid' || state === 'converted';
}

function folded(rows: readonly KeptRow[], pairs: readonly RowPair[]): RowPair[] {
  const byKey = new Map<string, RowPair>();
  for (const pair of pairs) {
    const row = rows[pair.right] as KeptRow;
    const said = [pair.rightSlot.name, pair.rightSlot.id, 'account_no'].map((column) =>
      plain(row.fields[column]),
    );
    const key = JSON.stringify([pair.left, pair.leftSlot.slot, row.dataset, pair.rightSlot.slot, said]);
    const known = byKey.get(key);
    byKey.set(key, known === undefined ? pair : { ...known, alike: [...known.alike, pair.right] });
  }
  return [...byKey.values()];
}

/** Two rows of different lists that nothing ties together: that is what the lead may be about. */
function firstTwo(rows: readonly KeptRow[]): RowPair[] {
  const places = rows.flatMap((row, place) => ((row.source?.slots.length ?? 0) > 0 ? [place] : []));
  const [one, ...others] = places.sort(
    (a, b) => rankOf(rows[a] as KeptRow) - rankOf(rows[b] as KeptRow) || a - b,
  );
  const other = others.find((place) => rows[place]?.dataset !== rows[one ?? -1]?.dataset) ?? others[0];
  if (one === undefined || other === undefined) return [];
  const [leftSlot, rightSlot] = [rows[one]?.source?.slots[0], rows[other]?.source?.slots[0]];
  if (leftSlot === undefined || rightSlot === undefined) return [];
  return [{ left: one, right: other, leftSlot, rightSlot, alike: [] }];
}
