import { createReadStream, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { UsageError } from '../failure/usage-error.ts';

export interface ReportServer {
  /** Where the report can be opened, ending in '/'. */
  readonly address: string;
  close(): Promise<void>;
}

/** Ports tried after the wanted one before giving up. */
const portsTried = 20;

/**
 * Serves one HTML file, and nothing else of its folder, which holds people's data. When the port is taken the next
 * free one is used.
 * @param file the report
 * @param host address to listen on; with 127.0.0.1 no other machine can read it
 * @param port 0 lets the system choose
 * @throws UsageError CLI-303 when no port is free or the address is not of this machine
 */
export async function serveReport(file: string, host: string, port: number): Promise<ReportServer> {
  const server = createServer((request, response) => answer(file, isLoopback(host), request, response));
  await listen(server, host, port);
  const { port: chosen } = server.address() as AddressInfo;
  const shown = host.includes(':') ? `[${host}]` : host;
  return {
    address: `http://${shown}:${chosen}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const isLoopback = (host: string): boolean => /^(127\.|::1$|localhost$)/.test(host);

async function listen(server: Server, host: string, port: number): Promise<void> {
  const last = port === 0 ? 0 : Math.min(65_535, port + portsTried);
  for (let wanted = port; wanted <= last; wanted += 1) {
    const problem = await tryListen(server, host, wanted);
    if (problem === undefined) return;
    if (problem !== 'EADDRINUSE' && problem !== 'EACCES') throw notHere(host, problem);
  }
  throw new UsageError('CLI-303', {
    zh: `端口 ${port} 到 ${last} 都被占用。请用 --port 或环境变量 PORT 换一个。`,
    en: `Ports ${port} to ${last} are all taken. Choose another with --port or PORT.`,
  });
}

function notHere(host: string, problem: string): UsageError {
  return new UsageError('CLI-303', {
    zh: `不能在地址 ${host} 上打开服务（${problem}）。请检查 --host 或环境变量 HOST。`,
    en: `Cannot listen on ${host} (${problem}). Check --host or HOST.`,
  });
}

/** The error's code, or nothing when the server listens. */
function tryListen(server: Server, host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const failed = (error: NodeJS.ErrnoException): void => resolve(error.code ?? 'UNKNOWN');
    server.once('error', failed);
    server.listen(port, host, () => {
      server.removeListener('error', failed);
      resolve(undefined);
    });
  });
}

const headers = {
  'Content-Type': 'text/html; charset=utf-8',
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  // The report is one file; whatever it might try to fetch is not its own.
  'Content-Security-Policy':
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
};

function answer(file: string, local: boolean, request: IncomingMessage, response: ServerResponse): void {
  const refusal = refuse(local, request);
  if (refusal !== undefined) response.writeHead(refusal, { Allow: 'GET, HEAD' }).end();
  else sendFile(file, request.method === 'HEAD', response);
}

/** The HTTP status that says why not; nothing for the one page there is. */
function refuse(
  local: boolean,
  { headers: { host = '' }, method = '', url = '/' }: IncomingMessage,
): number | undefined {
  // A page from elsewhere that points its own name at 127.0.0.1 must not read the report.
  if (local && !/^(127\.[\d.]+|\[::1\]|localhost)(:\d+)?$/.test(host)) return 421;
  if (method !== 'GET' && method !== 'HEAD') return 405;
  const [path] = url.split('?');
  if (path === '/favicon.ico') return 204;
  return path === '/' ? undefined : 404;
}

function sendFile(file: string, headOnly: boolean, response: ServerResponse): void {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) {
    response.writeHead(410, headers).end('报告已不在。The report is gone.');
    return;
  }
  response.writeHead(200, { ...headers, 'Content-Length': found.size });
  if (headOnly) {
    response.end();
    return;
  }
  createReadStream(file)
    .on('error', () => response.destroy())
    .pipe(response);
}
