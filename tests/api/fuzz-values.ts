/** A JSON schema, as far as the fuzzer follows it. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
}

/** Where values come from. */
export interface ValueSettings {
  readonly document: { readonly components: { readonly schemas: Readonly<Record<string, Schema>> } };
  /** Numbers from 0 to 1, the same for the same seed. */
  readonly chance: () => number;
  /** Ids that exist: odd requests get further with them. */
  readonly ids: readonly string[];
}

/** Texts that have broken programs: SQL, paths, markup, formats, other scripts, nothing, too much. */
export const nastyTexts: readonly string[] = [
  "' or '1'='1",
  "'; drop table matter; --",
  '"; select pg_sleep(5); --',
  "' union select password from account --",
  '1); delete from step; --',
  '$1',
  "E'\\\\x00'",
  '%',
  '_%\\',
  '../../../../etc/passwd',
  '..%2f..%2fetc%2fpasswd',
  'file:///etc/passwd',
  '<script>alert(1)</script>',
  '{{7*7}}${7*7}',
  '%s%n%x',
  '\r\nset-cookie: a=b',
  '\u0000',
  '\ud800',
  'ﷺ'.repeat(50),
  '𠮷野家',
  '零〇壹',
  '__proto__',
  'constructor',
  'null',
  'NaN',
  '-0',
  '1e309',
  '9'.repeat(40),
  '0000-00-00',
  '2026-02-30',
  '9999-12-31T23:59:59.999Z',
  ' ',
  '',
  'x'.repeat(5000),
];

/** Mostly what the schema asks for; one time in eight something odd in its place. */
export function valueFor(settings: ValueSettings, schema: Schema, depth = 0): unknown {
  const { chance } = settings;
  if (depth > 6) return null;
  return depth > 0 && chance() < 0.12 ? oddValue(settings) : soundValue(settings, schema, depth);
}

function soundValue(settings: ValueSettings, schema: Schema, depth: number): unknown {
  const named = schema.$ref?.split('/').at(-1);
  if (named !== undefined)
    return valueFor(settings, settings.document.components.schemas[named] ?? {}, depth);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return pick(settings, schema.enum);
  if (schema.anyOf !== undefined) return valueFor(settings, pick(settings, schema.anyOf), depth);
  return typedValue(settings, schema, depth);
}

function typedValue(settings: ValueSettings, schema: Schema, depth: number): unknown {
  const { chance } = settings;
  switch (schema.type) {
    case 'object':
      return objectFor(settings, schema, depth);
    case 'array':
      return Array.from({ length: Math.floor(chance() * 3) }, () =>
        valueFor(settings, schema.items ?? {}, depth + 1),
      );
    case 'integer':
    case 'number': {
      const { minimum = 0, maximum = minimum + 1000 } = schema;
      const ends = [minimum, maximum, Math.floor(minimum + chance() * (Math.min(maximum, 1e6) - minimum))];
      return pick(settings, ends);
    }
    case 'boolean':
      return chance() < 0.5;
    case 'null':
      return null;
    default:
      return textFor(settings, schema);
  }
}

function objectFor(settings: ValueSettings, schema: Schema, depth: number): unknown {
  const made: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    const isNeeded = schema.required?.includes(name) ?? false;
    if (settings.chance() < (isNeeded ? 0.97 : 0.5)) made[name] = valueFor(settings, field, depth + 1);
  }
  if (settings.chance() < 0.04) made['role'] = 'securityAdmin';
  return made;
}

function textFor(settings: ValueSettings, { format }: Schema): unknown {
  const { chance, ids } = settings;
  const two = (n: number): string => String(n).padStart(2, '0');
  const day = `20${two(Math.floor(chance() * 40))}-${two(1 + Math.floor(chance() * 12))}-${two(1 + Math.floor(chance() * 28))}`;
  if (format === 'uuid') return ids.length > 0 && chance() < 0.8 ? pick(settings, ids) : randomId(chance);
  if (format === 'date') return day;
  if (format === 'date-time') return `${day}T08:00:00+08:00`;
  return pick(settings, [
    ...nastyTexts,
    '330000',
    '339901',
    '33990100100',
    '一段话',
    'lead',
    'countyLead',
    ...ids.slice(0, 5),
  ]);
}

function oddValue(settings: ValueSettings): unknown {
  const odd: readonly unknown[] = [
    ...nastyTexts,
    null,
    true,
    -1,
    0,
    1.5,
    2 ** 31,
    2 ** 53,
    -(2 ** 63),
    [],
    {},
    [[[[]]]],
    { $ne: null },
    ['a', 'b'],
  ];
  return pick(settings, odd);
}

function randomId(chance: () => number): string {
  const hex = (count: number): string =>
    Array.from({ length: count }, () => Math.floor(chance() * 16).toString(16)).join('');
  return `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`;
}

/** One of them. */
export function pick<T>({ chance }: ValueSettings, from: readonly T[]): T {
  return from[Math.floor(chance() * from.length)] as T;
}
