import { division } from '@yangguang/contract/division';
import { namesOfDivisions } from '@yangguang/store/division/read-divisions';
import { handle } from '../../http/call.ts';

export const names = handle(division.names, async ({ codes }, call) => ({
  items: await call.db.within(call.reach, (tx) => namesOfDivisions(tx, codes)),
}));
