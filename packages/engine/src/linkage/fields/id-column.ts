import { BIGINT, type DuckDBConnection, LIST, listValue, UTINYINT, VARCHAR } from '@duckdb/node-api';
import {
  type IdState,
  maskedPattern,
  normaliseId,
  solveCandidates,
  truncatedPrefix,
} from '@yangguang/domain/words/id-number';
import { ColumnWriter, streamColumn } from './columns.ts';
import type { RawColumn } from './dictionary.ts';

/** What can be done with a number: 0 missing, 1 usable, 2 wrong but solvable, 3 cut short, 4 masked, 5 no such number. */
const stateCodes = { usable: 1, wrong: 2, cut: 3, masked: 4, other: 5 } as const;

/** Weights of GB 11643-1999 for the first 17 digits. */
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;

/** True in SQL for a text that is a right number as it stands: shape, month and day, check digit. */
export function isPlainNumber(column: string): string {
  const sum = weights.map((weight, at) => `(ascii(${column}[${at + 1}]) - 48) * ${weight}`).join(' + ');
  return `(length(${column}) = 18 and regexp_full_match(${column}, '[1-7]\\d{5}(18|19|20)\\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])\\d{3}[\\dX]')
    and '10X98765432'[((${sum}) % 11) + 1] = ${column}[18])`;
}

/**
 * `ids_<name>(raw, n, t, s, c, h, b)` for every distinct text that is not a right number as it stands: n the first 17
 * digits as an integer when it can be used, t its cleaned text when it cannot, s what can be done with it, c the
 * numbers one slip away, h the first 15 digits, b the birth date in it as digits. A right number needs none of this.
 */
export async function readOddNumbers(
  db: DuckDBConnection,
  name: string,
  sources: readonly RawColumn[],
): Promise<void> {
  await db.run(
    `create or replace table ids_${name} (raw varchar, n bigint, t varchar, s utinyint, c bigint[], h bigint, b varchar)`,
  );
  const types = [VARCHAR, BIGINT, VARCHAR, UTINYINT, LIST(BIGINT), BIGINT, VARCHAR];
  const writer = await ColumnWriter.open(db, `ids_${name}`, types);
  const all = sources.map(
    ({ table, column }) => `select ${column} as raw from ${table} where ${column} is not null`,
  );
  const odd = `select distinct raw from (${all.join(' union all ')}) where not ${isPlainNumber('raw')}`;
  for await (const raws of streamColumn(db, odd)) {
    for (const raw of raws) {
      if (typeof raw !== 'string') continue;
      const { n, t, s, c, h, b } = readNumber(raw);
      writer.put([raw, n, t, s, c === null ? null : listValue(c), h, b]);
    }
  }
  writer.close();
}

interface NumberForm {
  readonly n: bigint | null;
  readonly t: string | null;
  readonly s: number;
  readonly c: readonly bigint[] | null;
  readonly h: bigint | null;
  readonly b: string | null;
}

const nothing: NumberForm = { n: null, t: null, s: 0, c: null, h: null, b: null };
const first17 = (id: string): bigint => BigInt(id.slice(0, 17));
const birthIn = (id: string): string | null => (/^\d{6}(18|19|20)\d{6}/.test(id) ? id.slice(6, 14) : null);

function readNumber(raw: string): NumberForm {
  const { state, id } = normaliseId(raw);
  return id === null ? nothing : (formOf[state] ?? other)(id);
}

const usable = (id: string): NumberForm => ({
  ...nothing,
  n: first17(id),
  s: stateCodes.usable,
  h: first17(id) / 100n,
  b: birthIn(id),
});

const wrong = (id: string): NumberForm => {
  const solved = solveCandidates(id).map(first17);
  const b = id.length === 18 ? birthIn(id) : null;
  return { ...nothing, t: id, s: stateCodes.wrong, c: solved.length > 0 ? solved : null, b };
};

const other = (id: string): NumberForm => ({ ...nothing, t: id, s: stateCodes.other });

/** A masked number says something from its first six digits and eight in all. */
const masked = (id: string): NumberForm => {
  const mask = maskedPattern(id);
  if (mask === null || mask.prefix.length < 6 || mask.prefix.length + mask.suffix.length < 8)
    return other(id);
  return { ...nothing, t: `${mask.prefix}*${mask.suffix}`, s: stateCodes.masked, b: birthIn(mask.prefix) };
};

const formOf: Partial<Record<IdState, (id: string) => NumberForm>> = {
  placeholder: () => nothing,
  valid: usable,
  converted: usable,
  truncated: (id) => ({
    ...nothing,
    t: id,
    s: stateCodes.cut,
    h: BigInt(truncatedPrefix(id)),
    b: birthIn(id),
  }),
  bad_check: wrong,
  bad_length: wrong,
  masked,
};
