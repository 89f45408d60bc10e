import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Where the built desk lies: beside the program, as the build and the installed copy have it. */
export function deskFolder(program: string): string {
  return join(dirname(program), '../../web/dist');
}

/**
 * Hands out the desk: one page and its files, compressed by the build. Files carry a hash of their content in their
 * name and are kept by the browser; the page is asked for again each time, so that an update arrives with the next load.
 * @returns false when there is no built desk in the folder: the API goes on without it
 */
export async function serveDesk(app: FastifyInstance, folder: string): Promise<boolean> {
  if (!existsSync(join(folder, 'index.html'))) return false;
  await app.register(fastifyStatic, {
    root: folder,
    preCompressed: true,
    index: ['index.html'],
    cacheControl: false,
    setHeaders: (reply, path) => {
      const isLasting = /[\\/]assets[\\/]/.test(path);
      reply.header('cache-control', isLasting ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  return true;
}

/** True for what a browser opens by its address: the desk itself finds the screen. */
export function isForDesk({ method, url, headers }: FastifyRequest): boolean {
  const isRead = method === 'GET' || method === 'HEAD';
  return isRead && !/^\/(api|assets)(\/|\?|$)/.test(url) && (headers.accept ?? '').includes('text/html');
}

/** The one page of the desk. */
export function sendDesk(reply: FastifyReply): FastifyReply {
  return reply.sendFile('index.html');
}
