import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApiRefusal } from './api-refusal.ts';
import { errorAnswer } from './error-answer.ts';

/**
 * Cuts a body that does not arrive in time: a connection held open by one byte a second costs us a place. The caller
 * gets the refusal while it still listens; then the connection goes.
 */
export function startBodyTimer(request: FastifyRequest, reply: FastifyReply, seconds: number): void {
  const stream = request.raw;
  const timer = setTimeout(() => {
    const { socket } = stream;
    if (!reply.raw.headersSent) {
      const { status, answer } = errorAnswer(new ApiRefusal('API-108'), request.id);
      reply.hijack();
      reply.raw.writeHead(status, { 'content-type': 'application/json; charset=utf-8', connection: 'close' });
      reply.raw.end(JSON.stringify(answer), () => socket.destroy());
    } else socket.destroy();
  }, seconds * 1000);
  timer.unref();
  const stop = (): void => clearTimeout(timer);
  stream.once('end', stop).once('close', stop);
}
