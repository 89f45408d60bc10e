import { system } from '@yangguang/contract/system';
import { handle } from '../../http/call.ts';
import { databaseItems } from '../../self-check/database-items.ts';
import { machineItems } from '../../self-check/machine-items.ts';
import { recordItems } from '../../self-check/record-items.ts';

/** Counts and dates of the whole server: nothing of an area, so no area cuts it. */
export const selfCheck = handle(system.selfCheck, async (_input, call) => ({
  at: call.now().toISOString(),
  items: [...(await databaseItems(call)), ...machineItems(call), ...(await recordItems(call))],
}));
