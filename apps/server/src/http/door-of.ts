import type { FastifyReply, FastifyRequest } from 'fastify';
import { isSecure, type Settings } from '../settings.ts';
import type { Door } from './call.ts';

/** Name of the session cookie. The prefix makes browsers insist on Secure, the whole path and no other host. */
export function sessionCookie(settings: Settings): string {
  return isSecure(settings) ? '__Host-yangguang' : 'yangguang';
}

/** The door of one request: tells what the browser brought, and hands it what sign-on gives. */
export function doorOf(request: FastifyRequest, reply: FastifyReply, settings: Settings): Door {
  const name = sessionCookie(settings);
  const base = { path: '/', httpOnly: true, secure: isSecure(settings) } as const;
  return {
    token: readToken(request, settings),
    agent: request.headers['user-agent']?.slice(0, 200) ?? null,
    keepSession: (token) => void reply.setCookie(name, token, { ...base, sameSite: 'strict' }),
    dropSession: () => void reply.clearCookie(name, { ...base, sameSite: 'strict' }),
    remember: (key, value, seconds) =>
      void reply.setCookie(`yangguang-${key}`, value, { ...base, sameSite: 'lax', maxAge: seconds }),
    recall: (key) => request.cookies[`yangguang-${key}`] ?? null,
    redirect: (to) => void reply.code(303).header('location', to),
  };
}

/** The session token of the request, when it looks like one at all. */
export function readToken(request: FastifyRequest, settings: Settings): string | null {
  const token = request.cookies[sessionCookie(settings)];
  return token !== undefined && /^[\w-]{16,200}$/.test(token) ? token : null;
}
