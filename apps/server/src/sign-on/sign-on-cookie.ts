import { after } from '@yangguang/store/account/account-policy';
import type { OpenCall } from '../http/call.ts';
import type { SignOnUnderWay } from './single-sign-on.ts';

const name = 'sign-on';
const context = 'cookie sign-on';
const minutes = 10;

/** Gives the browser what must come back with the provider's answer: sealed, so that it can be neither read nor made. */
export function rememberSignOn({ vault, door, now }: OpenCall, underWay: SignOnUnderWay): void {
  const sealed = vault.seal({ ...underWay, startedAt: now().toISOString() }, context);
  door.remember(name, sealed.toString('base64url'), minutes * 60);
}

/** What this browser began, once; null when it began nothing, or too long ago, or the cookie is not ours. */
export function takeSignOn({ vault, door, now }: OpenCall): SignOnUnderWay | null {
  const cookie = door.recall(name);
  if (cookie === null || cookie === '') return null;
  door.remember(name, '', 0);
  try {
    const began = vault.open(Buffer.from(cookie, 'base64url'), context) as SignOnUnderWay & {
      startedAt: string;
    };
    return after(new Date(began.startedAt), { minutes }) > now() ? began : null;
  } catch {
    // Changed, or sealed with a key that is gone: nothing that this browser began.
    return null;
  }
}
