import type { Socket } from 'node:net';
import { ApiRefusal } from './api-refusal.ts';
import { errorAnswer } from './error-answer.ts';

/** Answers what is no HTTP at all, and heads that come too slowly, and hangs up. */
export function answerClientError(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const isSlow = error.code === 'ERR_HTTP_REQUEST_TIMEOUT';
  const { status, answer } = errorAnswer(new ApiRefusal(isSlow ? 'API-108' : 'API-101'), '');
  const body = JSON.stringify(answer);
  socket.end(
    `HTTP/1.1 ${status} ${isSlow ? 'Request Timeout' : 'Bad Request'}\r\nconnection: close\r\n` +
      `content-type: application/json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}
