import type { RulePage } from './rule-page.ts';

/** SQL that stands between parameters and rules: the macros and the derived tables. */
export interface SharedSql {
  /** Text of tables/macros.sql. */
  readonly macros: string;
  /** Text of each file of tables/derived. */
  readonly derived: readonly string[];
}

type Page = Pick<RulePage, 'id' | 'sql' | 'schemes' | 'parameters'>;

/**
 * Which rules use each parameter: those that name it, on their page, in their query or through a macro; where none does,
 * those that read a table made with it. Standards of assistance are used by every rule that reckons with a standard, or
 * with the means of a household, and is about the programme.
 * @returns codes of rules by the name of the parameter; a parameter no rule uses is left out
 */
export function parameterUsers(
  names: readonly string[],
  pages: readonly Page[],
  shared: SharedSql,
): Map<string, string[]> {
  const known = new Set(names);
  const macros = macroParts(shared.macros);
  const tables = tableParts(shared.derived);
  const direct = new Map<string, Set<string>>();
  const through = new Map<string, Set<string>>();
  for (const page of pages) {
    const own = reach(page.sql, macros);
    for (const name of [...Object.keys(page.parameters), ...own.flatMap((text) => namesIn(text, known))])
      put(direct, name, page.id);
    const all = reach(page.sql, new Map([...macros, ...tables]));
    for (const name of all.flatMap((text) => namesIn(text, known))) put(through, name, page.id);
    if (own.some((text) => /\b(?:standard_at|standard_fen|means)\b/.test(text)))
      for (const name of names) if (isStandardOf(name, page.schemes)) put(direct, name, page.id);
  }
  return new Map(
    names.flatMap((name) => {
      const users = direct.get(name) ?? through.get(name);
      return users === undefined ? [] : [[name, [...users].sort()] as const];
    }),
  );
}

/** standard.tekun_centralized.rural belongs to tekun. */
function isStandardOf(name: string, schemes: readonly string[]): boolean {
  const programme = /^standard\.([a-z]+)(?:_[a-z]+)?\./.exec(name)?.[1];
  return programme !== undefined && schemes.includes(programme);
}

/** The text itself and everything it calls by name, and that in turn. */
function reach(text: string, parts: ReadonlyMap<string, string>): string[] {
  const found = new Map<string, string>();
  const todo = [text];
  for (let next = todo.pop(); next !== undefined; next = todo.pop())
    for (const word of new Set(next.match(/[a-z][a-z0-9_]*/g))) {
      const part = parts.get(word);
      if (part === undefined || found.has(word)) continue;
      found.set(word, part);
      todo.push(part);
    }
  return [text, ...found.values()];
}

function namesIn(text: string, known: ReadonlySet<string>): string[] {
  return [...text.matchAll(/'([^']+)'/g)].flatMap(([, name]) =>
    name !== undefined && known.has(name) ? [name] : [],
  );
}

/** Macros by name, without the general ones that read whatever they are told. */
function macroParts(text: string): Map<string, string> {
  const parts = text.split(/(?=^create macro )/m).flatMap((part) => {
    const name = /^create macro (\w+)/.exec(part)?.[1];
    return name === undefined ? [] : [[name, part] as const];
  });
  return new Map(parts);
}

function tableParts(texts: readonly string[]): Map<string, string> {
  return new Map(
    texts.flatMap((text) =>
      [...text.matchAll(/create (?:or replace )?(?:temp )?(?:table|view) (\w+)/gi)].map(
        ([, name = '']) => [name, text] as const,
      ),
    ),
  );
}

function put(sets: Map<string, Set<string>>, name: string, id: string): void {
  const set = sets.get(name) ?? new Set<string>();
  set.add(id);
  sets.set(name, set);
}
