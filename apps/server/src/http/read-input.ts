import type { Input, Operation } from '@yangguang/contract/operation';
import { inputHeader } from '@yangguang/contract/wire';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ApiRefusal } from './api-refusal.ts';

/** What was sent as the input of the operation, wherever it travels. @throws ApiRefusal API-101 */
export function sentInput(operation: Operation, request: FastifyRequest): unknown {
  if (operation.method === 'GET') return request.query;
  if (operation.streams !== 'request') return request.body === undefined ? {} : request.body;
  const header = request.headers[inputHeader];
  try {
    return JSON.parse(decodeURIComponent(String(header))) as unknown;
  } catch {
    throw new ApiRefusal('API-101', { fields: [inputHeader] });
  }
}

/** Turns what came over the wire into the operation's input. @throws ApiRefusal API-101 naming the fields */
export type ReadInput<O extends Operation> = (sent: unknown) => Input<O>;

/**
 * Prepares the reading of one operation's input: unknown fields are refused, and in a query a single value stands for
 * a list of one. Zod's own sentences are not passed on: they may quote what was typed.
 */
export function inputReader<O extends Operation>(operation: O): ReadInput<O> {
  const schema = operation.input.strict();
  const isQuery = operation.method === 'GET';
  const lists = isQuery ? listFields(operation.input) : [];
  return (sent) => {
    if (holdsUnstorable(sent)) throw new ApiRefusal('API-101');
    const read = schema.safeParse(isQuery ? withLists(sent, lists) : sent);
    if (read.success) return read.data as Input<O>;
    throw new ApiRefusal('API-101', { fields: faultyFields(read.error, schema) });
  };
}

/** True when a text holds what no database keeps: NUL, or half of a character. However deep it lies. */
function holdsUnstorable(sent: unknown): boolean {
  if (typeof sent === 'string') return /\0|\p{Surrogate}/u.test(sent);
  if (typeof sent !== 'object' || sent === null) return false;
  return Object.entries(sent).some(([name, value]) => holdsUnstorable(name) || holdsUnstorable(value));
}

function listFields(input: z.ZodObject): string[] {
  return Object.entries(input.shape)
    .filter(([, field]) => innermost(field as z.ZodType) instanceof z.ZodArray)
    .map(([name]) => name);
}

function innermost(field: z.ZodType): z.ZodType {
  const { innerType } = field.def as { innerType?: z.ZodType };
  return innerType === undefined ? field : innermost(innerType);
}

function withLists(sent: unknown, lists: readonly string[]): unknown {
  if (typeof sent !== 'object' || sent === null) return sent;
  const query: Record<string, unknown> = { ...sent };
  for (const name of lists) if (typeof query[name] === 'string') query[name] = [query[name]];
  return query;
}

/** Paths of the fields at fault. Names the caller made up are not repeated: they may hold anything. */
function faultyFields(error: z.ZodError, schema: z.ZodObject): string[] {
  const fields = error.issues.map((issue) => {
    const [first, ...rest] = issue.path.map(String);
    if (first === undefined) return issue.code === 'unrecognized_keys' ? '?' : '';
    if (!Object.hasOwn(schema.shape, first)) return '?';
    return [first, ...rest.map((part) => (/^\w{1,40}$/.test(part) && !/\d{6}/.test(part) ? part : '?'))].join(
      '.',
    );
  });
  return [...new Set(fields.filter((field) => field !== ''))].slice(0, 20);
}
