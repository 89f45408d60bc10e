import type { retention as retentionContract } from '@yangguang/contract/retention';
import type { Handlers } from '../http/call.ts';
import { approve } from './retention/approve.ts';
import { hold } from './retention/hold.ts';
import { holds } from './retention/holds.ts';
import { list } from './retention/list.ts';
import { preview } from './retention/preview.ts';
import { propose } from './retention/propose.ts';
import { release } from './retention/release.ts';
import { withdraw } from './retention/withdraw.ts';

/** What is kept how long, and what goes. */
export const retentionHandlers = {
  retention: { preview, propose, approve, withdraw, list, hold, release, holds } satisfies Handlers<
    typeof retentionContract
  >,
};
