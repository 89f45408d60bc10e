/** What the fuzzer reads of an OpenAPI document. */
export interface FuzzedDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, FuzzedOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

export interface FuzzedOperation {
  readonly operationId: string;
  readonly parameters?: readonly { readonly in?: string; readonly name?: string; readonly schema?: Schema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: Schema }>> };
  readonly responses: Readonly<Record<string, unknown>>;
  readonly 'x-permission': string | null;
  readonly 'x-refusals': readonly string[];
}

interface Schema {
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

/** A request, as `fetch` takes it. */
export interface FuzzedRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body?: string;
}

export interface FuzzedAnswer {
  readonly status: number;
  text(): Promise<string>;
}

/** Something the document does not allow: our fault. */
export interface Finding {
  readonly operation: string;
  readonly status: number;
  readonly what: string;
  readonly request: string;
}

export interface FuzzSettings {
  readonly document: FuzzedDocument;
  /** Sends as somebody: another role with every call, signed in again when signed out. */
  readonly send: (request: FuzzedRequest, operation: FuzzedOperation) => Promise<FuzzedAnswer>;
  /** Numbers from 0 to 1, the same for the same seed. */
  readonly chance: () => number;
  /** Requests for every operation. */
  readonly rounds: number;
  /** Ids that exist: odd requests get further with them. Grows with every id an answer names. */
  readonly ids: string[];
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

/**
 * Throws odd requests at every operation: mostly well-formed, with some fields odd, missing or unknown. Whatever
 * happens must be documented: the status, the code of the refusal, and never a fault of ours.
 */
export async function fuzzApi(settings: FuzzSettings): Promise<{ sent: number; findings: Finding[] }> {
  const findings: Finding[] = [];
  let sent = 0;
  for (let round = 0; round < settings.rounds; round++) {
    for (const [path, methods] of Object.entries(settings.document.paths)) {
      for (const [method, operation] of Object.entries(methods)) {
        const request = makeRequest(settings, path, method, operation);
        sent++;
        findings.push(...(await judge(settings, operation, request)));
      }
    }
  }
  return { sent, findings };
}

async function judge(
  { send, ids }: FuzzSettings,
  operation: FuzzedOperation,
  request: FuzzedRequest,
): Promise<Finding[]> {
  const answer = await send(request, operation);
  const text = await answer.text();
  const found = (what: string): Finding[] => [
    {
      operation: operation.operationId,
      status: answer.status,
      what,
      request: `${request.method} ${request.url} ${request.body ?? ''}`.slice(0, 2000),
    },
  ];
  if (answer.status >= 500 && answer.status !== 503) return found(`a fault of ours: ${text.slice(0, 300)}`);
  if (!Object.hasOwn(operation.responses, String(answer.status)) && answer.status !== 303)
    return found('a status that is not documented');
  if (/syntax error at|relation "|SQLSTATE|node_modules|\bat .*\.(ts|js):\d+/.test(text))
    return found('an answer that shows our inside');
  if (answer.status < 400) {
    for (const [id] of text.matchAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g))
      if (ids.length < 500) ids.push(id);
    return [];
  }
  const { code } = JSON.parse(text) as { code: string };
  return operation['x-refusals'].includes(code) ? [] : found(`${code} is not documented`);
}

function makeRequest(
  settings: FuzzSettings,
  path: string,
  method: string,
  operation: FuzzedOperation,
): FuzzedRequest {
  const headers: Record<string, string> = { 'x-yangguang': '1' };
  const query = (operation.parameters ?? []).flatMap(({ in: place, name = '', schema = {} }) =>
    place === 'query' && settings.chance() < 0.8 ? pairs(name, valueFor(settings, schema)) : [],
  );
  if (settings.chance() < 0.05) query.push(`unknown=${encodeURIComponent(pick(settings, someTexts))}`);
  const url = `/api${path}${query.length > 0 ? `?${query.join('&')}` : ''}`;
  const content = operation.requestBody?.content;
  if (method !== 'post' || content === undefined) return { url, method: method.toUpperCase(), headers };
  const json = content['application/json'];
  if (json === undefined) {
    headers['content-type'] = 'application/octet-stream';
    return { url, method: 'POST', headers, body: pick(settings, someTexts) };
  }
  headers['content-type'] = 'application/json';
  return { url, method: 'POST', headers, body: JSON.stringify(valueFor(settings, json.schema ?? {}, 0)) };
}

/** Without lone halves of characters, which no address can carry. */
const someTexts = nastyTexts.filter((text) => !/\p{Surrogate}/u.test(text));

function pairs(name: string, value: unknown): string[] {
  const values: unknown[] = Array.isArray(value) ? value : [value];
  return values.map((one) => {
    const text = typeof one === 'string' ? one : JSON.stringify(one);
    return `${encodeURIComponent(name)}=${encodeURIComponent(text.replace(/\p{Surrogate}/gu, '?'))}`;
  });
}

/** Mostly what the schema asks for; one time in eight something odd in its place. */
function valueFor(settings: FuzzSettings, schema: Schema, depth = 0): unknown {
  const { chance } = settings;
  if (depth > 6) return null;
  return depth > 0 && chance() < 0.12 ? oddValue(settings) : soundValue(settings, schema, depth);
}

function soundValue(settings: FuzzSettings, schema: Schema, depth: number): unknown {
  const named = schema.$ref?.split('/').at(-1);
  if (named !== undefined)
    return valueFor(settings, settings.document.components.schemas[named] ?? {}, depth);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return pick(settings, schema.enum);
  if (schema.anyOf !== undefined) return valueFor(settings, pick(settings, schema.anyOf), depth);
  return typedValue(settings, schema, depth);
}

function typedValue(settings: FuzzSettings, schema: Schema, depth: number): unknown {
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

function objectFor(settings: FuzzSettings, schema: Schema, depth: number): unknown {
  const made: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    const isNeeded = schema.required?.includes(name) ?? false;
    if (settings.chance() < (isNeeded ? 0.97 : 0.5)) made[name] = valueFor(settings, field, depth + 1);
  }
  if (settings.chance() < 0.04) made['role'] = 'securityAdmin';
  return made;
}

function textFor(settings: FuzzSettings, { format }: Schema): unknown {
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

function oddValue(settings: FuzzSettings): unknown {
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

function pick<T>({ chance }: FuzzSettings, from: readonly T[]): T {
  return from[Math.floor(chance() * from.length)] as T;
}
