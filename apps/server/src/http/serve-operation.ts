import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { refusalsOf } from '@yangguang/contract/api-refusals';
import type { Download, Operation } from '@yangguang/contract/operation';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { startBodyTimer } from './body-timer.ts';
import type { Call, Handler, Office, OpenCall } from './call.ts';
import { doorOf, readToken } from './door-of.ts';
import { findUserError } from './error-answer.ts';
import { noteGiven, type Noted, noteRefused } from './note-read.ts';
import { assertOwnPage } from './own-page.ts';
import type { Limits } from './rate-limits.ts';
import { inputReader, type ReadInput, sentInput } from './read-input.ts';
import { type Passed, passGate, type ResolveSession } from './session-gate.ts';

/** One operation with what it takes to serve it. */
export interface Service {
  /** noun.verb */
  readonly name: string;
  readonly operation: Operation;
  readonly handler: Handler<Operation>;
  /** Where it is served; under /api when left out. */
  readonly place?: string;
}

export interface Desk {
  readonly office: Office;
  readonly resolveSession: ResolveSession;
  readonly limits: Limits;
  /** Undocumented refusals and reads nobody noted become faults: for tests. */
  readonly strict: boolean;
}

/** What one request has gone through so far; kept beside the request. */
interface Visit {
  passed: Passed | null;
  noted: Noted | null;
}

/**
 * Serves one operation: limits, origin, session and permission before the body is read; then input, handler, read log,
 * and only then the answer.
 */
export function serveOperation(app: FastifyInstance, desk: Desk, service: Service): void {
  const { operation, name } = service;
  const { settings } = desk.office;
  const readInput = inputReader(operation);
  const visits = new WeakMap<FastifyRequest, Visit>();
  const visitOf = (request: FastifyRequest): Visit => {
    const visit = visits.get(request) ?? { passed: null, noted: null };
    visits.set(request, visit);
    return visit;
  };
  app.route({
    method: operation.method,
    url: service.place ?? `/api${operation.path}`,
    bodyLimit: operation.streams === 'request' ? Number.MAX_SAFE_INTEGER : settings.BODY_LIMIT_KB * 1024,
    // HEAD would run the handler for nothing.
    exposeHeadRoute: false,
    config: { operation: name },
    onRequest: (request, reply) =>
      noting(desk, service, visitOf(request), request, async () => {
        await desk.limits.assertWithin(request, operation);
        if (operation.method === 'POST') assertOwnPage(request, settings);
        await pass(desk, operation, request, visitOf(request));
        const seconds = operation.streams === 'request' ? settings.UPLOAD_SECONDS : settings.BODY_SECONDS;
        if (operation.method === 'POST') startBodyTimer(request, reply, seconds);
      }),
    handler: (request, reply) => {
      const visit = visitOf(request);
      return noting(desk, service, visit, request, () =>
        answer(desk, { ...service, readInput }, visit, request, reply),
      );
    },
  });
}

/** Does a part of the work; a refusal on the way is in the read log before the caller hears of it. */
async function noting<T>(
  desk: Desk,
  service: Service,
  visit: Visit,
  request: FastifyRequest,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    await noteError(desk, service, visit, request, error);
    throw error;
  }
}

/** Lets the request through, or notes who was refused: whoever is signed in is known to the record of the refusal. */
async function pass(desk: Desk, operation: Operation, request: FastifyRequest, visit: Visit): Promise<void> {
  const token = readToken(request, desk.office.settings);
  const session = token === null ? null : await desk.resolveSession(desk.office, token);
  if (session?.isComplete === true)
    visit.passed = { caller: session.caller, by: session.caller.appointments, reach: { scopes: [] } };
  visit.passed = passGate(operation, session);
}

async function noteError(
  desk: Desk,
  { name, operation }: Service,
  visit: Visit,
  request: FastifyRequest,
  error: unknown,
): Promise<void> {
  const refusal = findUserError(error);
  if (refusal === null) return;
  await noteRefused(desk.office, { name, operation, ...visit, address: request.ip }, refusal);
  if (!desk.strict || refusalsOf(operation).includes(refusal.code)) return;
  throw new Error(`${name} gave ${refusal.code}, which its contract does not name`);
}

async function answer(
  desk: Desk,
  service: Service & { readonly readInput: ReadInput<Operation> },
  visit: Visit,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const { operation, name, handler, readInput } = service;
  const input = readInput(sentInput(operation, request));
  const output = await handler(input, callOf(desk, visit, request, reply) as Call);
  assertNoted(desk, service, visit);
  await noteGiven(desk.office, { name, operation, ...visit, address: request.ip });
  if (reply.statusCode === 303) return reply.send();
  if (operation.streams === 'answer') return sendDownload(reply, output as Download);
  return sendJson(operation.output.parse(output), operation, request, reply);
}

function callOf(desk: Desk, visit: Visit, request: FastifyRequest, reply: FastifyReply): OpenCall {
  const { caller, by, reach } = visit.passed ?? { caller: null, by: [], reach: { scopes: [] } };
  return {
    ...desk.office,
    caller,
    by,
    reach,
    address: request.ip,
    reference: request.id,
    door: doorOf(request, reply, desk.office.settings),
    body: request.body instanceof Readable ? request.body : Readable.from([]),
    note: (subject, reason) => {
      visit.noted = {
        subject: { ...visit.noted?.subject, ...subject },
        reason: reason ?? visit.noted?.reason ?? null,
      };
    },
  };
}

function assertNoted({ strict }: Desk, { operation, name }: Service, { noted }: Visit): void {
  const isQuiet = operation.logs === 'none' || operation.logs === 'act';
  if (strict && !isQuiet && noted === null) throw new Error(`${name} did not note what was read`);
}

/** JSON, with an ETag where the answer has a version, so that an unchanged thing costs no second transfer. */
function sendJson(
  output: unknown,
  operation: Operation,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const text = JSON.stringify(output ?? null);
  reply.type('application/json; charset=utf-8');
  const version = (output as { version?: unknown } | null)?.version;
  if (operation.method === 'GET' && typeof version === 'number') {
    const tag = `"${version}-${createHash('sha256').update(text).digest('base64url').slice(0, 16)}"`;
    reply.header('etag', tag);
    if (request.headers['if-none-match'] === tag) return reply.code(304).send();
  }
  return reply.send(text);
}

function sendDownload(reply: FastifyReply, file: Download): FastifyReply {
  if (file.bytes !== null) reply.header('content-length', file.bytes);
  reply
    .type(file.mediaType)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeFileName(file.fileName)}`);
  return reply.send(Readable.from(file.content));
}

/** RFC 8187: everything but letters, digits and a few marks as percent-encoded UTF-8. */
function encodeFileName(name: string): string {
  return encodeURIComponent(name.replace(/\p{Surrogate}/gu, '_')).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
