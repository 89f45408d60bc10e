import type { DuckDBConnection } from '@duckdb/node-api';
import type { Bilingual } from '@yangguang/domain/errors/user-error';
import { valueOf } from '../../dataset/sql-engine.ts';
import { type ColumnProfile, filledSql } from './profile-columns.ts';
import { bareHeading, type ColumnKind, kindOf } from './suggest-kinds.ts';

/** A column of either side that holds the same thing, under the name it has in the plan. */
export interface PairedColumn {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly left: ColumnProfile;
  readonly right: ColumnProfile;
}

/** A column that the plan leaves out, and why. */
export interface LeftOut {
  readonly column: string;
  readonly why: Bilingual;
}

export interface KnownColumn {
  readonly profile: ColumnProfile;
  readonly kind: ColumnKind;
}

export const knowColumns = (profiles: readonly ColumnProfile[]): KnownColumn[] =>
  profiles.map((profile) => ({ profile, kind: kindOf(profile) }));

/** Kinds of which a table has one for the person of the row, so that they pair under different headings. */
const oneOfAKind: ReadonlySet<ColumnKind> = new Set([
  ...(['given_name', 'surname', 'full_name', 'person_name', 'id_number', 'birth', 'sex'] as const),
  ...(['town', 'village', 'address', 'phone', 'email', 'account', 'household'] as const),
]);

/** Kinds that no column of another heading is taken for: what they hold is told by the heading alone. */
const neverPaired: ReadonlySet<ColumnKind> = new Set([
  'record',
  'label',
  'empty',
  'note',
  'relation',
  'category',
  'number',
]);

/**
 * Which column of the one table goes with which of the other: those of one heading, then those of one kind, then those
 * of similar content whose values are found on the other side. In the order of the left table.
 */
export async function pairColumns(
  db: DuckDBConnection,
  tables: readonly [left: string, right: string],
  left: readonly KnownColumn[],
  right: readonly KnownColumn[],
): Promise<PairedColumn[]> {
  const taken = new Set<string>();
  const partners = new Map<string, KnownColumn>();
  const take = (one: KnownColumn, other: KnownColumn | undefined): void => {
    if (other === undefined || partners.has(one.profile.column)) return;
    partners.set(one.profile.column, other);
    taken.add(other.profile.column);
  };
  const free = (): KnownColumn[] => right.filter(({ profile }) => !taken.has(profile.column));
  const open = (): KnownColumn[] => left.filter(({ profile }) => !partners.has(profile.column));
  for (const one of left)
    take(
      one,
      free().find(({ profile }) => bareHeading(profile.column) === bareHeading(one.profile.column)),
    );
  for (const one of open())
    if (oneOfAKind.has(one.kind))
      take(
        one,
        free().find(({ kind }) => kind === one.kind),
      );
  for (const one of open()) {
    const alike = free().filter(({ kind }) => kind === one.kind && !neverPaired.has(kind));
    take(one, await bestOverlap(db, tables, one, alike));
  }
  const paired = left.flatMap((one) => {
    const other = partners.get(one.profile.column);
    return other === undefined ? [] : [{ one, other }];
  });
  return named(
    paired.map(({ one, other }) => ({
      kind: commonKind(one, other),
      left: one.profile,
      right: other.profile,
    })),
  );
}

/** Sides that disagree on what a column of one heading holds are believed where it says more. */
function commonKind(one: KnownColumn, other: KnownColumn): ColumnKind {
  if (one.kind === 'empty') return other.kind;
  if (one.kind === other.kind || other.kind === 'empty') return one.kind;
  const weak: readonly ColumnKind[] = ['word', 'category', 'code', 'record'];
  return weak.includes(one.kind) ? other.kind : one.kind;
}

/**
 * A register's birth dates may stand in a column of one side and in the identity numbers of the other: the number's
 * column takes the place of the missing one, since a date is read from the number wherever there is no other.
 */
export function withBirthDates(
  columns: readonly PairedColumn[],
  left: readonly KnownColumn[],
  right: readonly KnownColumn[],
): PairedColumn[] {
  const number = columns.find(({ kind }) => kind === 'id_number');
  if (number === undefined || columns.some(({ kind }) => kind === 'birth')) return [...columns];
  const isBirth = ({ kind }: KnownColumn): boolean => kind === 'birth';
  const [one, other] = [left.find(isBirth)?.profile, right.find(isBirth)?.profile];
  if (one === undefined && other === undefined) return [...columns];
  return [
    ...columns,
    { name: 'birth', kind: 'birth', left: one ?? number.left, right: other ?? number.right },
  ];
}

/** The column that holds the most of the other's distinct values; at least a fifth of them. */
async function bestOverlap(
  db: DuckDBConnection,
  [leftTable, rightTable]: readonly [string, string],
  one: KnownColumn,
  candidates: readonly KnownColumn[],
): Promise<KnownColumn | undefined> {
  let best: KnownColumn | undefined;
  let most = 0.2;
  for (const other of candidates) {
    const shared = await valueOf(
      db,
      `SELECT count(*) FROM (SELECT DISTINCT lower(${filledSql(one.profile.column)}) AS v FROM ${leftTable})
       JOIN (SELECT DISTINCT lower(${filledSql(other.profile.column)}) AS v FROM ${rightTable}) USING (v)`,
    );
    const share = Number(shared) / Math.max(1, Math.min(one.profile.distinct, other.profile.distinct));
    if (share <= most) continue;
    best = other;
    most = share;
  }
  return best;
}

/** Names for headings in Chinese; others are named by their heading. */
const kindNames: Partial<Readonly<Record<ColumnKind, string>>> = {
  ...{
    person_name: 'name',
    id_number: 'id_number',
    birth: 'birth',
    sex: 'sex',
    town: 'town',
    village: 'village',
  },
  ...{
    address: 'address',
    phone: 'phone',
    account: 'account',
    household: 'household',
    age: 'age',
    email: 'email',
  },
};

function named(columns: readonly Omit<PairedColumn, 'name'>[]): PairedColumn[] {
  const used = new Set<string>();
  return columns.map((column) => {
    const heading = column.left.column
      .toLowerCase()
      .replace(/[^a-z0-9]+/gu, '_')
      .replace(/^[_0-9]+|_+$/gu, '');
    const wanted =
      /\p{Script=Han}/u.test(column.left.column) || heading === ''
        ? (kindNames[column.kind] ?? 'field')
        : heading;
    let name = wanted;
    for (let n = 2; used.has(name); n += 1) name = `${wanted}_${n}`;
    used.add(name);
    return { ...column, name };
  });
}
