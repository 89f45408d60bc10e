import { receiverKey } from '@yangguang/contract/receiver-key';
import { listKeys } from '@yangguang/store/referral/key-register';
import { handle } from '../../http/call.ts';
import { pageAfter, pageOf } from '../page-after.ts';
import { keyLine } from './key-line.ts';

export const list = handle(receiverKey.list, async (input, call) => {
  const rows = await call.db.within(call.reach, (tx) => listKeys(tx, call.reach, pageAfter(input)));
  const answer = pageOf(rows, input.limit, ({ id }) => id, keyLine);
  call.note({ keys: answer.items.length });
  return answer;
});
