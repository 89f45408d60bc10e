import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import { listOperations } from '@yangguang/contract/all';
import fastify, {
  LogController,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import type { Logger } from 'pino';
import type { AllHandlers } from '../operations/all.ts';
import { isForDesk, sendDesk, serveDesk } from '../pages/serve-desk.ts';
import { servePages } from '../pages/serve-pages.ts';
import { isSecure, type Settings } from '../settings.ts';
import { ApiRefusal } from './api-refusal.ts';
import type { Handler, Office } from './call.ts';
import { answerClientError } from './client-error.ts';
import { describeFault, errorAnswer, findUserError } from './error-answer.ts';
import { openLimits } from './rate-limits.ts';
import type { Tls } from './read-tls.ts';
import { type Service, serveOperation } from './serve-operation.ts';
import type { ResolveSession } from './session-gate.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** noun.verb, for the log. */
    operation?: string;
  }
}

export interface ServerParts {
  readonly handlers: AllHandlers;
  readonly resolveSession: ResolveSession;
  readonly log: Logger;
  /** Certificate and key; without them the server speaks plain HTTP, for a proxy. */
  readonly tls?: Tls | null;
  /** Folder of the built desk; without it, or when it is not built, there is the API alone. */
  readonly desk?: string;
  /** Undocumented refusals, and reads that nobody noted, are faults: for tests. */
  readonly strict?: boolean;
}

/** The HTTP door: the desk, every operation of the contract under /api, the pages of the API, health and readiness. */
export async function buildServer(office: Office, parts: ServerParts): Promise<FastifyInstance> {
  const app = newServer(office, parts);
  await app.register(cookie);
  await app.register(helmet, headersFor(office.settings));
  await app.register(rateLimit, { global: false, timeWindow: '1 minute', cache: 20_000 });
  app.removeContentTypeParser('text/plain');
  app.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));
  app.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api')) reply.header('cache-control', 'no-store');
  });
  logRequests(app, parts.log);
  app.setErrorHandler((error, request, reply) => answerError(error, request, reply, parts.log));
  const hasDesk = parts.desk !== undefined && (await serveDesk(app, parts.desk));
  app.setNotFoundHandler((request, reply) =>
    hasDesk && isForDesk(request) ? sendDesk(reply) : sendRefusal(new ApiRefusal('API-104'), request, reply),
  );
  const desk = {
    office,
    resolveSession: parts.resolveSession,
    limits: openLimits(app, office.settings),
    strict: parts.strict ?? false,
  };
  for (const service of services(parts.handlers)) serveOperation(app, desk, service);
  servePages(app, office, hasDesk);
  return app;
}

function newServer(office: Office, { log, tls = null }: ServerParts): FastifyInstance {
  const { settings } = office;
  return fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    https: tls,
    // Slow heads and slow bodies are cut; the timer of each operation is the shorter one.
    http: { headersTimeout: 15_000, connectionsCheckingInterval: 2000 },
    requestTimeout: (settings.UPLOAD_SECONDS + 5) * 1000,
    keepAliveTimeout: 65_000,
    bodyLimit: settings.BODY_LIMIT_KB * 1024,
    trustProxy: settings.TRUSTED_PROXIES.length > 0 ? [...settings.TRUSTED_PROXIES] : false,
    genReqId: () => office.newId(),
    requestIdHeader: false,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    frameworkErrors: (_error: unknown, request: FastifyRequest, reply: FastifyReply) => {
      sendRefusal(new ApiRefusal('API-104'), request, reply);
    },
    clientErrorHandler: answerClientError,
  } as Parameters<typeof fastify>[0]) as unknown as FastifyInstance;
}

/** Only our own script, sheet and pictures; nobody frames us; nothing is guessed from content. */
function headersFor(settings: Settings): Parameters<typeof helmet>[1] {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        connectSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: isSecure(settings) ? { maxAge: 31_536_000 } : false,
  };
}

/** One line a request: which operation, how it ended, how long it took. No address, query or body. */
function logRequests(app: FastifyInstance, log: Logger): void {
  app.addHook('onResponse', async (request, reply) => {
    const { operation } = request.routeOptions.config;
    log.info(
      {
        reference: request.id,
        method: request.method,
        operation: operation ?? 'page',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'answered',
    );
  });
}

function* services(handlers: AllHandlers): Iterable<Service> {
  const byNoun: Readonly<Record<string, Readonly<Record<string, unknown>>>> = handlers;
  for (const { name, operation } of listOperations()) {
    const [noun = '', verb = ''] = name.split('.');
    const service = { name, operation, handler: byNoun[noun]?.[verb] as Handler<typeof operation> };
    yield service;
    // Where supervisors look for them.
    if (name === 'system.health' || name === 'system.ready') yield { ...service, place: `/${verb}` };
  }
}

function answerError(
  thrown: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  log: Logger,
): FastifyReply {
  const refusal = findUserError(thrown);
  if (refusal !== null) return sendRefusal(refusal, request, reply);
  log.error({ reference: request.id, fault: describeFault(thrown) }, 'a fault of ours');
  return sendRefusal(new ApiRefusal('API-500'), request, reply);
}

function sendRefusal(
  refusal: Parameters<typeof errorAnswer>[0],
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const { status, answer } = errorAnswer(refusal, request.id);
  if (status === 429 || status === 503) reply.header('retry-after', status === 429 ? '60' : '5');
  // Whoever sent too much or too slowly, or a file that is refused, is not listened to further.
  const isHalfRead = request.headers['content-type'] === 'application/octet-stream' && !request.raw.complete;
  if (status === 413 || status === 408 || isHalfRead) reply.header('connection', 'close');
  // Bytes that nobody takes would hold the connection, and the server's stop, until they time out.
  if (isHalfRead) request.raw.resume();
  return reply.code(status).type('application/json; charset=utf-8').send(JSON.stringify(answer));
}
