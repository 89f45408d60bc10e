import type { Transaction } from '@yangguang/store/database';
import { dayEvents, officeEvents, stepEvents } from '@yangguang/store/message/message-events';
import type { Call } from '../../http/call.ts';
import { type Draft, messageDrafts } from './message-lines.ts';

/** Messages are of these days; what is older stands in the matters themselves. */
const messageDays = 30;

/** The messages of the caller, newest first, of the last thirty days or since `seenTo` when that is later. */
export async function readDrafts(tx: Transaction, call: Call, seenTo: Date | null): Promise<Draft[]> {
  const now = call.now();
  const first = new Date(now.getTime() - messageDays * 86_400_000);
  const since = seenTo !== null && seenTo > first ? seenTo : first;
  const offices = call.caller.appointments.filter((held) => held.readsOnly !== true).map(({ area }) => area);
  const scope = {
    ...{ accountId: call.caller.accountId, since, now },
    offices: [...new Set(offices.filter((area) => area !== ''))],
  };
  return messageDrafts(call.caller.accountId, {
    steps: await stepEvents(tx, call.reach, scope),
    days: await dayEvents(tx, call.reach, scope),
    offices: await officeEvents(tx, call.reach, scope),
  });
}
