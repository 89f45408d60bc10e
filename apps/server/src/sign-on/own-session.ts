import { hashSecret } from '@yangguang/store/account/secret-code';
import { findSession, type OpenSession } from '@yangguang/store/account/session';
import type { Transaction } from '@yangguang/store/database';
import { ApiRefusal } from '../http/api-refusal.ts';
import type { OpenCall } from '../http/call.ts';
import { policyNow } from './resolve-session.ts';

/** The session of the browser, read again within a transaction. @throws ApiRefusal API-102 when it has just ended */
export async function ownSession(tx: Transaction, call: OpenCall): Promise<OpenSession> {
  const { token } = call.door;
  const found = token === null ? null : await findSession(tx, hashSecret(token), policyNow(call), call.now());
  if (found === null) throw new ApiRefusal('API-102');
  return found;
}
