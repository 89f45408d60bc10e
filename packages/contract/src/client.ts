import { contract } from './all.ts';
import type { Operation } from './operation.ts';
import { askAt, type Client, type RequestBytes, type Send } from './wire.ts';

/**
 * A typed client of the whole contract; every answer is held against its schema.
 * @param base origin of the server, without a slash at the end; '' in a page of its own
 * @param send `fetch`, or what stands for it (a test keeps cookies)
 */
export function openClient(base: string, send: Send): Client {
  const nouns = Object.entries<Readonly<Record<string, Operation>>>(contract).map(([noun, verbs]) => [
    noun,
    Object.fromEntries(
      Object.entries(verbs).map(([verb, operation]) => [
        verb,
        async (input: object = {}, content?: RequestBytes) => {
          const answer = await askAt(base, send, operation, input, content);
          return operation.streams === 'answer' ? answer : operation.output.parse(answer);
        },
      ]),
    ),
  ]);
  return Object.fromEntries(nouns) as Client;
}
