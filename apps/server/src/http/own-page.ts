import type { FastifyRequest } from 'fastify';
import type { Settings } from '../settings.ts';
import { ApiRefusal } from './api-refusal.ts';

/**
 * Refuses a change that another site's page could have sent: it must carry our own header, which no form can set, and
 * an Origin, where the browser names one, that is ours.
 * @throws ApiRefusal API-110
 */
export function assertOwnPage(request: FastifyRequest, settings: Settings): void {
  const { origin, host } = request.headers;
  const site = request.headers['sec-fetch-site'];
  const isMarked = request.headers['x-yangguang'] === '1';
  const isSameSite = site === undefined || site === 'same-origin' || site === 'none';
  if (isMarked && isSameSite && isOwnOrigin(origin, host, settings)) return;
  throw new ApiRefusal('API-110');
}

function isOwnOrigin(origin: string | undefined, host: string | undefined, settings: Settings): boolean {
  if (origin === undefined) return true;
  const named = URL.canParse(origin) ? new URL(origin) : null;
  if (named === null) return false;
  if (settings.PUBLIC_URL !== undefined) return named.origin === new URL(settings.PUBLIC_URL).origin;
  return named.host === host;
}
