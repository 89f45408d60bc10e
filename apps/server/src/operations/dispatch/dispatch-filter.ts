import type { dispatch } from '@yangguang/contract/dispatch';
import type { Input } from '@yangguang/contract/operation';
import type { DispatchFilter } from '@yangguang/store/run/dispatch-row';
import type { Call } from '../../http/call.ts';
import { leadFilter } from '../lead/lead-filter.ts';

/**
 * What is to be sent, with the filters of the queue as they open for the caller today.
 * @throws UserError API-101 when a filter has a value that its name has not
 */
export function dispatchFilter(
  { filter, matterIds, ...plain }: Input<typeof dispatch.preview>,
  call: Pick<Call, 'caller' | 'now'>,
): DispatchFilter {
  return {
    ...plain,
    ...(filter.length === 0 ? {} : { match: leadFilter(filter, call) }),
    ...(matterIds.length === 0 ? {} : { matterIds }),
  };
}
