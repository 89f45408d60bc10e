import { division } from '@yangguang/contract/division';
import { divisionsBelow } from '@yangguang/store/division/read-divisions';
import { handle } from '../../http/call.ts';

export const children = handle(division.children, async ({ of }, call) => ({
  items: await call.db.within(call.reach, (tx) => divisionsBelow(tx, of)),
}));
