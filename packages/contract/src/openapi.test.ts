import { expect, it } from 'vitest';
import type { z } from 'zod';
import { listOperations } from './all.ts';
import { apiRefusals, refusalsOf, statusOf } from './api-refusals.ts';
import { nounTitles } from './noun-titles.ts';
import { openApi } from './openapi.ts';
import { z as zod } from 'zod';

interface Document {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, DocumentedOperation>>;
  readonly components: Record<string, Record<string, unknown>>;
}
interface DocumentedOperation {
  readonly operationId: string;
  readonly responses: Record<string, { $ref?: string }>;
  readonly security: readonly unknown[];
}

const document = openApi('1.2.3') as unknown as Document;

it('describes every operation once, with every refusal as a response', () => {
  const ids = Object.values(document.paths).flatMap((path) => Object.values(path).map((o) => o.operationId));
  expect(ids.sort()).toEqual(
    listOperations()
      .map(({ name }) => name)
      .sort(),
  );
  for (const { name, operation } of listOperations()) {
    const described = document.paths[operation.path]?.[operation.method.toLowerCase()];
    for (const code of refusalsOf(operation))
      expect(described?.responses, `${name} ${code}`).toHaveProperty(String(statusOf(code)));
    expect(described?.security.length, name).toBe(operation.may === null ? 0 : 1);
  }
});

it('refers to nothing that is not there, and says the same every time', () => {
  const text = JSON.stringify(document);
  for (const [, kind = '', name = ''] of text.matchAll(/"#\/components\/(\w+)\/([^"]+)"/g))
    expect(document.components[kind], `${kind} ${name}`).toHaveProperty([name]);
  expect(text).not.toContain('#/$defs');
  expect(JSON.stringify(openApi('1.2.3'))).toBe(text);
});

it('has one operation a method and path, and a title for every part', () => {
  const places = listOperations().map(({ operation }) => `${operation.method} ${operation.path}`);
  expect(new Set(places).size).toBe(places.length);
  for (const { name } of listOperations()) expect(nounTitles, name).toHaveProperty(name.split('.')[0] ?? '');
});

it('takes no field that was not asked for, however deep', () => {
  for (const { name, operation } of listOperations()) {
    const schema = zod.toJSONSchema(operation.input.strict() as z.ZodType, {
      io: 'input',
      unrepresentable: 'any',
    });
    for (const object of objectsIn(schema)) expect(object, name).toHaveProperty('additionalProperties');
  }
});

it('asks for no personal data in an address', () => {
  const personal = /idNumber|accountNo|phone|fullName|password|health/i;
  const inAddress = listOperations().filter(
    ({ operation }) => operation.method === 'GET' || operation.streams === 'request',
  );
  const asked = inAddress.flatMap(({ name, operation }) =>
    Object.keys(operation.input.shape).map((field) => `${name}.${field}`),
  );
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.filter((field) => personal.test(field))).toEqual([]);
});

it('says what, why and what to do for each refusal of the door', () => {
  for (const [code, { what, why, remedy }] of Object.entries(apiRefusals))
    for (const words of [what, why, remedy])
      expect([words.zh.length > 3, words.en.length > 8], code).toEqual([true, true]);
});

function* objectsIn(schema: unknown): Iterable<object> {
  if (Array.isArray(schema)) for (const part of schema) yield* objectsIn(part);
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return;
  if ('type' in schema && schema.type === 'object' && 'properties' in schema) yield schema;
  for (const part of Object.values(schema)) yield* objectsIn(part);
}
