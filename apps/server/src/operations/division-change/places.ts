import { divisionChange } from '@yangguang/contract/division-change';
import { namesOfDivisions } from '@yangguang/store/division/read-divisions';
import { divisionsIn } from '@yangguang/store/division/change-divisions';
import { handle } from '../../http/call.ts';
import { assertHolds } from '../rule/rule-place.ts';

export const places = handle(divisionChange.places, async ({ of }, call) => {
  assertHolds(call, of);
  const items = await call.db.within(call.reach, async (tx) => {
    const rows = await divisionsIn(tx, of);
    const named = await namesOfDivisions(
      tx,
      rows.flatMap(({ successor }) => (successor === null ? [] : [successor])),
    );
    const names = new Map(named.map(({ code, name }) => [code, name]));
    return rows.map(({ code, name, is_local: isLocal, ended_on: endedOn, successor }) => ({
      ...{ code, name, isLocal, endedOn },
      successor: successor === null ? null : { code: successor, name: names.get(successor) ?? successor },
    }));
  });
  call.note({ region: of, places: items.length });
  return { items };
});
