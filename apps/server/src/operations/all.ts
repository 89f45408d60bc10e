import type { Contract } from '@yangguang/contract/all';
import type { Operation } from '@yangguang/contract/operation';
import type { Handlers } from '../http/call.ts';
import { accountHandlers } from './account-handlers.ts';
import { campaignHandlers } from './campaign-handlers.ts';
import { intakeHandlers } from './intake-handlers.ts';
import { leadHandlers } from './lead-handlers.ts';
import { matterHandlers } from './matter-handlers.ts';
import { policyHandlers } from './policy-handlers.ts';
import { retentionHandlers } from './retention-handlers.ts';
import { about } from './system/about.ts';
import { algorithms } from './system/algorithms.ts';
import { backUp } from './system/back-up.ts';
import { backups } from './system/backups.ts';
import { endDemo } from './system/end-demo.ts';
import { health } from './system/health.ts';
import { ready } from './system/ready.ts';
import { selfCheck } from './system/self-check.ts';
import { version } from './system/version.ts';

/** A function for every operation of the contract: one that lacks is a compile error. */
export type AllHandlers = {
  readonly [Noun in keyof Contract]: Contract[Noun] extends Readonly<Record<string, Operation>>
    ? Handlers<Contract[Noun]>
    : never;
};

export const handlers: AllHandlers = {
  ...accountHandlers,
  ...matterHandlers,
  ...leadHandlers,
  ...campaignHandlers,
  ...intakeHandlers,
  ...policyHandlers,
  ...retentionHandlers,
  system: { about, algorithms, health, ready, version, selfCheck, backups, backUp, endDemo },
};
