import { nastyTexts, pick, type Schema, valueFor } from './fuzz-values.ts';

/** What the fuzzer reads of an OpenAPI document. */
export interface FuzzedDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, FuzzedOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

export interface FuzzedOperation {
  readonly operationId: string;
  readonly parameters?: readonly {
    readonly in?: string;
    readonly name?: string;
    readonly schema?: Schema;
    readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
  }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: Schema }>> };
  readonly responses: Readonly<Record<string, unknown>>;
  readonly 'x-permission': string | null;
  readonly 'x-refusals': readonly string[];
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
  const url = `/api${path}${queryFor(settings, operation)}`;
  const mark = { 'x-yangguang': '1' };
  const content = operation.requestBody?.content;
  if (method !== 'post' || content === undefined) return { url, method: method.toUpperCase(), headers: mark };
  const json = content['application/json'];
  const form = { url, method: 'POST' };
  if (json === undefined) {
    const headers = {
      ...mark,
      'content-type': 'application/octet-stream',
      ...inHeaders(settings, operation),
    };
    return { ...form, headers, body: pick(settings, someTexts) };
  }
  const headers = { ...mark, 'content-type': 'application/json' };
  return { ...form, headers, body: JSON.stringify(valueFor(settings, json.schema ?? {}, 0)) };
}

function queryFor(settings: FuzzSettings, { parameters = [] }: FuzzedOperation): string {
  const query = parameters.flatMap(({ in: place, name = '', schema = {} }) =>
    place === 'query' && settings.chance() < 0.8 ? pairs(name, valueFor(settings, schema)) : [],
  );
  if (settings.chance() < 0.05) query.push(`unknown=${encodeURIComponent(pick(settings, someTexts))}`);
  return query.length > 0 ? `?${query.join('&')}` : '';
}

/** Input that travels in a header, as JSON. */
function inHeaders(settings: FuzzSettings, { parameters = [] }: FuzzedOperation): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const { name = '', content } of parameters) {
    const schema = content?.['application/json']?.schema;
    if (schema !== undefined) headers[name] = encodeURIComponent(toText(valueFor(settings, schema, 0)));
  }
  return headers;
}

/** Without lone halves of characters, which no address can carry. */
const someTexts = nastyTexts.filter((text) => !/\p{Surrogate}/u.test(text));

const toText = (value: unknown): string =>
  (typeof value === 'string' ? value : JSON.stringify(value)).replace(/\p{Surrogate}/gu, '?');

function pairs(name: string, value: unknown): string[] {
  const values: unknown[] = Array.isArray(value) ? value : [value];
  return values.map((one) => {
    const text = typeof one === 'string' ? one : JSON.stringify(one);
    return `${encodeURIComponent(name)}=${encodeURIComponent(text.replace(/\p{Surrogate}/gu, '?'))}`;
  });
}
