import { UserError } from '@yangguang/domain/errors/user-error';
import type { Field, Plan } from '../plan/plan.ts';

/** A term of a blocking rule: a field, or what a function takes of it. */
interface Term {
  /** SQL over s (the side) and d_<field> (its dictionary). */
  readonly expression: string;
  /** Field whose dictionary is needed. */
  readonly dictionary: string | null;
  /** Gives several keys a record. */
  readonly isMany: boolean;
}

/** A blocking rule ready to run. */
export interface BlockRule {
  readonly terms: readonly string[];
  /** Query of `rid` and `k`: one row a record and key. */
  readonly keysOf: (side: string, where: string) => string;
}

type TermMaker = (name: string, count: number) => Term;

const one = (expression: string, dictionary: string | null = null): Term => ({
  expression,
  dictionary,
  isMany: false,
});
const many = (expression: string, dictionary: string | null = null): Term => ({
  expression,
  dictionary,
  isMany: true,
});

const ofText: Readonly<Record<string, TermMaker>> = {
  field: (name) => one(`s.${name}_v`),
  first: (name, count) => one(`left(d_${name}.text, ${count})`, name),
  last: (name, count) => one(`right(d_${name}.text, ${count})`, name),
  sound: (name) => one(`nullif(d_${name}.sound, '')`, name),
  token: (name) => many(`unnest(string_split(d_${name}.text, ' '))`, name),
};

const makers: Readonly<Record<Field['type'], Readonly<Record<string, TermMaker>>>> = {
  text: ofText,
  person_name: {
    ...ofText,
    field: (name) => many(`unnest(d_${name}.keys)`, name),
    surname: (name) => one(`nullif(d_${name}.surname, '')`, name),
    given: (name) => one(`nullif(d_${name}.given, '')`, name),
  },
  id_number: {
    field: (name) => one(`s.${name}_n`),
    solved: (name) => many(`unnest(coalesce(s.${name}_c, [s.${name}_n]))`),
    head15: (name) => one(`s.${name}_h`),
    birth: (name) => one(`s.${name}_b`),
  },
  date: {
    field: (name) => one(`s.${name}_d`),
    year: (name) => one(`s.${name}_d[1:4]`),
    month: (name) => one(`s.${name}_d[1:6]`),
    month_day: (name) => one(`s.${name}_d[5:8]`),
  },
  number: { field: (name) => one(`s.${name}_x`) },
  list: { field: (name) => many(`unnest(s.${name}_i)`) },
};

/**
 * A rule's SQL. Terms: `field`, `first(3, field)`, `last(4, field)`, `sound(field)`, `token(field)`, `surname(name)`,
 * `given(name)`, `solved(id)`, `head15(id)`, `birth(id)`, `year(date)`, `month(date)`, `month_day(date)`.
 *
 * @throws UserError LNK-110 for a term nobody knows
 */
export function blockRule(terms: readonly string[], plan: Plan): BlockRule {
  const made = terms.map((term) => readTerm(term, plan));
  const dictionaries = [...new Set(made.flatMap(({ dictionary }) => dictionary ?? []))];
  const joins = dictionaries
    .map((name) => `join dict_${name} d_${name} on d_${name}.v = s.${name}_v`)
    .join(' ');
  const picked = made.map(({ expression }, at) => `${expression} as t${at}`).join(', ');
  const names = made.map((_, at) => `t${at}`);
  const distinct = made.some(({ isMany }) => isMany) ? 'distinct ' : '';
  return {
    terms,
    keysOf: (side, where) => `select ${distinct}rid, hash(${names.join(', ')}) as k
      from (select s.rid, ${picked} from ${side} s ${joins} where ${where})
      where ${names.map((name) => `${name} is not null`).join(' and ')}`,
  };
}

function readTerm(term: string, plan: Plan): Term {
  const { verb, count, name } = splitTerm(term);
  const field = ownOf(plan.fields, name);
  const maker = field && ownOf(makers[field.type], verb);
  const needsCount = verb === 'first' || verb === 'last';
  if (maker === undefined || needsCount !== count > 0) throw unknownTerm(term, field);
  return maker(name, count);
}

/** A term's parts: `first(3, surname)` → first, 3, surname; a field alone is called `field`, a count left out 0. */
export function splitTerm(term: string): {
  readonly verb: string;
  readonly count: number;
  readonly name: string;
} {
  const called = /^(\w+)\(\s*(?:(\d+)\s*,\s*)?([a-z][a-z0-9_]*)\s*\)$/.exec(term.trim());
  const [, verb = 'field', count = '0', name = term.trim()] = called ?? [];
  return { verb, count: Number(count), name };
}

/** Own properties alone: every object has a `constructor`, which is neither a field nor a term. */
function ownOf<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function unknownTerm(term: string, field: Field | undefined): UserError {
  const known = field === undefined ? '' : Object.keys(makers[field.type]).join(', ');
  return new UserError('LNK-110', {
    what: { zh: `分组规则中的“${term}”无法识别。`, en: `“${term}” in a blocking rule is not understood.` },
    why:
      field === undefined
        ? { zh: '它没有指向 fields 中的字段。', en: 'It names none of the fields.' }
        : {
            zh: `${field.type} 类字段可用：${known}（field 即字段本身）。`,
            en: `A field of type ${field.type} knows: ${known} (field is the field itself).`,
          },
    remedy: {
      zh: '请按字段名、first(3, 字段)、sound(字段) 等形式书写。',
      en: 'Write the name of a field, first(3, field), sound(field) and so on.',
    },
  });
}
