import type { Operation } from '@yangguang/contract/operation';
import {
  askAt,
  type Client,
  type Door,
  Refused,
  type RequestBytes,
  type Send,
} from '@yangguang/contract/wire';
import doors from './doors.json';

/** Nobody answered: no network, or the server is not running. What was typed is still there. */
export class NoNetwork extends Error {
  constructor(cause: unknown) {
    super('no answer from the server', { cause });
    this.name = 'NoNetwork';
  }
}

/** Called when the server says that the session has ended. */
type OnSessionEnd = () => void;

/** The client of the whole contract for a page of the server itself. Answers are the server's own and not checked again. */
export function openPageClient(send: typeof fetch, onSessionEnd: OnSessionEnd): Client {
  const ask = async (name: string, door: Door, input: object, content?: RequestBytes): Promise<unknown> => {
    try {
      return await askAt('', reach(send), door, input, content);
    } catch (error) {
      if (error instanceof Refused && error.code === 'API-102' && !name.startsWith('session.'))
        onSessionEnd();
      throw error;
    }
  };
  const client: Record<string, Record<string, unknown>> = {};
  for (const [name, said] of Object.entries(doors)) {
    const [noun = '', verb = ''] = name.split('.');
    const door = doorOf(said);
    (client[noun] ??= {})[verb] = (input: object = {}, content?: RequestBytes) =>
      ask(name, door, input, content);
  }
  return client as unknown as Client;
}

function doorOf(said: string): Door {
  const [method, path, streams] = said.split(' ');
  return {
    method: method as Door['method'],
    path: path as Door['path'],
    ...(streams === undefined ? {} : { streams: streams as NonNullable<Operation['streams']> }),
  };
}

function reach(send: typeof fetch): Send {
  return async (url, { method, headers, body }) => {
    try {
      return await send(url, {
        method,
        headers,
        credentials: 'same-origin',
        ...(body === undefined ? {} : { body: body as BodyInit }),
      });
    } catch (error) {
      throw new NoNetwork(error);
    }
  };
}
