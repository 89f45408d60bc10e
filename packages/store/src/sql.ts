const mark = Symbol('sql');

/** A statement with its values apart: text never carries a value, so nothing a user types becomes SQL. */
export interface Sql {
  /** Only {@link sql} makes one: an object from a request body that looks like one is a value. */
  readonly [mark]: true;
  readonly text: string;
  readonly values: readonly unknown[];
}

/**
 * Builds a statement. An embedded {@link Sql} becomes part of the text, everything else a numbered parameter.
 * @example sql`select * from matter where id = ${id} ${onlyOpen ? sql`and not is_ended` : sql``}`
 */
export function sql(strings: TemplateStringsArray, ...inserts: readonly unknown[]): Sql {
  const values: unknown[] = [];
  let text = strings[0] ?? '';
  for (const [i, insert] of inserts.entries()) {
    text += isSql(insert) ? renumber(insert, values) : `$${values.push(insert)}`;
    text += strings[i + 1] ?? '';
  }
  return { [mark]: true, text, values };
}

/** Joins conditions by `and`; none is `true`. */
export function every(conditions: readonly Sql[]): Sql {
  return conditions.reduce((all, one) => sql`${all} and ${one}`, sql`true`);
}

function isSql(value: unknown): value is Sql {
  return typeof value === 'object' && value !== null && mark in value;
}

function renumber(part: Sql, values: unknown[]): string {
  const start = values.length;
  values.push(...part.values);
  return part.text.replace(/\$(\d+)/g, (_, n: string) => `$${start + Number(n)}`);
}
