import { z } from 'zod';
import { listOperations } from './all.ts';
import { apiRefusals, refusalsOf, statusOf } from './api-refusals.ts';
import { ErrorAnswer, type Operation } from './operation.ts';
import { inputHeader } from './wire.ts';

type Json = { readonly [key: string]: unknown };

/** Parts of the document that are said once and referred to. */
interface Components {
  readonly schemas: Record<string, Json>;
  readonly responses: Record<string, Json>;
}

/**
 * The contract as an OpenAPI 3.1 document. The same contract gives the same document, byte for byte.
 * @param version of the product
 */
export function openApi(version: string): Json {
  const components: Components = { schemas: {}, responses: {} };
  components.schemas['ErrorAnswer'] = schemaOf(ErrorAnswer, 'output', components);
  const paths: Record<string, Record<string, Json>> = {};
  for (const { name, operation } of listOperations()) {
    const path = (paths[operation.path] ??= {});
    path[operation.method.toLowerCase()] = describeOperation(name, operation, components);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: '阳光救助 Yangguang',
      version,
      description:
        '社会救助专项整治工作台的接口。Interface of the workbench for the special rectification of social assistance.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/api' }],
    tags: [...new Set(listOperations().map(({ name }) => nounOf(name)))].map((name) => ({ name })),
    paths: sorted(paths),
    components: {
      schemas: sorted(components.schemas),
      responses: sorted(components.responses),
      parameters: {
        mark: {
          name: 'x-yangguang',
          in: 'header',
          required: true,
          description:
            '本系统客户端的标记，别的网站无法加上。The mark of our own client, which no other site can set.',
          schema: { const: '1' },
        },
      },
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'yangguang',
          description:
            '登录后得到的会话；HTTPS 下名为 __Host-yangguang。The session; named __Host-yangguang over HTTPS.',
        },
      },
    },
  };
}

function describeOperation(name: string, operation: Operation, components: Components): Json {
  const { title, about, may, method, streams } = operation;
  const base = pascal(name);
  const input = schemaOf(operation.input, 'input', components);
  if (method === 'POST') components.schemas[`${base}Input`] = input;
  const parameters = [
    ...(method === 'POST' ? [{ $ref: '#/components/parameters/mark' }] : []),
    ...(method === 'GET' ? queryParameters(input) : []),
    ...(streams === 'request' ? [headerParameter(base)] : []),
  ];
  return {
    operationId: name,
    tags: [nounOf(name)],
    summary: `${title.zh} · ${title.en}`,
    description: `${about.zh}\n\n${about.en}`,
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(method === 'POST' ? { requestBody: requestBody(base, streams) } : {}),
    responses: responsesOf(operation, base, components),
    security: may === null ? [] : [{ session: [] }],
    'x-permission': may,
    'x-logs': operation.logs,
    'x-refusals': refusalsOf(operation),
  };
}

function requestBody(base: string, streams: Operation['streams']): Json {
  const content =
    streams === 'request'
      ? { 'application/octet-stream': {} }
      : { 'application/json': { schema: { $ref: `#/components/schemas/${base}Input` } } };
  return { required: true, content };
}

function headerParameter(base: string): Json {
  return {
    name: inputHeader,
    in: 'header',
    required: true,
    description: '输入的 JSON，百分号编码。The input as JSON, percent-encoded.',
    content: { 'application/json': { schema: { $ref: `#/components/schemas/${base}Input` } } },
  };
}

function queryParameters(input: Json): Json[] {
  const required = (input['required'] ?? []) as readonly string[];
  return Object.entries((input['properties'] ?? {}) as Record<string, Json>).map(([name, schema]) => ({
    name,
    in: 'query',
    ...(required.includes(name) && !('default' in schema) ? { required: true } : {}),
    schema,
  }));
}

function responsesOf(operation: Operation, base: string, components: Components): Json {
  const byStatus = new Map<number, string[]>();
  for (const code of [...refusalsOf(operation), 'API-500'])
    byStatus.set(statusOf(code), [...(byStatus.get(statusOf(code)) ?? []), code]);
  const refused = [...byStatus].map(([status, codes]): [string, Json] => {
    const name = codes.join('_');
    components.responses[name] ??= refusalResponse(codes);
    return [String(status), { $ref: `#/components/responses/${name}` }];
  });
  return Object.fromEntries([...successes(operation, base, components), ...refused].sort(byKey));
}

function successes(operation: Operation, base: string, components: Components): [string, Json][] {
  if (operation.streams === 'answer')
    return [['200', { description: '文件。The file.', content: { 'application/octet-stream': {} } }]];
  const schema = schemaOf(operation.output, 'output', components);
  components.schemas[`${base}Output`] = schema;
  const content = { 'application/json': { schema: { $ref: `#/components/schemas/${base}Output` } } };
  const given: [string, Json] = ['200', { description: '结果。The answer.', content }];
  const hasVersion = operation.method === 'GET' && Object.hasOwn(schema['properties'] ?? {}, 'version');
  return hasVersion
    ? [
        given,
        ['304', { description: '与 If-None-Match 相同，没有变化。Unchanged since the ETag that was sent.' }],
      ]
    : [given];
}

function refusalResponse(codes: readonly string[]): Json {
  const words = codes.map((code) => {
    const known = code in apiRefusals ? apiRefusals[code as keyof typeof apiRefusals].what : undefined;
    return known === undefined ? code : `${code} ${known.zh} ${known.en}`;
  });
  return {
    description: words.join('\n\n'),
    content: {
      'application/json': {
        schema: {
          allOf: [{ $ref: '#/components/schemas/ErrorAnswer' }],
          properties: { code: { enum: codes } },
        },
      },
    },
  };
}

/** JSON Schema of a zod schema; parts that carry an id of their own move to the components. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output', components: Components): Json {
  const {
    $schema: _,
    $defs,
    ...rest
  } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json & {
    $defs?: Record<string, Json>;
  };
  for (const [name, part] of Object.entries($defs ?? {})) components.schemas[name] ??= moved(part) as Json;
  return moved(rest) as Json;
}

function moved(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(moved);
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) => [
      key,
      key === '$ref' && typeof value === 'string'
        ? value.replace('#/$defs/', '#/components/schemas/')
        : moved(value),
    ]),
  );
}

function sorted<T>(entries: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(entries).sort(byKey));
}

const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);

const nounOf = (name: string): string => name.split('.')[0] ?? name;

const pascal = (name: string): string =>
  name.replace(/(^|\.)(\w)/g, (_match, _dot: string, letter: string) => letter.toUpperCase());
