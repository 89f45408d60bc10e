import type { Operation } from '@yangguang/contract/operation';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Settings } from '../settings.ts';
import { ApiRefusal } from './api-refusal.ts';
import { readToken } from './door-of.ts';

/** How often one may ask. */
export interface Limits {
  /** @throws ApiRefusal API-106 */
  assertWithin(request: FastifyRequest, operation: Operation): Promise<void>;
}

/**
 * Three limits, each in a window of a minute: by address (an office may share one), by session, and, for changes that
 * need no session such as signing in, by address again and much lower.
 */
export function openLimits(app: FastifyInstance, settings: Settings): Limits {
  const byAddress = app.createRateLimit({
    max: settings.ADDRESS_REQUESTS_PER_MINUTE,
    keyGenerator: (request) => request.ip,
  });
  const bySession = app.createRateLimit({
    max: settings.REQUESTS_PER_MINUTE,
    keyGenerator: (request) => readToken(request, settings) ?? request.ip,
  });
  const bySignIn = app.createRateLimit({
    max: settings.SIGN_INS_PER_MINUTE,
    keyGenerator: (request) => request.ip,
  });
  return {
    async assertWithin(request, operation) {
      const hasToken = readToken(request, settings) !== null;
      const checks = [byAddress];
      if (hasToken) checks.push(bySession);
      if (operation.may === null && operation.method === 'POST') checks.push(bySignIn);
      for (const check of checks) {
        const result = await check(request);
        if (!result.isAllowed && result.isExceeded) throw new ApiRefusal('API-106');
      }
    },
  };
}
