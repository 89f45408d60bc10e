import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { UserError } from '@yangguang/domain/errors/user-error';
import { ApiRefusal } from './api-refusal.ts';
import { errorAnswer } from './error-answer.ts';
import type { Tls } from './read-tls.ts';

/** Who answers at the door while the server behind it is still being prepared. */
export interface Lobby {
  readonly port: number;
  /** Leaves the door; the server takes its place at once. */
  close(): Promise<void>;
}

const healthPlaces = new Set(['/health', '/api/system/health']);

/**
 * Takes the port before the database is started and migrated: a supervisor sees a process that lives and is not ready
 * yet, people are told to wait, and a port that is taken is found at once.
 * @param last the last port to try when those before it are taken
 * @throws UserError SRV-201
 */
export async function openLobby(host: string, first: number, last: number, tls: Tls | null): Promise<Lobby> {
  const server = tls === null ? createServer(answer) : createTlsServer(tls, answer);
  for (let port = first; ; port++) {
    try {
      await listen(server, host, port);
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || port >= last)
        throw cannotListen(error, port);
    }
  }
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port }, () => {
      server.removeListener('error', reject);
      resolve();
    });
  });
}

function answer(request: IncomingMessage, response: ServerResponse): void {
  const isHealth = request.method === 'GET' && healthPlaces.has(request.url ?? '');
  const { status, answer: refusal } = errorAnswer(new ApiRefusal('API-503'), '');
  const text = JSON.stringify(isHealth ? { ok: true } : refusal);
  response
    .writeHead(isHealth ? 200 : status, {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      connection: 'close',
      ...(isHealth ? {} : { 'retry-after': '5' }),
    })
    .end(text);
  request.resume();
}

/** SRV-201: the port is taken, or the address is not this machine's. */
export function cannotListen(cause: unknown, port: number): UserError {
  const { code = '' } = cause as NodeJS.ErrnoException;
  return new UserError(
    'SRV-201',
    {
      what: { zh: `不能在端口 ${port} 上监听。`, en: `The server cannot listen on port ${port}.` },
      why: {
        zh: `系统答复 ${code}（EADDRINUSE 表示端口被占用）。`,
        en: `The system said ${code} (EADDRINUSE: it is taken).`,
      },
      remedy: {
        zh: '请用 PORT、HOST 换一个，或停止占用它的程序。',
        en: 'Choose another with PORT and HOST, or stop what uses it.',
      },
    },
    { cause },
  );
}
